/** Hands text to a terminal in pieces that it can draw, one a frame, and makes the writer wait when it is ahead. */
import type { Clock } from '../engine/clock.ts';

/** Milliseconds. */
const frame = 16;
/** Characters of one frame. */
const most = 512 * 1024;
/** Characters that may wait until the writer has to. */
const highWater = 2 * 1024 * 1024;

export class PacedOutput {
  readonly #clock: Clock;
  readonly #write: (text: string) => void;
  #waiting: string[] = [];
  #size = 0;
  #cancel: (() => void) | undefined;
  #held = false;
  #drained: (() => void)[] = [];

  constructor(clock: Clock, write: (text: string) => void) {
    this.#clock = clock;
    this.#write = write;
  }

  /** Undefined when more can be taken at once. */
  push(text: string): Promise<void> | undefined {
    this.#waiting.push(text);
    this.#size += text.length;
    this.#cancel ??= this.#clock.schedule(frame, () => this.#flush());
    return this.#size < highWater && !this.#held ? undefined : new Promise((resolve) => this.#drained.push(resolve));
  }

  /** Writes nothing more until it is let go. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) {
      this.#cancel ??= this.#clock.schedule(frame, () => this.#flush());
    }
  }

  /** Forgets what has not been written. */
  clear(): void {
    this.#waiting = [];
    this.#size = 0;
    this.#release();
  }

  stop(): void {
    this.#cancel?.();
    this.clear();
  }

  #flush(): void {
    this.#cancel = undefined;
    if (this.#held) {
      return;
    }
    const piece = this.#next();
    this.#size -= piece.length;
    if (piece !== '') {
      this.#write(piece);
    }
    if (this.#size > 0) {
      this.#cancel = this.#clock.schedule(frame, () => this.#flush());
    }
    if (this.#size < highWater) {
      this.#release();
    }
  }

  /** Only what goes out now is joined: what waits may be much, and would be copied with each frame. */
  #next(): string {
    let [count, size] = [0, 0];
    while (count < this.#waiting.length && size < most) {
      size += this.#waiting[count]?.length ?? 0;
      count++;
    }
    const text = this.#waiting.splice(0, count).join('');
    if (text.length > most) {
      this.#waiting.unshift(text.slice(most));
    }
    return text.slice(0, most);
  }

  #release(): void {
    const waiting = this.#drained;
    this.#drained = [];
    waiting.forEach((resolve) => resolve());
  }
}
