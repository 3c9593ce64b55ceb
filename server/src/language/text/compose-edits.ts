/** Makes one set of edits out of two that follow each other, so that stretches that neither touches stay as they are. */
import { applyEdits, inOrder, replace, type TextEdit } from './edit.ts';
import type { Span } from './span.ts';

/** What an edit of the first set made: its place in the text before and in the one between. */
interface Made {
  readonly before: Span;
  readonly start: number;
  readonly end: number;
  readonly edit: TextEdit;
}

function madeBy(edits: readonly TextEdit[]): Made[] {
  let shift = 0;
  return inOrder(edits).map((edit) => {
    const { span, newText } = edit;
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { before: span, start, end: start + newText.length, edit };
  });
}

/** Edits of `text` that do what `first` does to it and `second` does to what comes of that. */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const between = applyEdits(text, first);
  const made = madeBy(first);
  const later = inOrder(second);
  const composed: TextEdit[] = [];
  let shift = 0;
  let next = 0;
  for (let index = 0; index < made.length || next < later.length; ) {
    const old = made[index];
    const edit = later[next];
    // What they touch together becomes one edit, and grows by all that touches it.
    const start = Math.min(old?.start ?? Infinity, edit?.span.start ?? Infinity);
    let end = start;
    const from = { made: index, later: next };
    for (let grows = true; grows; ) {
      const other = made[index];
      const further = later[next];
      if (other !== undefined && other.start <= end) {
        end = Math.max(end, other.end);
        index++;
      } else if (further !== undefined && further.span.start <= end) {
        end = Math.max(end, further.span.end);
        next++;
      } else {
        grows = false;
      }
    }
    const olds = made.slice(from.made, index);
    const news = later.slice(from.later, next);
    const growth = olds.reduce((sum, { edit: { newText }, before }) => sum + newText.length - (before.end - before.start), 0);
    const [only] = olds;
    if (news.length === 0 && olds.length === 1 && only !== undefined) {
      composed.push(only.edit);
    } else {
      const inner = news.map(({ span, newText }) => replace({ start: span.start - start, end: span.end - start }, newText));
      composed.push(replace({ start: start - shift, end: end - shift - growth }, applyEdits(between.slice(start, end), inner)));
    }
    shift += growth;
  }
  return composed;
}
