/** Finds the shell text in Markdown. */
import type { Region } from './region.ts';

export function markdownRegions(text: string, mentions: RegExp): Region[] {
  const regions: Region[] = [];
  for (const match of text.matchAll(/^```(?:bash|sh|shell|console|zsh)\n([\s\S]*?)^```/gm)) {
    const body = match[1] ?? '';
    if (mentions.test(body)) {
      regions.push({ start: match.index + match[0].indexOf('\n') + 1, text: body, dialect: 'posix', origin: 'fence', linePrefix: '' });
    }
  }
  return regions;
}
