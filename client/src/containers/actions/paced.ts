/** Tells of progress no faster than anybody reads it. */
import type { Clock } from '../../engine/clock.ts';

/** Milliseconds between two messages. */
const pace = 250;

/** Tells the first value, and of those that follow too soon none. */
export function paced<T>({ now }: Pick<Clock, 'now'>, tell: (value: T) => void): (value: T) => void {
  let told = -Infinity;
  return (value) => {
    const time = now();
    if (time - told >= pace) {
      told = time;
      tell(value);
    }
  };
}
