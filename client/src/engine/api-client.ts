/** One request to the engine's API over the modem of dockerode: bounded in time and in size, and abortable. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type Modem from 'docker-modem';
import type { ArchiveLimits } from './archive-stream.ts';
import type { Endpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';
import { connectionError, statusError, transportError } from './translate-error.ts';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** Below the version: `/containers/json`. Ids in it have to be encoded; it may begin the query itself. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A tar instead of a body. The caller has to destroy it after the call. */
  readonly upload?: Readable;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the whole answer has to be there; for streams, until it begins. Absent: the usual. `none` waits for ever. */
  readonly limit?: number | 'none';
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

/** The modem would read the body of a refusal without any bound, so it is told that every status is fine. */
const anyStatus = new Proxy({}, { get: () => true });

/** Ends on the caller's signal or when the time is up, and tells which. */
class Deadline {
  readonly #time = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly signal: AbortSignal;

  constructor(limit: number | 'none', signal: AbortSignal | undefined) {
    this.#timer = limit === 'none' ? undefined : setTimeout(() => this.#time.abort(), limit);
    this.signal = signal === undefined ? this.#time.signal : AbortSignal.any([this.#time.signal, signal]);
  }

  get isOver(): boolean {
    return this.#time.signal.aborted;
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

export class ApiClient {
  readonly #modem: Modem;
  readonly #endpoint: Endpoint;
  readonly #limits: ApiLimits;
  readonly #closed = new AbortController();

  constructor(modem: Modem, endpoint: Endpoint, limits: ApiLimits) {
    this.#modem = modem;
    this.#endpoint = endpoint;
    this.#limits = limits;
  }

  /** Resolves with any status below 400; a higher one is an EngineError. */
  async call(request: ApiRequest): Promise<ApiAnswer> {
    return this.#within(request, async (response) => {
      const text = await this.#read(response);
      const status = response.statusCode ?? 0;
      if (status >= 400) {
        throw statusError(status, text);
      }
      return { status, headers: response.headers, body: this.#parse(text) };
    });
  }

  /** Resolves when a successful answer begins. The stream ends with `signal`, with the client, or by itself. */
  async stream(request: ApiRequest): Promise<IncomingMessage> {
    const ends = this.#endsWith(request.signal);
    return this.#within(request, async (response) => {
      const status = response.statusCode ?? 0;
      if (status >= 400) {
        throw statusError(status, await this.#read(response));
      }
      const destroy = () => void response.destroy(this.#abortedError());
      ends.addEventListener('abort', destroy, { once: true });
      response.once('close', () => ends.removeEventListener('abort', destroy));
      return response;
    });
  }

  close(): void {
    this.#closed.abort();
  }

  #endsWith(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]);
  }

  #abortedError(): EngineError {
    return new EngineError('aborted', 'Gantry stopped waiting for the engine.');
  }

  async #within<T>(request: ApiRequest, use: (response: IncomingMessage) => Promise<T>): Promise<T> {
    const deadline = new Deadline(request.limit ?? this.#limits.time, this.#endsWith(request.signal));
    try {
      return await use(await this.#dial(request, deadline.signal));
    } catch (error) {
      if (deadline.isOver) {
        throw connectionError('timed-out', this.#endpoint, 'The time for this call was over.');
      }
      throw deadline.signal.aborted ? this.#abortedError() : transportError(error, this.#endpoint);
    } finally {
      deadline.clear();
    }
  }

  #dial({ method = 'GET', path, query = {}, body = {}, upload }: ApiRequest, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const aborted = () => reject(this.#abortedError());
      if (signal.aborted) {
        aborted();
        return;
      }
      signal.addEventListener('abort', aborted, { once: true });
      const start = path.includes('?') ? `${path}&` : `${path}?`;
      const options = { path: start, method, ...(upload !== undefined && { file: upload }), isStream: true, statusCodes: anyStatus, abortSignal: signal, options: { _query: query, _body: body } };
      this.#modem.dial(options, (error, response) => {
        signal.removeEventListener('abort', aborted);
        if (error !== null) {
          reject(error);
          return;
        }
        resolve(response as IncomingMessage);
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
