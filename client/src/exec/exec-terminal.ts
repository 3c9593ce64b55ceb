/** A program inside a container in a terminal of the editor. */
import { displayText } from '../text/display-text.ts';
import { messageOf } from '../engine/plain-reason.ts';
import type { TerminalOutput, TerminalSession, TerminalSize } from '../containers/terminal-session.ts';
import type { Clock } from '../engine/clock.ts';
import { EngineError } from '../engine/errors.ts';
import type { ExecSession } from '../engine/streams.ts';
import { LineInput } from './line-input.ts';
import { lostConnection } from './lost-connection.ts';

const interrupt = '\u0003';
const endOfInput = '\u0004';
/**
 * Milliseconds after the interrupt when a program whose terminal is closed gets the end of its input: it throws away what comes
 * while it handles the interrupt, and a shell in a shell wants one each. At the last of them the connection is given up.
 */
const farewells: readonly number[] = [50, 250, 1_000, 2_000, 3_000];

export interface ExecTerminalOptions {
  readonly name: string;
  readonly clock: Clock;
  /** Shown before anything else. */
  readonly greeting?: string;
  /** What to type when the terminal is closed; absent: nothing, because the program is the container's own. */
  readonly leaves: boolean;
  /** False for a program without a terminal: lines are edited here, and shown as a terminal wants them. */
  readonly tty: boolean;
  readonly start: (signal: AbortSignal) => Promise<ExecSession>;
}

function note(text: string): string {
  return `\r\n\u001b[2m── ${text} ──\u001b[0m\r\n`;
}

export class ExecTerminal implements TerminalSession {
  readonly name: string;
  readonly icon = 'terminal';
  readonly #options: ExecTerminalOptions;
  readonly #abort = new AbortController();
  #session: ExecSession | undefined;
  #output: TerminalOutput | undefined;
  readonly #lines: LineInput | undefined;
  #size: TerminalSize | undefined;
  #ended = false;
  /** Takes back the farewell: what has ended needs none. */
  #cancelFarewell: (() => void) | undefined;
  /** Input is sent piece after piece, as fast as the program takes it. */
  #sending: Promise<void> = Promise.resolve();

  constructor(options: ExecTerminalOptions) {
    this.#options = options;
    this.name = displayText(options.name, 80);
    this.#lines = options.tty ? undefined : new LineInput();
  }

  open(output: TerminalOutput, size: TerminalSize | undefined): void {
    this.#output = output;
    this.#size = size;
    if (this.#options.greeting !== undefined) {
      output.write(`\u001b[2m${this.#options.greeting}\u001b[0m\r\n`);
    }
    void this.#run(output);
  }

  input(text: string): void {
    if (this.#session === undefined || this.#ended) {
      return;
    }
    if (this.#lines === undefined) {
      this.#send(text);
      return;
    }
    const { echo, send, isOver, leaves } = this.#lines.take(text);
    this.#output?.write(echo);
    if (send !== '') {
      this.#send(send);
    }
    if (isOver) {
      this.#inTurn((session) => session.endInput());
    }
    if (leaves) {
      this.#ended = true;
      this.#output?.write(note('Left'));
      this.#output?.end(undefined);
      this.#abort.abort();
    }
  }

  #send(text: string): void {
    this.#inTurn((session) => session.write(Buffer.from(text, 'utf8')));
  }

  /** A program that has ended meanwhile takes nothing any more. */
  #inTurn(step: (session: ExecSession) => Promise<void> | void): void {
    const session = this.#session;
    this.#sending = this.#sending.then(() => (session === undefined ? undefined : step(session))).catch(() => undefined);
  }

  resize(size: TerminalSize): void {
    this.#size = size;
    // A program that has just ended has no terminal any more.
    this.#session?.resize(size.columns, size.rows).catch(() => undefined);
  }

  close(): void {
    const session = this.#session;
    if (session === undefined || this.#ended) {
      this.#abort.abort();
      return;
    }
    if (this.#options.leaves) {
      this.input(interrupt);
      this.#sayFarewell(farewells, 0);
    } else {
      this.#abort.abort();
    }
  }

  #sayFarewell([next = 0, ...later]: readonly number[], now: number): void {
    this.#cancelFarewell = this.#options.clock.schedule(next - now, () => {
      if (later.length === 0) {
        this.#abort.abort();
        return;
      }
      this.input(endOfInput);
      this.#sayFarewell(later, next);
    });
  }

  async #run(output: TerminalOutput): Promise<void> {
    const decoder = new TextDecoder();
    try {
      const session = await this.#options.start(this.#abort.signal);
      this.#session = session;
      if (this.#size !== undefined) {
        await session.resize(this.#size.columns, this.#size.rows).catch(() => undefined);
      }
      for await (const { data } of session.output) {
        const text = decoder.decode(data, { stream: true });
        output.write(this.#lines === undefined ? text : text.replace(/\r?\n/g, '\r\n'));
      }
      this.#ended = true;
      const code = await session.exitCode();
      output.write(note(code === undefined ? 'The connection ended' : `Ended with exit code ${code}`));
      output.end(code);
    } catch (error) {
      this.#ended = true;
      if (!this.#abort.signal.aborted) {
        output.write(`\r\n${this.#problem(error)}\r\n`);
        output.end(undefined);
      }
    } finally {
      this.#cancelFarewell?.();
      this.#session?.close();
    }
  }

  #problem(error: unknown): string {
    const started = this.#session !== undefined;
    if (started && error instanceof EngineError && error.reason === 'not-found') {
      return '\u001b[2m── It ended with its container ──\u001b[0m';
    }
    const text = (started ? lostConnection(error) : undefined) ?? (error instanceof EngineError ? messageOf(error) : 'The program could not be started.');
    return `\u001b[31m${text}\u001b[0m`;
  }
}
