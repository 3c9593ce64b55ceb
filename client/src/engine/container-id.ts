/** Ids of containers on their way to an engine: nothing else may stand in their place. */
import { EngineError } from './errors.ts';
import { rawDetails } from './translate-error.ts';

/** An id or a name, and nothing that the engine's router could take for another path, or the CLI for a flag. */
export function checkedId(id: string): string {
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(id)) {
    throw new EngineError('not-found', 'No container can have such an id.', rawDetails(id));
  }
  return id;
}

export function containerPath(id: string, rest = ''): string {
  return `/containers/${checkedId(id)}${rest}`;
}
