/** Writes text of unknown origin into Markdown, where it means nothing but itself. */
import { displayText, usualLength } from './display-text.ts';

/** The text as it stands: nothing in it formats, links, embeds or starts HTML. */
export function markdownText(text: string, maxLength = usualLength): string {
  return displayText(text, maxLength).replace(/[\\`*_{}[\]()<>#+\-.!|~$&:]/g, String.raw`\$&`);
}

/** The text as code. */
export function markdownCode(text: string, maxLength = usualLength): string {
  const shown = displayText(text, maxLength);
  if (shown.trim() === '') {
    return '';
  }
  const fence = fenceAround(shown, 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The lines as a block of plain text. */
export function markdownBlock(lines: readonly string[], maxLength: number): string {
  const shown = lines.map((line) => displayText(line, maxLength)).join('\n');
  const fence = fenceAround(shown, 3);
  return `${fence}text\n${shown}\n${fence}`;
}

/** A cell of a table, in which a bar would end even code. */
export function markdownCell(markdown: string): string {
  return markdown.replaceAll('|', String.raw`\|`);
}

/** Backquotes that no run of them in the text can close. */
function fenceAround(text: string, minLength: number): string {
  const longest = Math.max(minLength - 1, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}
