/** Matches in the middle of a text, for readers that go through it from left to right. */

/** What the sticky pattern matches at the position. */
export function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
