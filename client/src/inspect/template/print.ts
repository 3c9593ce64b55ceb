/** How Go's `fmt` writes values: `print`, `println`, and what an action shows. */
import { durationText, timeText } from './times.ts';
import { type GoValue, isNil, keyOf, type Maybe, type StructValue } from './go-value.ts';
import { unknown } from './template-error.ts';

/** Writes what has no parts: texts, numbers and yes or no. */
export type Leaf = (value: GoValue & { readonly kind: 'string' | 'bool' | 'int' | 'uint' | 'float' }) => string;

export function floatText(number: number): string {
  const size = Math.abs(number);
  if (size !== 0 && (size < 1e-4 || size >= 1e21)) {
    return number.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Object.is(number, -0) ? '-0' : String(number);
}

export const plainLeaf: Leaf = (value) => {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'bool':
      return String(value.truth);
    case 'float':
      return floatText(value.number);
    case 'int':
    case 'uint':
      return String(value.number);
  }
};

export interface Style {
  readonly leaf: Leaf;
  /** `%+v`: with the names of fields. */
  readonly names?: boolean;
  /** A verb that texts have as well, so that types with a text of their own show it. */
  readonly asText: boolean;
}

const plain: Style = { leaf: plainLeaf, asText: true };

/** The text that a type has given itself. */
export function ownText(value: GoValue): string | undefined {
  if (value.kind === 'time') {
    return timeText(value.text);
  }
  if (value.kind === 'opaque') {
    return value.text === '' && value.type.name === 'Addr' ? 'invalid IP' : value.text;
  }
  switch (value.type.name) {
    case 'Duration':
      return value.kind === 'int' ? durationText(value.number) : undefined;
    case 'FileMode':
      return unknown('Modes of files are not written here as docker does');
    case '*Ulimit':
    case '*WeightDevice':
    case '*ThrottleDevice': {
      const target = value.kind === 'pointer' && value.to?.kind === 'struct' ? value.to : undefined;
      return target === undefined ? undefined : deviceText(target);
    }
    default:
      return undefined;
  }
}

/** `nofile=1024:2048`, `/dev/sda:100`. */
export function deviceText({ type, values }: StructValue): string {
  const part = (name: string) => {
    const value = values[type.fields.findIndex((field) => field.name === name)];
    return value === undefined ? '' : show(value, plain, 1);
  };
  return type.name === 'Ulimit' ? `${part('Name')}=${part('Soft')}:${part('Hard')}` : `${part('Path')}:${part('Weight')}${part('Rate')}`;
}

/** `depth` is 0 for what is printed itself: pointers in it are addresses, which are other ones each time. */
export function show(value: Maybe, style: Style, depth = 0): string {
  if (value === undefined) {
    return '<nil>';
  }
  const own = style.asText ? ownText(value) : undefined;
  if (own !== undefined) {
    return style.leaf({ kind: 'string', type: { kind: 'string', name: 'string' }, text: own });
  }
  switch (value.kind) {
    case 'lost':
      return unknown(value.reason);
    case 'time':
      return unknown('The parts of a time are not evaluated here');
    case 'opaque':
      return unknown('The bytes of an address are not evaluated here');
    case 'interface':
      return show(value.to, style, depth + 1);
    case 'list':
      return `[${(value.items ?? []).map((item) => show(item, style, depth + 1)).join(' ')}]`;
    case 'map':
      if (value.unordered !== undefined) {
        return unknown(value.unordered);
      }
      return `map[${[...(value.entries ?? [])].map(([key, each]) => `${show(keyOf(value.type, key), style, depth + 1)}:${show(each, style, depth + 1)}`).join(' ')}]`;
    case 'struct':
      return `{${value.values.map((each, index) => (style.names === true ? `${value.type.fields[index]?.name ?? ''}:` : '') + show(each, style, depth + 1)).join(' ')}}`;
    case 'pointer':
      if (isNil(value)) {
        return '<nil>';
      }
      if (depth === 0 && value.to !== undefined && ['list', 'map', 'struct'].includes(value.to.kind)) {
        return `&${show(value.to, style, 1)}`;
      }
      return unknown('docker prints an address in memory here, another one each time: name a field of it, or print it with json');
    default:
      return style.leaf(value);
  }
}

/** What an action prints: pointers are followed first, unless a pointer has a text of its own. */
export function printable(value: Maybe): Maybe {
  let found = value;
  while (found?.kind === 'pointer' && found.to !== undefined && ownText(found) === undefined) {
    found = found.to;
  }
  return found;
}

export function printed(value: Maybe): string {
  const found = printable(value);
  return found === undefined ? '<no value>' : show(found, plain);
}

/** Blanks stand between two operands of which neither is a text. */
export function sprint(values: readonly Maybe[]): string {
  const isText = (value: Maybe) => value?.kind === 'string';
  return values.map((value, index) => (index > 0 && !isText(value) && !isText(values[index - 1]) ? ' ' : '') + show(value, plain)).join('');
}

export function sprintln(values: readonly Maybe[]): string {
  return `${values.map((value) => show(value, plain)).join(' ')}\n`;
}
