/** The function `json`: values as Go's encoder writes them, which need not be what the engine sent. */
import { floatText } from './print.ts';
import { compareTexts, type Field, type GoValue, type Maybe, type StructValue } from './go-value.ts';
import { unknown } from './template-error.ts';

const escapes: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };
/** Go 1.22 and newer. */
const newEscapes: Readonly<Record<string, string>> = { '\b': String.raw`\b`, '\f': String.raw`\f` };

function quoted(text: string, go: number): string {
  const special = (character: string) =>
    escapes[character] ?? (go >= 22 ? newEscapes[character] : undefined) ?? (/["\\]/.test(character) ? `\\${character}` : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${text.replace(/["\\\u0000-\u001f\u2028\u2029]/g, special)}"`;
}

/** What `omitempty` leaves out. */
function isEmpty(value: GoValue): boolean {
  switch (value.kind) {
    case 'string':
    case 'opaque':
      return value.text === '';
    case 'bool':
      return !value.truth;
    case 'int':
    case 'uint':
    case 'float':
      return value.number === 0;
    case 'list':
      return (value.items?.length ?? 0) === 0;
    case 'map':
      return (value.entries?.size ?? 0) === 0;
    case 'pointer':
    case 'interface':
      return value.to === undefined;
    default:
      return false;
  }
}

/** Its own fields and those of the structs in it. */
function members({ type, values }: StructValue): readonly (readonly [Field, GoValue])[] {
  return type.fields.flatMap((field, index): readonly (readonly [Field, GoValue])[] => {
    const value = values[index];
    const inner = value?.kind === 'pointer' ? value.to : value;
    if (field.embedded) {
      return inner?.kind === 'struct' ? members(inner) : [];
    }
    return value === undefined ? [] : [[field, value]];
  });
}

export function encodeJson(value: Maybe, go: number): string {
  switch (value?.kind) {
    case undefined:
      return 'null';
    case 'lost':
      return unknown(value.reason);
    case 'string':
      return value.type.name === 'json.Number' ? value.text : quoted(value.text, go);
    case 'time':
    case 'opaque':
      return quoted(value.text, go);
    case 'bool':
      return String(value.truth);
    case 'int':
    case 'uint':
      return String(value.number);
    case 'float':
      return floatJson(value.number);
    case 'interface':
    case 'pointer':
      return encodeJson(value.to, go);
    case 'list':
      return value.items === undefined ? 'null' : `[${value.items.map((item) => encodeJson(item, go)).join(',')}]`;
    case 'map':
      return value.entries === undefined ? 'null' : `{${[...value.entries].sort(([left], [right]) => compareTexts(left, right)).map(([key, each]) => `${quoted(key, go)}:${encodeJson(each, go)}`).join(',')}}`;
    case 'struct':
      return `{${members(value).filter(([field, each]) => !(field.omitEmpty && isEmpty(each))).map(([field, each]) => `${quoted(field.key, go)}:${encodeJson(each, go)}`).join(',')}}`;
  }
}

/** Like `fmt` except where exponents begin. */
function floatJson(number: number): string {
  return Math.abs(number) < 1e-4 && Math.abs(number) >= 1e-6 ? number.toFixed(20).replace(/0+$/, '') : floatText(number).replace(/e-0(\d)$/, 'e-$1');
}
