/** Reads which names the editor says an engine has. They are text of unknown origin. */
import type { EngineNames } from '../language/features/completion.ts';
import { fieldOf } from './protocol.ts';

/** So many of a kind are kept, and none that is longer. */
const most = 1_000;
const longest = 255;

/** What is no list of names is passed over. */
export function knownNamesOf(params: unknown): EngineNames {
  const namesOf = (kind: string): string[] => {
    const names = fieldOf(params, kind);
    return Array.isArray(names) ? names.slice(0, most).filter((name): name is string => typeof name === 'string' && name.length <= longest) : [];
  };
  return { container: namesOf('container'), image: namesOf('image'), network: namesOf('network'), volume: namesOf('volume') };
}
