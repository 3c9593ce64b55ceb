/** Texts in the rows of a pick, which reads `$(name)` as an icon. */

export function withoutIcons(text: string): string {
  return text.replaceAll('$(', String.raw`\$(`);
}
