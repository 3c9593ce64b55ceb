/** Breaks a command into one flag per line, and joins its lines again. Only the blanks between words change. */
import type { Region } from '../shell/region.ts';
import { continuations } from '../shell/shell-command.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import type { DockerCommand } from './docker-command.ts';
import { breakPoint, gapsOf, holdsLineBreak, layoutOf, lineBeginnings, lineBreakIn, mayBreakLines } from './layout.ts';

/** Gives every flag a line of its own; no edits where all have one, or where lines cannot be broken. */
export function breakLines(command: DockerCommand, region: Region): TextEdit[] {
  const layout = layoutOf(command);
  if (layout === undefined || !mayBreakLines(command, region)) {
    return [];
  }
  const beginnings = lineBeginnings(layout);
  const points = gapsOf(layout).map((gap, index) => (beginnings[index] === true ? breakPoint(region, gap) : undefined));
  const partsFlags = points.some((point, index) => point !== undefined && (layout.groups[index]?.uses.length ?? 0) > 0);
  const lineBreak = lineBreakIn(command, region);
  return partsFlags ? points.flatMap((point) => (point === undefined ? [] : [replace(point, lineBreak)])) : [];
}

/** Writes the command on one line; no edits where it is on one, or where a line break between two words is no continuation. */
export function joinLines(command: DockerCommand, region: Region): TextEdit[] {
  const { words, nested, dialect } = command.shell;
  const mark = continuations[dialect].replace(/[\\^]/, String.raw`\$&`);
  const continued = new RegExp(`[ \\t]*${mark}\\n[ \\t]*`, 'g');
  if (nested || region.origin === 'inline') {
    return [];
  }
  const edits: TextEdit[] = [];
  for (const [index, { span }] of words.entries()) {
    const gap = { start: words[index - 1]?.span.end ?? span.start, end: span.start };
    if (gap.end < gap.start) {
      return [];
    }
    if (!holdsLineBreak(region, gap)) {
      continue;
    }
    const text = region.text.slice(gap.start, gap.end);
    const joined = text.replace(continued, ' ');
    if (/[\n'"]|<</.test(joined)) {
      return [];
    }
    edits.push(replace(gap, joined.trim() === '' ? ' ' : joined));
  }
  return edits;
}
