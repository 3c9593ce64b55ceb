/** Constants as Go writes them: texts with escapes, characters and numbers. */
import { mistake, unknown } from './template-error.ts';

const simple: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };

/** One escape after the backslash: what it stands for, as bytes or as a character, and how long it is. */
function escapeAt(text: string, at: number, quote: string): { readonly byte?: number; readonly point?: number; readonly length: number } {
  const letter = text.charAt(at);
  if (letter === quote) {
    return { point: quote.charCodeAt(0), length: 1 };
  }
  if (Object.hasOwn(simple, letter)) {
    return { point: simple[letter] ?? 0, length: 1 };
  }
  const octal = /^[0-7]{3}/.exec(text.slice(at, at + 3))?.[0];
  if (octal !== undefined && parseInt(octal, 8) < 256) {
    return { byte: parseInt(octal, 8), length: 3 };
  }
  const digits = { x: 2, u: 4, U: 8 }[letter];
  const hex = digits === undefined ? '' : text.slice(at + 1, at + 1 + digits);
  if (digits === undefined || hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) {
    return mistake(`\\${letter} is no escape that Go knows`);
  }
  const value = parseInt(hex, 16);
  if (letter !== 'x' && (value > 0x10ffff || (value >= 0xd800 && value < 0xe000))) {
    return mistake(`\\${letter}${hex} is no character`);
  }
  return letter === 'x' ? { byte: value, length: 3 } : { point: value, length: 1 + digits };
}

/** The bytes between quotes, with escapes resolved. */
function unescaped(inner: string, quote: string): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < inner.length) {
    const slash = inner.indexOf('\\', at);
    if (slash < 0) {
      parts.push(Buffer.from(inner.slice(at)));
      break;
    }
    const { byte, point = 0, length } = escapeAt(inner, slash + 1, quote);
    parts.push(Buffer.from(inner.slice(at, slash)), byte === undefined ? Buffer.from(String.fromCodePoint(point)) : Buffer.of(byte));
    at = slash + 1 + length;
  }
  return Buffer.concat(parts);
}

/** Bytes as text: what is not UTF-8 cannot be shown as the CLI writes it. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unknown('The result is cut within a character: only a terminal shows those bytes');
  }
}

/** `"…"` or `` `…` ``. */
export function readText(literal: string): string {
  const inner = literal.slice(1, -1);
  return literal.startsWith('`') ? inner.replaceAll('\r', '') : textOf(unescaped(inner, '"'));
}

/** `'a'`: the number of the character. */
export function readCharacter(literal: string): number {
  const [first, ...more] = Array.from(textOf(unescaped(literal.slice(1, -1), "'")));
  return first === undefined || more.length > 0 ? mistake('Between single quotes stands exactly one character') : (first.codePointAt(0) ?? 0);
}

const underscores = /^[+-]?(?:0[xXbBoO]_?)?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/;

/** As far as JavaScript holds them exactly. */
export function readNumber(literal: string): { readonly number: number; readonly float: boolean } {
  const sign = literal.startsWith('-') ? -1 : 1;
  const digits = literal.replace(/^[+-]/, '');
  const whole = /^0[xX][0-9a-fA-F_]+$|^0[bB][01_]+$|^0[oO]?[0-7_]+$|^[0-9][0-9_]*$/.test(digits);
  if (whole && underscores.test(literal) && !/^0[0-9_]*[89]/.test(digits)) {
    const plain = digits.replaceAll('_', '');
    const number = sign * Number(/^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain);
    return Number.isSafeInteger(number) ? { number: number + 0, float: false } : unknown(`${literal} is too large to be evaluated here`);
  }
  if (/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(digits) && /[.eE]/.test(digits)) {
    const number = sign * Number(digits);
    return Number.isFinite(number) ? { number, float: true } : mistake(`${literal} is too large`);
  }
  return /^[0-9][0-9_]*$/.test(digits) ? mistake(`${literal} is no number in Go`) : unknown(`Numbers such as ${literal} are not evaluated here`);
}
