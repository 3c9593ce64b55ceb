/** From places in a region to places in its document and back. Only code that is written in an encoding makes more of it than an addition. */
import type { TextEdit } from '../text/edit.ts';
import { shift, type Span } from '../text/span.ts';
import { readOffset, writtenEdits, writtenSpan } from './encoded-text.ts';
import type { Region } from './region.ts';

/** The stretch of the document that the region stands for. */
export function stretchOf({ start, text, writing }: Region): Span {
  return { start, end: start + (writing?.length ?? text.length) };
}

/** The same place counted from where the region begins in the document. */
export function writtenIn({ writing }: Region, span: Span): Span {
  return writing === undefined ? span : writtenSpan(writing, span);
}

export function spanInDocument(region: Region, span: Span): Span {
  return shift(writtenIn(region, span), region.start);
}

export function offsetInDocument(region: Region, offset: number): number {
  return spanInDocument(region, { start: offset, end: offset }).start;
}

export function offsetInRegion({ start, writing }: Region, offset: number): number {
  return writing === undefined || offset < start ? offset - start : readOffset(writing, offset - start);
}

/** The edits counted from where the region begins; undefined where the document has no way to write them. */
export function writtenEditsIn({ writing }: Region, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  return writing === undefined ? edits : writtenEdits(writing, edits);
}
