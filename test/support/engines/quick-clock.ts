/** A clock in which time passes faster, so that half a minute of silence need not be waited for. */
import type { Clock } from '../../../client/src/engine/clock.ts';

export function quickClock(factor: number): Clock {
  const begun = Date.now();
  return {
    now: () => begun + (Date.now() - begun) * factor,
    schedule: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds / factor);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}
