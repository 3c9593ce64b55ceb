/** Time and chance as the live engine needs them, behind a port, so that tests decide when a timer fires. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds, unless what it returns is called before. */
  schedule(milliseconds: number, callback: () => void): () => void;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** Lets time pass; ends early when the signal aborts. */
export async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return;
  }
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

export const systemClock: Clock = {
  now: Date.now,
  schedule: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
