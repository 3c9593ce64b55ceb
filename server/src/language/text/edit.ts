/** Text edits as values: one replaced span each, applied together or not at all. */
import type { Span } from './span.ts';

/** A part of a new text that waits for the user's own value; parts with the same number get the same. */
export interface TabStop {
  /** In the new text. */
  readonly span: Span;
  readonly number: number;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
  /** In order, without overlap; for editors that go from one to the next. */
  readonly stops?: readonly TabStop[];
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText };
}

export function insert(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

export function remove(span: Span): TextEdit {
  return { span, newText: '' };
}

export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether two of the edits replace the same character, or insert at the same place. */
export function editsOverlap(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (next.span.start < edit.span.end || next.span.start === edit.span.start);
  });
}

/** The text after all edits. Throws a RangeError when they overlap or reach outside the text: nothing is half applied. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (editsOverlap(edits)) {
    throw new RangeError('The edits overlap.');
  }
  let result = '';
  let position = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < 0 || span.end > text.length || span.end < span.start) {
      throw new RangeError(`The edit ${span.start}–${span.end} lies outside the text.`);
    }
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}
