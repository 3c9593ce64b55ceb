/** What a terminal shows to a test, and waits for it that come to an end. */
import { stripVTControlCharacters } from 'node:util';
import type { TerminalOutput } from '../../client/src/containers/terminal-session.ts';

/** Milliseconds: what does not come by then on a loaded machine does not come at all. */
const patience = 60_000;

export class Screen implements TerminalOutput {
  #shown = '';
  readonly #waiting = new Set<() => void>();
  #end: (code: number | undefined) => void = () => undefined;
  readonly #ended = new Promise<number | undefined>((resolve) => {
    this.#end = resolve;
  });

  /** As it was written, with its control sequences. */
  get raw(): string {
    return this.#shown;
  }

  get shown(): string {
    return stripVTControlCharacters(this.#shown);
  }

  readonly write = (text: string): void => {
    this.#shown += text;
    this.#waiting.forEach((look) => look());
  };

  readonly end = (code: number | undefined): void => this.#end(code);

  clear(): void {
    this.#shown = '';
  }

  /** Fails with what is shown instead. */
  async until(pattern: RegExp): Promise<void> {
    let look: () => void = () => undefined;
    await this.#within(
      `${String(pattern)} does not show`,
      new Promise<void>((resolve) => {
        look = () => (pattern.test(this.shown) ? resolve() : undefined);
        this.#waiting.add(look);
        look();
      }),
    ).finally(() => this.#waiting.delete(look));
  }

  /** The exit code with which it closed. */
  get ended(): Promise<number | undefined> {
    return this.#within('The terminal does not end', this.#ended);
  }

  async #within<T>(failure: string, wanted: Promise<T>): Promise<T> {
    let late: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error(`${failure}:\n${this.shown}`)), patience);
    });
    return Promise.race([wanted, limit]).finally(() => clearTimeout(late));
  }
}
