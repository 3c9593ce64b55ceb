/** Half-open ranges of UTF-16 offsets, the only way positions are spoken of below the protocol layer. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset lies in the span or at either edge, as a cursor does. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function shift(range: Span, by: number): Span {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
