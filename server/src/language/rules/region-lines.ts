/** The lines of a region as a reader sees them, so that rules can look at what stands around a command. */
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Region } from '../shell/region.ts';

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** As long as the line: the shell text, or what the masking hides where that is blank. */
  readonly text: string;
  /** The shell text is blank, but the document has something here: output below a prompt. */
  readonly hidden: boolean;
}

function between(region: Region, start: number, end: number): Line {
  const text = region.text.slice(start, end);
  if (region.raw === undefined || /\S/.test(text)) {
    return { start, end, text, hidden: false };
  }
  // Quote markers belong to the document, not to what the reader types.
  const raw = region.raw
    .slice(start, end)
    .replace(/\r$/, ' ')
    .replace(/^[\s>]+/, (markers) => ' '.repeat(markers.length));
  return { start, end, text: raw, hidden: /\S/.test(raw) };
}

/** What the document has on the line in front of the offset: also what the masking hides, such as the times of cron. */
export function writtenInFront({ text, raw = text }: Region, offset: number): string {
  return raw.slice(lineStart(raw, offset), offset);
}

/** The line on which the offset falls. */
export function lineAt(region: Region, offset: number): Line {
  return between(region, lineStart(region.text, offset), lineEnd(region.text, offset));
}

export function lineAfter(region: Region, { end }: Line): Line | undefined {
  return end >= region.text.length ? undefined : lineAt(region, end + 1);
}

export function lineBefore(region: Region, { start }: Line): Line | undefined {
  return start === 0 ? undefined : lineAt(region, start - 1);
}

/** How far the line stands in, prompts and quote markers counted as they stand in the document. */
export function indentOf(region: Region, { start, end }: Line): number {
  return /^[\s>]*/.exec((region.raw ?? region.text).slice(start, end))?.[0].length ?? 0;
}

export function isBlank({ text }: Line): boolean {
  return !/\S/.test(text);
}

export function isComment({ text }: Line): boolean {
  return /^\s*#/.test(text);
}
