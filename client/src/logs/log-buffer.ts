/** The last lines of logs, within bounds whatever the flood: what a filter is applied to anew, and what is saved as shown. */
import type { OutputStream } from '../engine/streams.ts';

export interface BufferedLine {
  readonly source: number;
  readonly stream: OutputStream;
  readonly time: string;
  readonly text: string;
}

export class LogBuffer {
  readonly #most: { readonly lines: number; readonly characters: number };
  /** Dropped from the front in blocks, because moving an array line by line costs more than all the rest. */
  #lines: BufferedLine[] = [];
  #first = 0;
  #characters = 0;
  #dropped = 0;

  constructor(most = { lines: 10_000, characters: 8 * 1024 * 1024 }) {
    this.#most = most;
  }

  /** Lines that are no longer held. */
  get dropped(): number {
    return this.#dropped;
  }

  get lines(): readonly BufferedLine[] {
    return this.#lines.slice(this.#first);
  }

  push(line: BufferedLine): void {
    this.#lines.push(line);
    this.#characters += line.text.length;
    while (this.#lines.length - this.#first > this.#most.lines || (this.#characters > this.#most.characters && this.#lines.length - this.#first > 1)) {
      this.#characters -= this.#lines[this.#first]?.text.length ?? 0;
      this.#first++;
      this.#dropped++;
    }
    if (this.#first > this.#most.lines) {
      this.#lines = this.#lines.slice(this.#first);
      this.#first = 0;
    }
  }

  clear(): void {
    this.#lines = [];
    this.#first = 0;
    this.#characters = 0;
    this.#dropped = 0;
  }
}
