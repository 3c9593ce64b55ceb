/** A clock that a test moves by hand. */
import type { Clock } from '../../client/src/engine/clock.ts';

export class ManualClock implements Clock {
  #time: number;
  readonly #timers = new Map<object, { readonly at: number; readonly callback: () => void }>();

  constructor(time = 1_000_000) {
    this.#time = time;
  }

  readonly now = () => this.#time;
  readonly random = () => 0.5;

  readonly schedule = (milliseconds: number, callback: () => void) => {
    const key = {};
    this.#timers.set(key, { at: this.#time + milliseconds, callback });
    return () => void this.#timers.delete(key);
  };

  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets so much time pass, with each timer at its moment. */
  advance(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (due === undefined) {
        this.#time = end;
        return;
      }
      const [key, { at, callback }] = due;
      this.#timers.delete(key);
      this.#time = at;
      callback();
    }
  }
}
