/** Writes new flags into a command where a person would, in the layout that the command has or needs. */
import type { DockerCommand } from '../command/docker-command.ts';
import { breakPoint, gapsOf, holdsLineBreak, layoutOf, lineBeginnings, lineBreakIn, lineLength, mayBreakLines } from '../command/layout.ts';
import type { Region } from '../shell/region.ts';
import { continuations } from '../shell/shell-command.ts';
import type { TabStop, TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { NewFlag } from './measure.ts';
import { anchorFor, rankOf } from './order.ts';

/** A longer line is broken into one flag per line. */
const longestLine = 100;

/** Writes flags one behind the other and numbers their tab stops: the same setting, the same number. */
class FlagWriter {
  readonly #numbers = new Map<string, number>();

  /** The edit that puts the flags, each behind the separator, in place of the span. */
  edit(span: Span, flags: readonly NewFlag[], separator: string, end: string): TextEdit {
    let newText = '';
    const stops: TabStop[] = [];
    for (const { name, value, setting } of flags) {
      newText += separator + name;
      if (value !== undefined) {
        // Of `max-size=10m` only the size is the user's to choose.
        const start = newText.length + value.indexOf('=') + 2;
        newText += ` ${value}`;
        if (setting !== undefined) {
          stops.push({ span: { start, end: newText.length }, number: this.#numberOf(setting) });
        }
      }
    }
    return { span, newText: newText + end, ...(stops.length === 0 ? {} : { stops }) };
  }

  #numberOf(setting: string): number {
    const number = this.#numbers.get(setting) ?? this.#numbers.size + 1;
    this.#numbers.set(setting, number);
    return number;
  }
}

/** Where in a gap something new belongs: behind a comment or redirection, in front of the continuation. */
function behindContent(region: Region, { start, end }: Span, mark: string): number {
  const text = region.text.slice(start, end);
  const newline = text.indexOf('\n');
  const line = newline < 0 ? text : text.slice(0, newline);
  const content = newline >= 0 && line.endsWith(mark) ? line.slice(0, -1) : line;
  return start + content.trimEnd().length;
}

/** The edits that write the flags; none where the words of the command do not stand in order. */
export function writeFlags(command: DockerCommand, region: Region, flags: readonly NewFlag[]): TextEdit[] {
  const layout = layoutOf(command);
  if (layout === undefined || flags.length === 0) {
    return [];
  }
  const anchored = flags.map((flag) => ({ flag, anchor: anchorFor(rankOf(flag.name.slice(2)), layout.groups) }));
  const gaps = gapsOf(layout);
  const isBroken = gaps.some((gap) => holdsLineBreak(region, gap));
  const added = flags.reduce((length, { name, value = '' }) => length + name.length + value.length + 2, 0);
  const breaks = mayBreakLines(command, region) && (isBroken || lineLength(command, region) + added > longestLine);
  const separator = breaks ? lineBreakIn(command, region) : ' ';
  const beginnings = lineBeginnings(layout);
  const writer = new FlagWriter();
  return gaps.flatMap((gap, index) => {
    const own = anchored.filter(({ anchor }) => anchor === index - 1).map(({ flag }) => flag);
    const point = breaks && (own.length > 0 || (!isBroken && beginnings[index] === true)) ? breakPoint(region, gap) : undefined;
    if (point !== undefined) {
      return [writer.edit(point, own, separator, separator)];
    }
    const at = behindContent(region, gap, continuations[command.shell.dialect]);
    return own.length === 0 ? [] : [writer.edit({ start: at, end: at }, own, separator, '')];
  });
}
