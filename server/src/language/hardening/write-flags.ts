/** Writes new flags into a command where a person would, in the layout that the command has or needs. */
import type { DockerCommand } from '../command/docker-command.ts';
import { breakPoint, gapsOf, holdsLineBreak, layoutOf, lineBreakIn, lineLength, mayBreakLines } from '../command/layout.ts';
import { beginsLine } from '../command/reflow.ts';
import type { Region } from '../shell/region.ts';
import { continuations } from '../shell/shell-command.ts';
import { insert, replace, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { NewFlag } from './measure.ts';
import { anchorFor, rankOf } from './order.ts';

/** A longer line is broken into one flag per line. */
const longestLine = 100;

/** Text to be inserted, plain and as a snippet. */
interface Written {
  readonly plain: string;
  readonly snippet: string;
  readonly hasStops: boolean;
}

function literal(plain: string): Written {
  return { plain, snippet: plain.replace(/[\\$}]/g, String.raw`\$&`), hasStops: false };
}

function joined(pieces: readonly Written[]): Written {
  const all = (part: 'plain' | 'snippet') => pieces.map((piece) => piece[part]).join('');
  return { plain: all('plain'), snippet: all('snippet'), hasStops: pieces.some(({ hasStops }) => hasStops) };
}

/** Writes flags and numbers their tab stops: the same setting, the same stop. */
class FlagWriter {
  readonly #stops = new Map<string, number>();

  write({ name, value, setting }: NewFlag): Written {
    if (value === undefined || setting === undefined) {
      return literal(value === undefined ? name : `${name} ${value}`);
    }
    const stop = this.#stops.get(setting) ?? this.#stops.size + 1;
    this.#stops.set(setting, stop);
    // Of `max-size=10m` only the size is the user's to choose.
    const fixed = value.slice(0, value.indexOf('=') + 1);
    const own = value.slice(fixed.length);
    return { plain: `${name} ${value}`, snippet: `${name} ${fixed}\${${stop}:${own}}`, hasStops: true };
  }
}

function edit(span: Span, { plain, snippet, hasStops }: Written): TextEdit {
  return { ...(span.start === span.end ? insert(span.start, plain) : replace(span, plain)), ...(hasStops ? { snippet } : {}) };
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
  const separator = literal(breaks ? lineBreakIn(command, region) : ' ');
  const writer = new FlagWriter();
  return gaps.flatMap((gap, index) => {
    const own = anchored.filter(({ anchor }) => anchor === index - 1).flatMap(({ flag }) => [separator, writer.write(flag)]);
    const point = breaks && (own.length > 0 || (!isBroken && beginsLine(layout, index))) ? breakPoint(region, gap) : undefined;
    if (point !== undefined) {
      return [edit(point, joined([...own, separator]))];
    }
    const at = behindContent(region, gap, continuations[command.shell.dialect]);
    return own.length === 0 ? [] : [edit({ start: at, end: at }, joined(own))];
  });
}
