/** Reads the one record of comma-separated fields that `--mount`, `--network` and `--gpus` take, as Go's encoding/csv does. */
import { piece, type Slice, whole } from './slice.ts';

export interface CsvRecord {
  /** The fields read so far, all of them when nothing failed. Quotes are outside a field's text and inside its span. */
  readonly fields: readonly Slice[];
  readonly failure?: {
    readonly kind: 'empty' | 'bare-quote' | 'open-quote';
    readonly start: number;
    readonly end: number;
  };
}

interface Field {
  readonly slice: Slice;
  readonly next: number;
  readonly failure?: CsvRecord['failure'];
}

/** The record ends at the first line break, and lines without text in front of it are skipped. */
function recordOf(value: string): Slice {
  const skipped = /^(?:\r?\n)*/.exec(value)?.[0].length ?? 0;
  return piece(whole(value), skipped);
}

function unquotedField(value: string, start: number): Field {
  const separator = /[,\n]/g;
  separator.lastIndex = start;
  const end = separator.exec(value)?.index ?? value.length;
  const atLineEnd = value.charAt(end) !== ',';
  const text = value.slice(start, end);
  const slice = piece(whole(value), start, atLineEnd && text.endsWith('\r') ? end - 1 : end);
  const quote = text.indexOf('"');
  return quote < 0
    ? { slice, next: end }
    : { slice, next: end, failure: { kind: 'bare-quote', start: start + quote, end: start + quote + 1 } };
}

function quotedField(value: string, start: number): Field {
  let text = '';
  let index = start + 1;
  for (;;) {
    const close = value.indexOf('"', index);
    if (close < 0) {
      const slice = { text: text + value.slice(index), start: start + 1, end: value.length };
      return { slice, next: value.length, failure: { kind: 'open-quote', start, end: value.length } };
    }
    text += value.slice(index, close);
    if (value.charAt(close + 1) !== '"') {
      const slice = { text, start: start + 1, end: close };
      const rest = value.slice(close + 1, close + 3);
      const clean = rest === '' || (rest === '\r' && close + 2 === value.length) || /^(?:,|\r?\n)/.test(rest);
      return clean
        ? { slice, next: close + 1 }
        : { slice, next: close + 1, failure: { kind: 'bare-quote', start: close, end: close + 1 } };
    }
    text += '"';
    index = close + 2;
  }
}

/** The first record of the value. */
export function readCsv(value: string): CsvRecord {
  const record = recordOf(value);
  if (record.text === '') {
    return { fields: [], failure: { kind: 'empty', start: 0, end: value.length } };
  }
  const fields: Slice[] = [];
  let start = record.start;
  for (;;) {
    const field = value.charAt(start) === '"' ? quotedField(value, start) : unquotedField(value, start);
    fields.push(field.slice);
    if (field.failure !== undefined) {
      return { fields, failure: field.failure };
    }
    if (value.charAt(field.next) !== ',') {
      return { fields };
    }
    start = field.next + 1;
  }
}

/** The field's text as it must stand in a record: quoted when it holds a comma or a quote. */
export function csvField(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
