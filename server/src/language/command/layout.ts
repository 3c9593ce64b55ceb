/** How a command is laid out over lines: its words in groups, the gaps between them, and where lines can be broken or joined. */
import { lineStart } from '../text/lines.ts';
import type { Region } from '../shell/region.ts';
import { withoutTimes } from '../shell/scheduled-lines.ts';
import { continuations } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';
import { usesByWord, type DockerCommand, type FlagUse } from './docker-command.ts';

/** A flag with its value, or a word that is no flag; it is never torn apart. */
export interface Group {
  readonly span: Span;
  /** The flags in its word: several letters may share one. */
  readonly uses: readonly FlagUse[];
}

export interface Layout {
  /** End of the command word: `run`. */
  readonly head: number;
  /** Behind the command word, up to the image or container where flags end with it. */
  readonly groups: readonly Group[];
  /** The image or container with all that follows, where flags end with it. */
  readonly tail: Span | undefined;
}

const indentStep = '  ';

/** The groups that the words form; undefined where the words do not stand in the order in which docker gets them. */
export function layoutOf(command: DockerCommand): Layout | undefined {
  const { shell, path, program, flags, facts, positionals } = command;
  const last = path.at(-1) ?? program;
  const words = shell.words.slice(shell.words.indexOf(last) + 1);
  if (shell.words.some(({ span }, index) => span.start < (shell.words[index - 1]?.span.end ?? 0))) {
    return undefined;
  }
  const usesIn = usesByWord(flags);
  const values = new Set(flags.flatMap(({ value }) => (value.attached === 'next' ? [value.word] : [])));
  const firstOperand = facts?.interspersed === false ? (command.endOfFlags ?? positionals[0]) : undefined;
  const groups: Group[] = [];
  for (const word of words) {
    if (word === firstOperand) {
      return { head: last.span.end, groups, tail: { start: word.span.start, end: shell.span.end } };
    }
    const before = groups.at(-1);
    if (values.has(word) && before !== undefined) {
      groups[groups.length - 1] = { ...before, span: { start: before.span.start, end: word.span.end } };
    } else {
      groups.push({ span: word.span, uses: usesIn.get(word) ?? [] });
    }
  }
  return { head: last.span.end, groups, tail: undefined };
}

/** Whether the group is letters and other flags without a value. */
function isSwitch({ uses }: Group): boolean {
  return uses.length > 0 && uses.every(({ value }) => value.attached === 'implied');
}

/**
 * For each gap whether a new line begins behind it where each flag has its own. Switches at the start stay beside the command
 * word, as people write `docker run -d \`.
 */
export function lineBeginnings({ groups, tail }: Layout): boolean[] {
  let isLeading = true;
  const beginnings = groups.map((group, index) => {
    isLeading &&= isSwitch(group);
    // Behind the flags the first word that is none begins a line too: the container of `docker logs`.
    return !isLeading && (group.uses.length > 0 || (groups[index - 1]?.uses.length ?? 0) > 0);
  });
  return tail === undefined ? beginnings : [...beginnings, true];
}

/** The stretches between the command word, the groups and the tail, in order. */
export function gapsOf({ head, groups, tail }: Layout): Span[] {
  const ends = [head, ...groups.map(({ span }) => span.end)];
  const starts = [...groups.map(({ span }) => span.start), ...(tail === undefined ? [] : [tail.start])];
  return starts.map((start, index) => ({ start: ends[index] ?? start, end: start }));
}

/** The blanks at the end of a gap within one line, behind a comment in backticks or a redirection: there a line can be broken. */
export function breakPoint(region: Region, { start, end }: Span): Span | undefined {
  const text = (region.raw ?? region.text).slice(start, end);
  const content = text.trimEnd().length;
  return text.includes('\n') || content === text.length ? undefined : { start: start + content, end };
}

export function holdsLineBreak(region: Region, { start, end }: Span): boolean {
  return region.text.slice(start, end).includes('\n');
}

/** The indentation of the line on which the command begins, without the marks of a list, a quote or a prompt. */
function baseIndent(command: DockerCommand, region: Region): string {
  const start = lineStart(region.text, command.program.span.start);
  const line = (region.raw ?? region.text).slice(start, command.program.span.start);
  // The first line of a region begins behind the marks.
  return /^[ \t]*/.exec(start === 0 ? line : line.slice(region.linePrefix.length))?.[0] ?? '';
}

/** What breaks a line of the command: the continuation, the line end, and the indentation of the lines that are there. */
export function lineBreakIn(command: DockerCommand, region: Region): string {
  const { words, dialect } = command.shell;
  const broken = words.find(({ span }, index) => holdsLineBreak(region, { start: words[index - 1]?.span.end ?? span.start, end: span.start }));
  const indent =
    broken === undefined
      ? baseIndent(command, region) + indentStep
      : region.text.slice(lineStart(region.text, broken.span.start), broken.span.start).slice(region.linePrefix.length);
  return ` ${continuations[dialect]}\n${region.linePrefix}${/^[ \t]*$/.test(indent) ? indent : indentStep}`;
}

/** Whether the command stands behind the times of cron, which knows no continued lines. */
function isForCron(region: Region, start: number): boolean {
  const before = `${(region.raw ?? '').slice(lineStart(region.text, start), start)}x`;
  return withoutTimes(before) !== before;
}

/** Whether lines of the command can be broken: not inside quotes or prose, not for cron, and not where a here-document waits for its lines. */
export function mayBreakLines(command: DockerCommand, region: Region): boolean {
  const { words, nested, span } = command.shell;
  if (nested || region.origin === 'inline' || isForCron(region, span.start) || words.some(({ span: word }, index) => word.start < (words[index - 1]?.span.end ?? 0))) {
    return false;
  }
  const line = region.text.slice(lineStart(region.text, span.start), span.start);
  const between = words.map((word, index) => region.text.slice(words[index - 1]?.span.end ?? word.span.start, word.span.start)).join('');
  return !`${line}${between}`.includes('<<');
}

/** The column at which the last line of the command ends, on the line of the program where it has only one. */
export function lineLength(command: DockerCommand, region: Region): number {
  const { start, end } = command.shell.span;
  return end - lineStart(region.text, start);
}
