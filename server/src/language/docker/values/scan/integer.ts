/** Reads integers as Go's strconv does, which is what the flags of the Docker CLI accept. */

/** What went wrong: not an integer at all, or one that does not fit. */
export type IntegerFailure = 'syntax' | 'range';

export interface IntegerOptions {
  /** 0 takes `0x`, `0o`, `0b`, a leading zero for octal, and `_` between digits; 10 takes decimal digits only. */
  readonly base: 0 | 10;
  readonly bits: 16 | 64;
  /** Unsigned integers take no sign, not even `+`. */
  readonly signed: boolean;
}

const int64: IntegerOptions = { base: 0, bits: 64, signed: true };

const prefixed: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/^0x(?:_?[0-9a-f])+$/i, '0x'],
  [/^0b(?:_?[01])+$/i, '0b'],
  [/^0o(?:_?[0-7])+$/i, '0o'],
  [/^0(?:_?[0-7])+$/, '0o'],
  [/^(?:0|[1-9](?:_?[0-9])*)$/, ''],
];

function magnitude(digits: string, base: 0 | 10): bigint | undefined {
  if (base === 10) {
    return /^[0-9]+$/.test(digits) ? BigInt(digits) : undefined;
  }
  for (const [pattern, prefix] of prefixed) {
    if (pattern.test(digits)) {
      const bare = digits.replaceAll('_', '').replace(/^0[xob]/i, '');
      return BigInt(prefix + bare);
    }
  }
  return undefined;
}

/** The integer that Go reads in the text, or why it refuses. Integers of the CLI's flags are `int64` in base 0 by default. */
export function parseInteger(text: string, options: IntegerOptions = int64): bigint | IntegerFailure {
  const { base, bits, signed } = options;
  const sign = signed ? (/^[+-]/.exec(text)?.[0] ?? '') : '';
  const absolute = magnitude(text.slice(sign.length), base);
  if (absolute === undefined) {
    return 'syntax';
  }
  const value = sign === '-' ? -absolute : absolute;
  const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const high = signed ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n;
  return value < low || value > high ? 'range' : value;
}

/** The integer with thousands separated, for prose: `1,048,576`. */
export function grouped(value: bigint | number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
