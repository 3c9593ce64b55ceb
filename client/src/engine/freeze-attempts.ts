/** Pauses once more where the kernel gave up: on a busy host, processes may start faster than it freezes them. */
import { EngineError } from './errors.ts';

/** What thrice did not work is told to the user. */
const attempts = 3;

/** What runc writes when it has thawed the container again. */
const gaveUp = /unable to freeze/;

export async function withFreezeAttempts(pause: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await pause();
      return;
    } catch (error) {
      if (attempt === attempts || !(error instanceof EngineError) || !gaveUp.test(error.details)) {
        throw error;
      }
    }
  }
}
