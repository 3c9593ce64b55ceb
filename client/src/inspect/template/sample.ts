/** Says in two words what a value is. */
import { encodeJson } from './go-json.ts';
import { indirect, isNil, type Maybe } from './go-value.ts';
import { printed } from './print.ts';
import { Refusal } from './template-error.ts';

const longest = 80;

/** `text`, `list of 3`, `object`. */
export function typeOf(value: Maybe): string {
  const found = indirect(value);
  if (found === undefined || isNil(found)) {
    return found?.kind === 'list' || found?.kind === 'map' ? `empty ${found.kind}` : 'missing';
  }
  switch (found.kind) {
    case 'string':
      return found.type.name === 'json.Number' ? 'number' : 'text';
    case 'bool':
      return 'true or false';
    case 'int':
      return found.type.name === 'Duration' ? 'duration' : 'number';
    case 'list':
      return `list of ${found.items?.length ?? 0}`;
    case 'map':
      return `map of ${found.entries?.size ?? 0}`;
    case 'struct':
      return 'object';
    case 'time':
      return 'time';
    case 'opaque':
      return 'text';
    default:
      return 'number';
  }
}

/** The value, or its beginning, as `json` writes what has parts. */
export function sampleOf(value: Maybe): string {
  const found = indirect(value);
  try {
    const whole = found?.kind === 'list' || found?.kind === 'map' || found?.kind === 'struct' ? encodeJson(found, 24) : isNil(found) ? '' : printed(found);
    return whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole;
  } catch (error) {
    if (error instanceof Refusal) {
      return '';
    }
    throw error;
  }
}
