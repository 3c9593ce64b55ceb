/** Reads time spans as Go's time.ParseDuration does: `30s`, `1m30s`, `500ms`. */

/** One number with its unit inside a duration. */
export interface DurationTerm {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly unit: string;
}

export type Duration =
  | { readonly ok: true; readonly nanoseconds: bigint; readonly terms: readonly DurationTerm[] }
  | { readonly ok: false; readonly reason: 'syntax' | 'missing-unit' | 'unknown-unit' | 'range'; readonly unit?: string };

const unitLengths: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

const longest = 1n << 63n;

/** The duration that Go reads in the text, or why it refuses. */
export function parseDuration(text: string): Duration {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length);
  if (body === '0') {
    return { ok: true, nanoseconds: 0n, terms: [] };
  }
  const terms: DurationTerm[] = [];
  let total = 0n;
  let position = 0;
  while (position < body.length) {
    const [term = '', number = '', unit = ''] = /^([0-9]*\.?[0-9]*)([^0-9.]*)/.exec(body.slice(position)) ?? [];
    if (!/[0-9]/.test(number)) {
      return { ok: false, reason: 'syntax' };
    }
    if (unit === '') {
      return { ok: false, reason: 'missing-unit' };
    }
    const length = unitLengths.get(unit);
    if (length === undefined) {
      return { ok: false, reason: 'unknown-unit', unit };
    }
    const start = sign.length + position;
    terms.push({ start, end: start + term.length, number, unit });
    total += nanosecondsOf(number, length);
    position += term.length;
  }
  if (terms.length === 0) {
    return { ok: false, reason: 'syntax' };
  }
  if (total > longest || (total === longest && sign !== '-')) {
    return { ok: false, reason: 'range' };
  }
  return { ok: true, nanoseconds: sign === '-' ? -total : total, terms };
}

function nanosecondsOf(number: string, length: bigint): bigint {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = fraction.slice(0, 18);
  return BigInt(whole === '' ? '0' : whole) * length + (BigInt(digits === '' ? '0' : digits) * length) / 10n ** BigInt(digits.length);
}

const spoken = [
  [3_600_000_000_000n, 'hour'],
  [60_000_000_000n, 'minute'],
  [1_000_000_000n, 'second'],
  [1_000_000n, 'millisecond'],
  [1_000n, 'microsecond'],
  [1n, 'nanosecond'],
] as const;

/** The time span in prose: `1 minute 30 seconds`. */
export function describeDuration(nanoseconds: bigint): string {
  let rest = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const words: string[] = [];
  for (const [length, name] of spoken) {
    const count = rest / length;
    rest %= length;
    if (count > 0n) {
      words.push(`${count} ${name}${count === 1n ? '' : 's'}`);
    }
  }
  return words.length === 0 ? '0 seconds' : `${nanoseconds < 0n ? 'minus ' : ''}${words.join(' ')}`;
}
