/** Flags of `docker run`, made of values as a description has them: nothing of what is absent, or is so anyway. */
import { numberOf, textOf } from '../engine/json-value.ts';

export type Flag = readonly string[];

export function each(name: string, values: readonly string[]): Flag[] {
  return values.map((value) => [name, value]);
}

export function text(name: string, value: unknown, ...usual: readonly string[]): Flag[] {
  const given = textOf(value);
  return given === '' || usual.includes(given) ? [] : [[name, given]];
}

/** Zero is what engines write for none. */
export function amount(name: string, value: unknown, unit = ''): Flag[] {
  const given = numberOf(value) ?? 0;
  return given === 0 ? [] : [[name, `${given}${unit}`]];
}

/** Zero is an amount like any other. */
export function count(name: string, value: unknown): Flag[] {
  const given = numberOf(value);
  return given === undefined ? [] : [[name, String(given)]];
}

/** In the largest unit that needs no fraction. */
export function size(name: string, value: unknown): Flag[] {
  const bytes = numberOf(value) ?? 0;
  const [letter, unit] = ([['g', 2 ** 30], ['m', 2 ** 20], ['k', 2 ** 10]] as const).find(([, each]) => bytes > 0 && bytes % each === 0) ?? ['', 1];
  return amount(name, bytes / unit, letter);
}

export function on(name: string, value: unknown): Flag[] {
  return value === true ? [[name]] : [];
}

/** Engines keep durations in nanoseconds. */
export function duration(name: string, value: unknown): Flag[] {
  const given = numberOf(value) ?? 0;
  return given === 0 ? [] : [[name, `${given / 1e6}ms`]];
}

/** `NAME=value` for each entry of a map. */
export function pairs(name: string, values: Readonly<Record<string, string>>): Flag[] {
  return each(name, Object.entries(values).map(([key, value]) => `${key}=${value}`));
}
