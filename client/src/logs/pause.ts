/** Lets time pass between two questions to an engine. */
import type { Clock } from '../engine/clock.ts';

/** Ends early when the signal aborts. */
export async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const over = () => {
      cancel();
      signal.removeEventListener('abort', over);
      resolve();
    };
    const cancel = clock.schedule(milliseconds, over);
    signal.addEventListener('abort', over);
  });
}
