/** Fixture texts mark a cursor with `‸` and ranges with `⟦ ⟧`, which no shell or Markdown uses. */

export interface Marked {
  readonly text: string;
  /** Offset of the one cursor, or -1. */
  readonly cursor: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text and tells where they were. Ranges may nest. */
export function marked(source: string): Marked {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === '‸') {
      cursor = text.length;
    } else if (character === '⟦') {
      open.push(text.length);
    } else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) {
        throw new Error(`A ⟧ without ⟦ in: ${source}`);
      }
      ranges.push({ start, end: text.length });
    } else {
      text += character;
    }
  }
  if (open.length > 0) {
    throw new Error(`A ⟦ without ⟧ in: ${source}`);
  }
  return { text, cursor, ranges: ranges.sort((a, b) => a.start - b.start) };
}

/** The text with the ranges marked, for failure messages that show where something is. */
export function mark(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const at = (offset: number, side: 'start' | 'end') => ranges.filter((range) => range[side] === offset).length;
  let result = '';
  for (let offset = 0; offset <= text.length; offset++) {
    result += '⟧'.repeat(at(offset, 'end')) + '⟦'.repeat(at(offset, 'start')) + text.charAt(offset);
  }
  return result;
}
