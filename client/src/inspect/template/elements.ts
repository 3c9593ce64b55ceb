/** The functions `index`, `slice` and `len`. */
import { textOf } from './constants.ts';
import { byteType, type GoType, type GoValue, indirect, inside, int, type Maybe, stringType } from './go-value.ts';
import { decode } from './decode.ts';
import { mistake, unknown } from './template-error.ts';

function position(index: Maybe, length: number): number {
  if (index?.kind === 'lost') {
    return unknown(index.reason);
  }
  if (index?.kind !== 'int' && index?.kind !== 'uint') {
    return mistake('A list is indexed by a number');
  }
  return index.number < 0 || index.number > length ? mistake(`There is no element ${index.number}: ${length} are there`) : index.number;
}

/** Go takes constants and texts for keys of type `string` only. */
function key(index: Maybe, type: GoType): string {
  if (index?.kind === 'lost') {
    return unknown(index.reason);
  }
  return index?.kind === 'string' && index.type.name === type.name ? index.text : mistake(`Keys of this map are of type ${type.name}`);
}

function element(item: Maybe, index: Maybe): GoValue {
  const found = indirect(item);
  switch (found?.kind) {
    case 'lost':
      return unknown(found.reason);
    case 'list': {
      const items = found.items ?? [];
      return items[position(index, items.length)] ?? mistake(`The list has ${items.length} elements`);
    }
    case 'string': {
      const bytes = Buffer.from(found.text);
      const number = bytes[position(index, bytes.length)];
      return number === undefined ? mistake('The text is shorter') : { kind: 'uint', type: byteType, number };
    }
    case 'map': {
      const name = key(index, found.type.key);
      return found.entries?.get(name) ?? decode(found.type.element, undefined);
    }
    case undefined:
      return mistake('There is nothing to index');
    case 'opaque':
      return unknown('The bytes of an address are not evaluated here');
    default:
      return mistake('Only lists, maps and texts have elements');
  }
}

export function elementOf([item, ...indexes]: readonly Maybe[]): Maybe {
  const start = inside(item);
  return start === undefined ? mistake('There is nothing to index') : indexes.map(inside).reduce<Maybe>(element, start);
}

export function partOf([item, ...indexes]: readonly Maybe[]): Maybe {
  const whole = inside(item);
  if (whole === undefined || indexes.length > 3) {
    return mistake(whole === undefined ? 'There is nothing to cut' : 'slice takes three numbers at most');
  }
  if (whole.kind === 'lost') {
    return unknown(whole.reason);
  }
  if (whole.kind === 'opaque') {
    return unknown('The bytes of an address are not evaluated here');
  }
  if (whole.kind !== 'string' && (whole.kind !== 'list' || whole.type.length !== undefined)) {
    return mistake('Only lists and texts can be cut');
  }
  const bytes = whole.kind === 'string' ? Buffer.from(whole.text) : undefined;
  const length = bytes?.length ?? (whole.kind === 'list' ? (whole.items?.length ?? 0) : 0);
  if (indexes.length === 3) {
    return bytes === undefined ? unknown('slice with a capacity is not evaluated here') : mistake('A text cannot be cut by three numbers');
  }
  // A list can have room for more than its elements, of which only the CLI knows.
  const numbers = indexes.map((index) => (bytes === undefined && tooFar(inside(index), length) ? unknown('The list is shorter; what docker makes of that depends on its memory') : position(inside(index), length)));
  const [from = 0, to = length] = numbers;
  if (from > to) {
    return mistake('The part ends before it begins');
  }
  if (bytes !== undefined) {
    return { kind: 'string', type: stringType, text: textOf(bytes.subarray(from, to)) };
  }
  return whole.kind === 'list' ? { ...whole, items: whole.items?.slice(from, to) } : whole;
}

function tooFar(index: Maybe, length: number): boolean {
  return (index?.kind === 'int' || index?.kind === 'uint') && index.number > length;
}

export function lengthOf(item: Maybe): GoValue {
  const found = indirect(item);
  switch (found?.kind) {
    case 'lost':
      return unknown(found.reason);
    case 'string':
      return int(Buffer.byteLength(found.text));
    case 'list':
      return int(found.items?.length ?? 0);
    case 'map':
      return int(found.entries?.size ?? 0);
    case 'opaque':
      return unknown('The bytes of an address are not evaluated here');
    default:
      return mistake('Only lists, maps and texts have a length');
  }
}
