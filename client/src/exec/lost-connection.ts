/** What is told of a program when the connection to it breaks: nobody knows what becomes of it. */
import { displayText } from '../text/display-text.ts';
import { isConnectionError } from '../engine/errors.ts';

export const mayStillRun = 'What ran inside may still run.';

/** Undefined where the connection is not to blame. */
export function lostConnection(error: unknown): string | undefined {
  return isConnectionError(error) ? `The connection to the engine was lost. ${displayText(error.message, 300)} ${mayStillRun}` : undefined;
}
