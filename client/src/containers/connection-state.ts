/** One word for what stands between the user and a list of containers: welcome texts hang on it. */
import type { EngineError } from '../engine/errors.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import { welcomeTexts, type WelcomeState } from './welcome-texts.ts';

/** `connected` shows rows, `connecting` a bar that moves; the others have a welcome text. */
export type ConnectionState = WelcomeState | 'connected' | 'connecting';

/** `engines` are the roots, `shown` is the number of containers and services that pass the filter. */
export function connectionState(engines: readonly LiveEngine[], shown: number): ConnectionState {
  const [only] = engines;
  if (only === undefined) {
    return 'none';
  }
  // Several roots each say what is wrong with them in their own row.
  if (engines.length > 1 || shown > 0) {
    return 'connected';
  }
  switch (only.status.kind) {
    case 'idle':
    case 'connecting':
      return 'connecting';
    case 'failed':
      return reasonOf(only.status.error);
    case 'connected':
      return only.containers.size > 0 ? 'no-match' : 'empty';
  }
}

function hasWelcome(reason: string): reason is WelcomeState {
  return Object.hasOwn(welcomeTexts, reason);
}

/** A refusal of one call, such as "not found", is no way for an engine to answer a list: a failure without a cause of its own. */
function reasonOf({ reason }: EngineError): ConnectionState {
  return hasWelcome(reason) ? reason : 'engine-failed';
}
