/** Backticks in backticks are escaped: the shell takes the escapes away before it reads the inner command. */
import { holesIn, type Hole, type ShellSource } from './shell-source.ts';

/** The command between two backticks at `[start, end)` of the source, as the shell reads it. */
export function escapedBackticks(outer: ShellSource, start: number, end: number): ShellSource {
  let text = '';
  let original = '';
  const offsets: number[] = [];
  const holes: Hole[] = [];
  const byStart = new Map(holesIn(outer, start, end).map((hole) => [hole.start, hole]));
  for (let at = start; at < end; at++) {
    const place = at;
    if (outer.text.charAt(at) === '\\' && at + 1 < end && '`\\$'.includes(outer.text.charAt(at + 1))) {
      at++;
    }
    const hole = byStart.get(at);
    if (hole !== undefined) {
      holes.push({ ...hole, start: text.length, end: text.length + hole.end - hole.start });
    }
    text += outer.text.charAt(at);
    original += outer.original.charAt(at);
    offsets.push(outer.offsets === undefined ? place : (outer.offsets[place] ?? outer.region.length));
  }
  offsets.push(outer.offsets === undefined ? end : (outer.offsets[end] ?? outer.region.length));
  return { text, original, holes, region: outer.region, offsets };
}
