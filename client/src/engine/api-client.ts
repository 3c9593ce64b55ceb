/** One request to the engine's API over the modem of dockerode: bounded in time and in size, and abortable. */
import { setMaxListeners } from 'node:events';
import { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type { ArchiveLimits } from './archive-stream.ts';
import type { Endpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';
import { connectionError, statusError, transportError } from './translate-error.ts';
import { Turns } from './turns.ts';

/** What is used of the library's modem: it reaches every kind of endpoint. */
export interface Modem {
  dial(options: object, callback: (error: Error | null, response: unknown) => void): void;
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** Below the version: `/containers/json`. Ids in it have to be encoded; it may begin the query itself. */
  readonly path: string;
  /** Instead of the one that both sides have agreed on. */
  readonly apiVersion?: string | undefined;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A tar instead of a body. The caller has to destroy it after the call. */
  readonly upload?: Readable;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer has to be there; for streams, until it begins. Absent: the usual. `none` waits for ever. */
  readonly limit?: number | 'none';
}

interface Dialled extends ApiRequest {
  readonly hijack?: boolean;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined where the answer was empty. */
  readonly body: unknown;
}

export interface ApiLimits {
  /** Milliseconds that a call may take unless it says otherwise. */
  readonly time: number;
  /** Bytes of an answer that is held in memory. */
  readonly size: number;
  /** For archives, whose calls last as long as data flows. Absent: the usual. */
  readonly archive?: ArchiveLimits;
}

export const usualLimits: ApiLimits = { time: 15_000, size: 64 * 1024 * 1024 };

/** Short calls at the same time over ssh, where each connection has to log in: a few are enough when they are kept. */
const mostOverSsh = 4;

/**
 * The modem would end a request without a body by the sign that ends chunks. Podman never reads that, so it became the first
 * input of the program that the connection then leads to.
 */
const noBody = { file: Buffer.alloc(0), headers: { 'Content-Type': 'text/plain' } };

/** The modem would read the body of a refusal without any bound, so it is told that every status is fine. */
const anyStatus = new Proxy({}, { get: () => true });

function isSuccess(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

/**
 * Ends on the signals of others or when the time is up, and tells which. `AbortSignal.any` would do, but leaves something behind in
 * signals that live as long as the connection, with each call.
 */
class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #others: readonly AbortSignal[];
  readonly #abort = () => this.#controller.abort();
  isOver = false;

  constructor(limit: number | 'none', others: readonly (AbortSignal | undefined)[]) {
    this.#others = others.filter((other) => other !== undefined);
    // As many calls as there are containers may share a signal.
    setMaxListeners(0, ...this.#others);
    this.#others.forEach((other) => other.addEventListener('abort', this.#abort));
    if (this.#others.some(({ aborted }) => aborted)) {
      this.#abort();
    }
    this.#timer = limit === 'none' ? undefined : setTimeout(() => this.#expire(), limit);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#others.forEach((other) => other.removeEventListener('abort', this.#abort));
  }

  #expire(): void {
    this.isOver = !this.signal.aborted;
    this.#abort();
  }
}

export class ApiClient {
  readonly #modem: Modem;
  readonly #endpoint: Endpoint;
  readonly #limits: ApiLimits;
  readonly #closed = new AbortController();
  readonly #turns: Turns;
  #answered = false;

  constructor(modem: Modem, endpoint: Endpoint, limits: ApiLimits) {
    this.#modem = modem;
    this.#endpoint = endpoint;
    this.#limits = limits;
    this.#turns = new Turns(endpoint.kind === 'ssh' ? mostOverSsh : Infinity);
  }

  /** Resolves with a status of success, or the 304 of what already was so; any other one is an EngineError. */
  async call(request: ApiRequest): Promise<ApiAnswer> {
    return this.#within(request, async (answer) => {
      const response = this.#responseOf(answer);
      const text = await this.#read(response);
      const status = response.statusCode ?? 0;
      if (!isSuccess(status)) {
        throw statusError(status, text, this.#endpoint);
      }
      return { status, headers: response.headers, body: this.#parse(text) };
    });
  }

  /** Resolves when a successful answer begins. The stream ends with `signal`, with the client, or by itself. */
  async stream(request: ApiRequest): Promise<IncomingMessage> {
    const ends = this.#endsWith(request.signal);
    return this.#within(request, async (answer) => {
      const response = this.#responseOf(answer);
      const status = response.statusCode ?? 0;
      if (!isSuccess(status)) {
        throw statusError(status, await this.#read(response), this.#endpoint);
      }
      const destroy = () => void response.destroy(this.#abortedError());
      ends.addEventListener('abort', destroy, { once: true });
      response.once('close', () => ends.removeEventListener('abort', destroy));
      return response;
    });
  }

  /** Takes over the connection of a call that the engine agrees to upgrade. It ends with `signal` and with the client. */
  async hijack(request: ApiRequest): Promise<Duplex> {
    const ends = this.#endsWith(request.signal);
    return this.#within({ ...request, hijack: true }, async (answer) => {
      if (answer instanceof IncomingMessage) {
        throw statusError(answer.statusCode ?? 0, await this.#read(answer), this.#endpoint);
      }
      const destroy = () => void answer.destroy();
      ends.addEventListener('abort', destroy, { once: true });
      answer.once('close', () => ends.removeEventListener('abort', destroy));
      return answer;
    });
  }

  close(): void {
    this.#closed.abort();
  }

  /** Nobody asked for more than an answer. */
  #responseOf(answer: Duplex | IncomingMessage): IncomingMessage {
    if (answer instanceof IncomingMessage) {
      return answer;
    }
    answer.destroy();
    throw connectionError('invalid-answer', this.#endpoint, 'The connection was upgraded although nobody asked for it.');
  }

  #endsWith(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]);
  }

  #abortedError(): EngineError {
    return new EngineError('aborted', 'Gantry stopped waiting for the engine.');
  }

  async #within<T>(request: Dialled, use: (answer: Duplex | IncomingMessage) => Promise<T>): Promise<T> {
    const deadline = new Deadline(request.limit ?? this.#limits.time, [request.signal, this.#closed.signal]);
    let endTurn: (() => void) | undefined;
    try {
      // Whoever sets a limit of its own waits for a container rather than for the engine, and keeps nobody waiting.
      endTurn = request.limit === undefined ? await this.#turns.take(deadline.signal) : undefined;
      return await use(await this.#dial(request, deadline.signal));
    } catch (error) {
      if (deadline.isOver) {
        throw connectionError('timed-out', this.#endpoint, 'The time for this call was over.');
      }
      throw deadline.signal.aborted ? this.#abortedError() : transportError(error, this.#endpoint, this.#answered);
    } finally {
      endTurn?.();
      deadline.clear();
    }
  }

  #dial({ method = 'GET', path, query = {}, body = {}, hijack = false, upload, apiVersion }: Dialled, signal: AbortSignal): Promise<Duplex | IncomingMessage> {
    return new Promise((resolve, reject) => {
      const aborted = () => reject(this.#abortedError());
      if (signal.aborted) {
        aborted();
        return;
      }
      signal.addEventListener('abort', aborted, { once: true });
      const start = path.includes('?') ? `${path}&` : `${path}?`;
      const sent = { ...(hijack && { hijack: true, openStdin: false, ...(Object.keys(body).length === 0 && noBody) }), ...(upload !== undefined && { file: upload }) };
      const options = { path: start, method, isStream: true, statusCodes: anyStatus, abortSignal: signal, options: { _query: query, _body: body }, ...sent };
      const modem = apiVersion === undefined ? this.#modem : (Object.create(this.#modem, { version: { value: `v${apiVersion}` } }) as Modem);
      modem.dial(options, (error, response) => {
        signal.removeEventListener('abort', aborted);
        if (error !== null) {
          reject(error);
          return;
        }
        this.#answered = true;
        resolve(response as Duplex | IncomingMessage);
      });
    });
  }

  /** The ceiling holds while reading: what lies beyond is never held in memory. */
  async #read(response: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > this.#limits.size) {
        response.destroy();
        throw connectionError('invalid-answer', this.#endpoint, `The answer is longer than ${this.#limits.size} bytes.`);
      }
      chunks.push(chunk);
    }
    if (!response.complete) {
      throw connectionError('invalid-answer', this.#endpoint, 'The answer ended too early.');
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #parse(text: string): unknown {
    if (text.trim() === '' || text === 'OK') {
      return undefined;
    }
    try {
      return JSON.parse(text);
    } catch {
      throw connectionError('invalid-answer', this.#endpoint, `No JSON: ${text.slice(0, 200)}`);
    }
  }
}
