/** Pieces of a value that remember where they stand, so that parts and problems get exact offsets. */
export interface Slice {
  readonly text: string;
  /** Offsets into the value. */
  readonly start: number;
  readonly end: number;
}

export function whole(value: string): Slice {
  return { text: value, start: 0, end: value.length };
}

/** The piece `[from, to)` of the slice. A slice that was unquoted is shorter than its span; offsets stay inside the span. */
export function piece(slice: Slice, from: number, to = slice.text.length): Slice {
  const at = (index: number) => Math.min(slice.end, slice.start + index);
  return { text: slice.text.slice(from, to), start: at(from), end: Math.max(at(from), at(to)) };
}

/** All pieces between the separators; one for a slice without any. */
export function split(slice: Slice, separator: string): Slice[] {
  const pieces: Slice[] = [];
  let from = 0;
  for (const text of slice.text.split(separator)) {
    pieces.push(piece(slice, from, from + text.length));
    from += text.length + separator.length;
  }
  return pieces;
}

/** What stands before and after the first separator; no `after` when there is none. */
export function cut(slice: Slice, separator: string): { readonly before: Slice; readonly after?: Slice } {
  const index = slice.text.indexOf(separator);
  return index < 0 ? { before: slice } : { before: piece(slice, 0, index), after: piece(slice, index + separator.length) };
}

/** The slice without blanks at its ends. */
export function trimmed(slice: Slice): Slice {
  const from = slice.text.length - slice.text.trimStart().length;
  return piece(slice, from, Math.max(from, slice.text.trimEnd().length));
}

/** The piece that the cursor is in or at the end of. */
export function pieceAt(pieces: readonly Slice[], cursor: number): Slice | undefined {
  return pieces.find(({ start, end }) => start <= cursor && cursor <= end);
}
