/** Reads amounts of memory and disk as the Docker CLI does: a number, at most one blank, a unit. */
import type { CliVersion } from '../../cli-facts.ts';
import { grouped } from './integer.ts';

export interface ByteSize {
  /** Whole bytes; infinite or NaN for the odd spellings that the CLI lets through. */
  readonly bytes: number;
  /** Length of the number at the beginning of the text. */
  readonly numberLength: number;
  /** As written, without the blank in front; empty when bytes are meant. */
  readonly unit: string;
}

const multiples = 'kmgtp';

const digits = String.raw`[0-9]+(?:_[0-9]+)*`;
const decimal = new RegExp(String.raw`^[+-]?(?:${digits}(?:\.(?:${digits})?)?|\.${digits})(?:e[+-]?${digits})?$`, 'i');

/** Go's strconv.ParseFloat; undefined where it refuses. */
function parseFloat64(text: string): number | undefined {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special !== null) {
    return /nan/i.test(text) ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  }
  if (decimal.test(text)) {
    const value = Number(text.replaceAll('_', ''));
    return Number.isFinite(value) ? value : undefined;
  }
  const hex = /^([+-]?)0x_?([0-9a-f]+(?:_[0-9a-f]+)*)?(?:\.([0-9a-f]*))?p([+-]?[0-9]+)$/i.exec(text);
  if (hex === null) {
    return undefined;
  }
  const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
  const mantissa = whole.replaceAll('_', '') + fraction;
  if (mantissa === '') {
    return undefined;
  }
  const value = Number(`0x${mantissa}`) * 2 ** (Number(exponent) - 4 * fraction.length);
  return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined;
}

/** The rules of CLI 20.10: fewer ways to write the number, more to write the unit. */
function parseOld(text: string, base: number): ByteSize | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?) ?([kmgtp]?i?b?)$/i.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, number = '', unit = ''] = match;
  const power = multiples.indexOf(unit.charAt(0).toLowerCase()) + 1;
  return { bytes: Math.trunc(Number(number) * base ** (unit === '' ? 0 : power)), numberLength: number.length, unit };
}

/** The size that the CLI reads, or undefined where it refuses. `base` is 1024 for memory, 1000 for sizes of log files. */
export function parseByteSize(text: string, version: CliVersion, base: 1000 | 1024 = 1024): ByteSize | undefined {
  if (version === '20.10.24') {
    return parseOld(text, base);
  }
  const match = /^([^]*[0-9. ])([^]*)$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const number = (match[1] ?? '').replace(/ $/, '');
  const unit = match[2] ?? '';
  const value = parseFloat64(number);
  if (value === undefined || value < 0 || !/^(?:b|[kmgtp](?:b|ib)?)?$/i.test(unit)) {
    return undefined;
  }
  const power = unit === '' ? 0 : multiples.indexOf(unit.charAt(0).toLowerCase()) + 1;
  return { bytes: Math.trunc(value * base ** power), numberLength: number.length, unit };
}

const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const decimalUnits = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** The amount in prose: `536,870,912 bytes (512 MiB)`. */
export function describeBytes(bytes: number, base: 1000 | 1024 = 1024): string {
  if (!Number.isSafeInteger(bytes)) {
    return 'more than any machine has';
  }
  const units = base === 1024 ? binaryUnits : decimalUnits;
  let power = 0;
  while (power < units.length - 1 && bytes >= base ** (power + 1)) {
    power++;
  }
  const exact = bytes === 1 ? '1 byte' : `${grouped(bytes)} bytes`;
  if (power === 0) {
    return exact;
  }
  const amount = bytes / base ** power;
  const rounded = Number(amount.toFixed(2));
  return `${exact} (${rounded === amount ? '' : 'about '}${rounded} ${units[power] ?? ''})`;
}
