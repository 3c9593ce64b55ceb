/** Reads the fields of a `--mount` value into keys and values. */
import { mountKey, type MountKey } from '../mount-keys.ts';
import { type CsvRecord, readCsv } from './csv.ts';
import { cut, type Slice } from './slice.ts';

export interface MountField {
  readonly field: Slice;
  readonly key: Slice;
  readonly value?: Slice;
  /** Absent for a key that no version knows. */
  readonly known?: MountKey;
}

export interface MountSpec {
  readonly record: CsvRecord;
  readonly fields: readonly MountField[];
  /** Lower case, as the CLI reads it; `volume` when not given. */
  readonly type: string;
}

/** Release 29.3 and newer ignore blanks around the whole value. */
function readRecord(value: string, trims: boolean): CsvRecord {
  const offset = trims ? value.length - value.trimStart().length : 0;
  const { fields, failure } = readCsv(trims ? value.trim() : value);
  const shifted = fields.map(({ text, start, end }) => ({ text, start: start + offset, end: end + offset }));
  return failure === undefined ? { fields: shifted } : { fields: shifted, failure: { kind: failure.kind, start: failure.start + offset, end: failure.end + offset } };
}

export function readMount(value: string, trims = false): MountSpec {
  const record = readRecord(value, trims);
  const fields = record.fields.map((field): MountField => {
    const { before: key, after } = cut(field, '=');
    const known = mountKey(key.text);
    return { field, key, ...(after === undefined ? {} : { value: after }), ...(known === undefined ? {} : { known }) };
  });
  return { record, fields, type: lastValue(fields, 'type')?.text.toLowerCase() ?? 'volume' };
}

/** The field that counts for the key: the last one, in any of its spellings. */
export function lastField(fields: readonly MountField[], name: string): MountField | undefined {
  return fields.findLast(({ known }) => known?.name === name);
}

export function lastValue(fields: readonly MountField[], name: string): Slice | undefined {
  return lastField(fields, name)?.value;
}
