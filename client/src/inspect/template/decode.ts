/** Reads JSON into the types of the CLI, or into no types at all, as Go does. */
import { anyType, compareTexts, type GoType, type GoValue, type ListType, type MapType, type MapValue, stringType, type StructType } from './go-value.ts';

const anyList: ListType = { kind: 'list', name: '[]interface {}', literal: '[]interface {}', element: anyType };
const anyMap: MapType = { kind: 'map', name: 'map[string]interface {}', literal: 'map[string]interface {}', key: stringType, element: anyType };
const numberType: GoType = { kind: 'string', name: 'json.Number' };

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isMissing(json: unknown): json is null | undefined {
  return json === undefined || json === null;
}

/** Go has no unpaired surrogates. */
const unpaired = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function wellFormed(text: string): string {
  return text.replace(unpaired, '\ufffd');
}

function sorted(json: Readonly<Record<string, unknown>>, value: (each: unknown) => GoValue): ReadonlyMap<string, GoValue> {
  return new Map(Object.entries(json).sort(([left], [right]) => compareTexts(left, right)).map(([key, each]) => [wellFormed(key), value(each)]));
}

/** Docker 29 sorts ports by number, and those of one number by where its memory has their protocol. */
function byNumber(entries: ReadonlyMap<string, GoValue>): Pick<MapValue, 'entries' | 'unordered'> {
  const numbers = [...entries.keys()].map((port) => parseInt(port, 10));
  const sortedByNumber = new Map([...entries].sort(([left], [right]) => parseInt(left, 10) - parseInt(right, 10)));
  return { entries: sortedByNumber, ...(new Set(numbers).size < numbers.length && { unordered: 'docker 29 shows a port of two protocols in either order' }) };
}

function decodeMap(type: MapType, json: unknown): GoValue {
  if (isMissing(json)) {
    return { kind: 'map', type, entries: undefined };
  }
  if (!isObject(json)) {
    return lost(type, json);
  }
  const entries = sorted(json, (each) => decode(type.element, each));
  return { kind: 'map', type, ...(type.key.name === 'NetPort' ? byNumber(entries) : { entries }) };
}

/** A value that did not come through as the engine wrote it, or that docker has no place for. */
function lost(type: GoType, json: unknown): GoValue {
  return { kind: 'lost', type, reason: typeof json === 'number' ? 'The number is too large to be known exactly here' : `The description has something else where docker expects ${type.name}` };
}

/** JSON without types: `interface{}`, whose numbers keep their digits. */
export function decodeRaw(json: unknown): GoValue {
  return { kind: 'interface', type: anyType, to: rawValue(json) };
}

function rawValue(json: unknown): GoValue | undefined {
  switch (typeof json) {
    case 'string':
      return { kind: 'string', type: stringType, text: wellFormed(json) };
    case 'boolean':
      return { kind: 'bool', type: { kind: 'bool', name: 'bool' }, truth: json };
    case 'number':
      return Number.isSafeInteger(json) ? { kind: 'string', type: numberType, text: String(json) } : lost(numberType, json);
    default:
      if (Array.isArray(json)) {
        return { kind: 'list', type: anyList, items: json.map(decodeRaw) };
      }
      return isObject(json) ? { kind: 'map', type: anyMap, entries: sorted(json, decodeRaw) } : undefined;
  }
}

function decodeStruct(type: StructType, json: unknown): GoValue {
  if (!isObject(json) && !isMissing(json)) {
    return lost(type, json);
  }
  const object = json ?? {};
  return { kind: 'struct', type, values: type.fields.map((field) => decode(field.type, field.embedded ? object : object[field.key])) };
}

function decodeList(type: ListType, json: unknown): GoValue {
  if (isMissing(json)) {
    return { kind: 'list', type, items: type.length === undefined ? undefined : Array.from({ length: type.length }, () => decode(type.element, undefined)) };
  }
  // Commands were texts once, and older descriptions still have them.
  const items: unknown = typeof json === 'string' && type.name === 'StrSlice' ? [json] : json;
  return Array.isArray(items) ? { kind: 'list', type, items: items.map((each) => decode(type.element, each)) } : lost(type, json);
}

function decodeNumber(kind: 'int' | 'uint' | 'float', type: GoType, json: unknown): GoValue {
  const number = json ?? 0;
  return typeof number === 'number' && Number.isSafeInteger(number) ? { kind, type, number } : lost(type, json);
}

/** Values that are missing are the zero of their type. */
export function decode(type: GoType, json: unknown): GoValue {
  switch (type.kind) {
    case 'string':
      return isMissing(json) ? { kind: 'string', type, text: '' } : typeof json === 'string' ? { kind: 'string', type, text: wellFormed(json) } : lost(type, json);
    case 'bool':
      return isMissing(json) || typeof json === 'boolean' ? { kind: 'bool', type, truth: json === true } : lost(type, json);
    case 'int':
    case 'uint':
    case 'float':
      return decodeNumber(type.kind, type, json);
    case 'time':
      return isMissing(json) ? { kind: 'time', type, text: '0001-01-01T00:00:00Z' } : typeof json === 'string' ? { kind: 'time', type, text: json } : lost(type, json);
    case 'opaque':
      return isMissing(json) ? { kind: 'opaque', type, text: '' } : typeof json === 'string' ? { kind: 'opaque', type, text: json } : lost(type, json);
    case 'list':
      return decodeList(type, json);
    case 'map':
      return decodeMap(type, json);
    case 'pointer':
      return { kind: 'pointer', type, to: isMissing(json) ? undefined : decode(type.element, json) };
    case 'struct':
      return decodeStruct(type, json);
    case 'interface':
      return decodeRaw(json);
    case 'absent':
      return isMissing(json) ? { kind: 'pointer', type: { kind: 'pointer', name: type.name, element: type }, to: undefined } : lost(type, json);
  }
}
