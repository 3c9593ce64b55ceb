/** One word for what stands between the user and a list of containers: welcome texts hang on it. */
import type { LiveEngine } from '../engine/live-engine.ts';

/** `engines` are the roots, `shown` is the number of containers and services that pass the filter. */
export function connectionState(engines: readonly LiveEngine[], shown: number): string {
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
      return only.status.error.reason;
    case 'connected':
      return only.containers.size > 0 ? 'no-match' : 'empty';
  }
}
