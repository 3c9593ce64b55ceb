/** Finds sizes that nobody means as they stand: a small number without a unit, which counts bytes. */
import { code } from '../../../text/markdown.ts';
import type { ValueProblem } from '../value-grammar.ts';
import type { ByteSize } from './byte-size.ts';

/** From here on a number without a unit was probably meant as bytes: as megabytes it would be a terabyte. */
const meantAsBytes = 1_000_000;

/** Whether the size has no unit and is smaller than anybody means. */
export function countsBytes({ bytes, unit }: ByteSize): boolean {
  return unit === '' && bytes > 0 && bytes < meantAsBytes;
}

/** For a folder in memory whose size is the text at `start`. */
export function folderSizeInBytes(text: string, size: ByteSize | undefined, start: number): ValueProblem[] {
  if (size === undefined || !countsBytes(size) || !/^\d+$/.test(text)) {
    return [];
  }
  const end = start + text.length;
  const message = `Without a unit this counts bytes, and next to nothing fits in. Write ${code(`${text}m`)} for mebibytes.`;
  return [{ start, end, code: 'folder-size-in-bytes', refusedBy: 'nobody', message, fixes: [{ title: `Write ${code(`${text}m`)} (mebibytes)`, start, end, newText: `${text}m`, safe: false }] }];
}
