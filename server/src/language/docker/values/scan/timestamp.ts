/** Reads points in time as `--since` and `--until` do: a duration back from now, a date, or Unix seconds. */
import { describeDuration, parseDuration } from './duration.ts';
import { parseInteger } from './integer.ts';

export type Timestamp =
  | { readonly kind: 'duration'; readonly nanoseconds: bigint }
  | { readonly kind: 'date'; readonly zone: 'local' | 'given' }
  | { readonly kind: 'unix' };

const day = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const zone = String.raw`(?:Z|[+-]\d\d:\d\d)`;

function isCalendarDay(year: number, month: number, date: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (days[month - 1] ?? 0);
}

/** The clock time that may follow the day; which pieces depends on the colons and dots in the whole text. */
function timePattern(text: string, local: boolean): string {
  const offset = local ? '' : zone;
  const seconds = String.raw`T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?${offset}`;
  if (text.includes('.')) {
    return seconds;
  }
  if (!text.includes('T')) {
    return offset;
  }
  const signed = !local && !/[zZ]/.test(text);
  const colons = Math.max(0, text.split(':').length - 1 - (signed ? 1 : 0));
  const hour = String.raw`T(\d\d?)`;
  return colons === 0 ? hour + offset : colons === 1 ? String.raw`${hour}:(\d\d)${offset}` : seconds;
}

function parseDate(text: string): Timestamp | undefined {
  const local = !/[zZ+]/.test(text) && text.split('-').length - 1 !== 3;
  const match = new RegExp(`^${day}${timePattern(text, local)}$`).exec(text);
  if (match === null) {
    return undefined;
  }
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const [, offsetHour = '0', offsetMinute = '0'] = /[+-](\d\d):(\d\d)$/.exec(local ? '' : text) ?? [];
  const clock = hour <= 23 && minute <= 59 && second <= 59 && Number(offsetHour) <= 24 && Number(offsetMinute) <= 60;
  return clock && isCalendarDay(year, month, date) ? { kind: 'date', zone: local ? 'local' : 'given' } : undefined;
}

/** What the text means as a point in time; undefined when the CLI cannot read it. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const duration = parseDuration(text);
  if (duration.ok && text !== '0') {
    return { kind: 'duration', nanoseconds: duration.nanoseconds };
  }
  const date = parseDate(text);
  if (date !== undefined) {
    return date;
  }
  const numbers = text.includes('.') ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : [text];
  const isUnix = !text.includes('-') && numbers.every((digits) => typeof parseInteger(digits, { base: 10, bits: 64, signed: true }) === 'bigint');
  return isUnix ? { kind: 'unix' } : undefined;
}

/** Whether the text is a number of seconds within the first three years of Unix time: somebody forgot the unit. */
export function lacksUnit(text: string): boolean {
  return /^[1-9]\d{0,7}$/.test(text);
}

/** The point in time in words: `10 minutes ago`. */
export function describeTimestamp(text: string, timestamp: Timestamp, clock: 'this machine' | 'the engine' = 'this machine'): string {
  switch (timestamp.kind) {
    case 'duration': {
      const length = timestamp.nanoseconds;
      return length < 0n ? `${describeDuration(-length)} from now, in the future` : `${describeDuration(length)} before now, by the clock of ${clock}`;
    }
    case 'date':
      return timestamp.zone === 'local' ? `This moment in the time zone of ${clock}` : 'This moment, in the time zone that is written';
    case 'unix': {
      const date = new Date(Number.parseInt(text, 10) * 1000);
      return Number.isNaN(date.getTime()) ? 'Seconds since 1970' : `Seconds since 1970: ${date.toISOString().replace('.000Z', 'Z')}`;
    }
  }
}
