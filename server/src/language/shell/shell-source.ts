/** A text that is read as a script, and where each of its characters stands in the region: payloads of `bash -c` too. */
import type { Span } from '../text/span.ts';

/** A stretch whose text is not known before the script runs, so that no shell syntax may be read from it. */
export interface Hole extends Span {
  readonly kind: 'expansion' | 'placeholder';
}

export interface ShellSource {
  /** What the parser reads: holes are filled with letters. */
  readonly text: string;
  /** What stands there: as long as `text`. */
  readonly original: string;
  /** In order, without overlap. */
  readonly holes: readonly Hole[];
  /** The text of the region. */
  readonly region: string;
  /** Offset in the region of each unit, and one more for the end; absent when `text` is the region itself. */
  readonly offsets?: readonly number[];
}

/** The text with its holes filled. */
export function fillHoles(text: string, holes: readonly Hole[]): string {
  let filled = '';
  let position = 0;
  for (const { start, end } of holes) {
    // A hole that stands for lines of a command ends with a line break, which ends its word.
    const isLine = text.charAt(end - 1) === '\n';
    filled += text.slice(position, start) + (isLine ? `${'x'.repeat(end - start - 1)} ` : 'x'.repeat(end - start));
    position = end;
  }
  return position === 0 ? text : filled + text.slice(position);
}

/** A script that was taken out of words of the region. */
export function payloadSource(region: string, value: string, offsets: readonly number[], holes: readonly Hole[]): ShellSource {
  return { text: fillHoles(value, holes), original: value, holes, region, offsets };
}

/** Where a stretch of the source stands in the region. */
export function spanInRegion(source: ShellSource, start: number, end: number): Span {
  const { offsets } = source;
  if (offsets === undefined) {
    return { start, end };
  }
  const from = offsets[start] ?? source.region.length;
  if (end <= start) {
    return { start: from, end: from };
  }
  // The end of the last unit: quotes between it and the next unit belong to neither.
  const last = offsets[end - 1] ?? from;
  const next = offsets[end] ?? last + 1;
  const escaped = source.region.charAt(last) === '\\' && next - last > 1;
  return { start: from, end: Math.max(from, Math.min(next, last + (escaped ? 2 : 1))) };
}

/** The holes that share a unit with the stretch. */
export function holesIn(source: ShellSource, start: number, end: number): readonly Hole[] {
  const { holes } = source;
  if (holes.length === 0) {
    return holes;
  }
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holes[middle]?.end ?? 0) <= start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found: Hole[] = [];
  for (let hole = holes[low]; hole !== undefined && hole.start < end; hole = holes[++low]) {
    found.push(hole);
  }
  return found;
}
