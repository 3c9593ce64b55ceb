/** Values as Go holds them: what a template prints depends on their types. */
import { unknown } from './template-error.ts';

export type GoType =
  /** `opaque`: shows itself as a text, and has no parts that a template could name. */
  | { readonly kind: 'string' | 'bool' | 'int' | 'uint' | 'float' | 'time' | 'opaque' | 'interface' | 'absent'; readonly name: string }
  | ListType
  | MapType
  | PointerType
  | StructType;

export interface ListType {
  readonly kind: 'list';
  readonly name: string;
  /** What a type with a name of its own is made of. */
  readonly literal: string;
  readonly element: GoType;
  /** An array. */
  readonly length?: number;
}

export interface MapType {
  readonly kind: 'map';
  readonly name: string;
  readonly literal: string;
  readonly key: GoType;
  readonly element: GoType;
}

export interface PointerType {
  readonly kind: 'pointer';
  readonly name: string;
  readonly element: GoType;
}

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly key: string;
  readonly type: GoType;
  readonly omitEmpty: boolean;
  /** Its fields are those of the struct around it. */
  readonly embedded: boolean;
}

export type GoValue =
  | { readonly kind: 'string'; readonly type: GoType; readonly text: string }
  | { readonly kind: 'bool'; readonly type: GoType; readonly truth: boolean }
  | { readonly kind: 'int' | 'uint' | 'float'; readonly type: GoType; readonly number: number }
  /** RFC 3339, as it came. */
  | { readonly kind: 'time'; readonly type: GoType; readonly text: string }
  /** As JSON has it: empty where there is none. */
  | { readonly kind: 'opaque'; readonly type: GoType; readonly text: string }
  | ListValue
  | MapValue
  | StructValue
  /** `to` is undefined for nil. */
  | { readonly kind: 'pointer'; readonly type: PointerType; readonly to: GoValue | undefined }
  | { readonly kind: 'interface'; readonly type: GoType; readonly to: GoValue | undefined }
  /** A value that the CLI has and that is not known here. */
  | { readonly kind: 'lost'; readonly type: GoType; readonly reason: string };

/** `items` is undefined for nil. */
export interface ListValue {
  readonly kind: 'list';
  readonly type: ListType;
  readonly items: readonly GoValue[] | undefined;
}

/** Entries in the order in which Go prints them. */
export interface MapValue {
  readonly kind: 'map';
  readonly type: MapType;
  readonly entries: ReadonlyMap<string, GoValue> | undefined;
  /** Why nobody but docker knows that order. */
  readonly unordered?: string;
}

/** One value for each field of the type. */
export interface StructValue {
  readonly kind: 'struct';
  readonly type: StructType;
  readonly values: readonly GoValue[];
}

/** No value at all, as Go's invalid `reflect.Value`: what a nil interface holds. */
export type Maybe = GoValue | undefined;

export const stringType: GoType = { kind: 'string', name: 'string' };
export const boolType: GoType = { kind: 'bool', name: 'bool' };
export const intType: GoType = { kind: 'int', name: 'int' };
export const floatType: GoType = { kind: 'float', name: 'float64' };
export const byteType: GoType = { kind: 'uint', name: 'uint8' };
export const anyType: GoType = { kind: 'interface', name: 'interface {}' };
export const stringsType: ListType = { kind: 'list', name: '[]string', literal: '[]string', element: stringType };

export const text = (value: string): GoValue => ({ kind: 'string', type: stringType, text: value });
export const bool = (truth: boolean): GoValue => ({ kind: 'bool', type: boolType, truth });
export const int = (number: number): GoValue => ({ kind: 'int', type: intType, number });

/** What an interface holds; other values as they are. */
export function inside(value: Maybe): Maybe {
  return value?.kind === 'interface' ? value.to : value;
}

/** What pointers and interfaces lead to, or the nil at which they end. */
export function indirect(value: Maybe): Maybe {
  let found = value;
  while ((found?.kind === 'pointer' || found?.kind === 'interface') && found.to !== undefined) {
    found = found.to;
  }
  return found;
}

export function isNil(value: Maybe): boolean {
  switch (value?.kind) {
    case undefined:
      return true;
    case 'pointer':
    case 'interface':
      return value.to === undefined;
    case 'list':
      return value.items === undefined;
    case 'map':
      return value.entries === undefined;
    default:
      return false;
  }
}

/** What `if` makes of a value. */
export function isTrue(value: Maybe): boolean {
  switch (value?.kind) {
    case undefined:
      return false;
    case 'string':
      return value.text !== '';
    case 'bool':
      return value.truth;
    case 'int':
    case 'uint':
    case 'float':
      return value.number !== 0;
    case 'list':
      return (value.items?.length ?? 0) > 0;
    case 'map':
      return (value.entries?.size ?? 0) > 0;
    case 'opaque':
      // An address is an object to Go, and a hardware address a list of bytes.
      return value.type.name !== 'HardwareAddr' || value.text !== '';
    case 'time':
    case 'struct':
      return true;
    case 'pointer':
    case 'interface':
      return value.to !== undefined;
    case 'lost':
      return unknown(value.reason);
  }
}

/** A key of a map as a value. */
export function keyOf({ key }: MapType, text: string): GoValue {
  return { kind: key.kind === 'opaque' ? 'opaque' : 'string', type: key, text };
}

/** By bytes, as Go compares texts; UTF-16 has another order. */
export function compareTexts(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
