/** Finds the place at which a docker command that was meant to go on over several lines is cut off, for all rules that must know. */
import type { DockerCommand } from '../command/docker-command.ts';
import { memoized } from '../command/memoized.ts';
import type { Region } from '../shell/region.ts';
import { continuations, type ShellWord } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';
import { isAbridged } from './abridged.ts';
import { isBlank, isComment, lineAfter, lineAt, type Line } from './region-lines.ts';
import { continuesAsAsked, continuesUnasked } from './rest-of-command.ts';

/** The id of the rule that reports it. */
export type ContinuationBreak =
  | 'space-after-continuation'
  | 'comment-after-continuation'
  | 'comment-inside-continued-command'
  | 'blank-line-in-continuation'
  | 'missing-continuation'
  | 'joined-by-continuation'
  | 'wrong-continuation-for-shell';

export interface BrokenContinuation {
  readonly kind: ContinuationBreak;
  /** What stands in the way, or the last word of the line that lacks a continuation. */
  readonly span: Span;
}

/** The first line behind `line` that is neither blank nor a comment, and whether there was a comment or a blank line between. */
function nextText(region: Region, line: Line): { line: Line; first: Line } | undefined {
  const first = lineAfter(region, line);
  for (let next = first; first !== undefined && next !== undefined; next = lineAfter(region, next)) {
    if (!isBlank(next) && !isComment(next)) {
      return { line: next, first };
    }
  }
  return undefined;
}

/** Whether nothing but blanks, perhaps a comment, stands between the offset and the end of its line. */
function endsLine({ text }: Region, offset: number): boolean {
  const rest = /[ \t\r]*(?:\n|#|$)/y;
  rest.lastIndex = offset;
  return rest.test(text);
}

/** Whether the word ends in a backslash that escapes one blank. */
function endsInEscapedBlank(source: string): boolean {
  const blank = source.length - 1;
  let backslashes = 0;
  while (source.charAt(blank - backslashes - 1) === '\\') {
    backslashes++;
  }
  return backslashes % 2 === 1 && (source.endsWith(' ') || source.endsWith('\t'));
}

/** Where blanks follow a backslash, the shell takes the first for an escaped character: `\ ` becomes a word or part of one. */
function escapedBlank(word: ShellWord, region: Region): BrokenContinuation | undefined {
  const { source, span } = word;
  if (/^\\[ \t]#/.test(source)) {
    return { kind: 'comment-after-continuation', span: { start: span.start, end: lineAt(region, span.start).end } };
  }
  if (!endsInEscapedBlank(source) || !endsLine(region, span.end)) {
    return undefined;
  }
  const line = lineAt(region, span.end);
  const behind = line.text.slice(span.end - line.start);
  if (/^\s*$/.test(behind) && region.raw?.charAt(span.end - 1) !== '\r') {
    return { kind: 'space-after-continuation', span: { start: span.end - 2, end: line.end } };
  }
  return /^\s+#/.test(behind) ? { kind: 'comment-after-continuation', span: { start: span.end - 2, end: line.end } } : undefined;
}

/** A word up to a backslash that ends its line, outside of quotes, and a flag right behind the line break. */
const joinedFlag = /^(?:[^\s"'\\]|\\[^\n]|"(?:[^"\\]|\\[^])*"|'[^']*')+\\\n(--[a-z][a-z-]*|-[A-Za-z])(?=[\s=\\]|$)/;

/** The backslashes in words that became one with a flag of the next line; words of the process in the container are its own. */
export function joinsOf({ shell, process, facts }: DockerCommand): number[] {
  return shell.words.filter(({ source }) => source.includes('\\\n')).flatMap((word) => {
    const [found, flag = ''] = process.includes(word) ? [] : (joinedFlag.exec(word.source) ?? []);
    const isFlag = flag.startsWith('--') ? facts?.byName.has(flag.slice(2)) : facts?.byLetter.has(flag.charAt(1));
    return found !== undefined && isFlag === true ? [word.span.start + found.length - flag.length - 2] : [];
  });
}

const anyContinuation: ReadonlySet<string> = new Set(Object.values(continuations));

/** The continuation character of another shell at the end of a line. */
function foreignContinuation(command: DockerCommand, region: Region): BrokenContinuation | undefined {
  const { words, dialect } = command.shell;
  const foreign = words.find(({ source, span }, index) => {
    const character = source.charAt(0);
    if (index < 2 || character === continuations[dialect] || !anyContinuation.has(character)) {
      return false;
    }
    if (!endsLine(region, span.start + 1)) {
      return false;
    }
    const line = lineAt(region, span.start);
    // In a POSIX shell the backtick opens a command substitution, which swallows the lines up to the next one.
    return line.text.slice(span.start + 1 - line.start).trim() === '' && (source.length === 1 || /^`\s*\n/.test(source));
  });
  if (foreign === undefined) {
    return undefined;
  }
  const next = lineAfter(region, lineAt(region, foreign.span.start));
  const goesOn = next !== undefined && continuesAsAsked(command, region, next);
  return goesOn ? { kind: 'wrong-continuation-for-shell', span: { start: foreign.span.start, end: foreign.span.start + 1 } } : undefined;
}

function afterContinuation(command: DockerCommand, region: Region, line: Line): BrokenContinuation | undefined {
  const next = nextText(region, line);
  if (next === undefined || next.line === next.first || !continuesAsAsked(command, region, next.line)) {
    return undefined;
  }
  const { first } = next;
  if (isComment(first)) {
    return { kind: 'comment-inside-continued-command', span: { start: first.start + first.text.indexOf('#'), end: first.start + first.text.trimEnd().length } };
  }
  const backslash = line.start + line.text.lastIndexOf('\\');
  // Behind a blank line only flags are surely meant; a word may well be the next command.
  return /^\s*--?[A-Za-z]/.test(next.line.text) ? { kind: 'blank-line-in-continuation', span: { start: backslash, end: backslash + 1 } } : undefined;
}

/** Nothing but blanks up to a backslash, a comment or the end of the line. A line may hold thousands of commands, so each looks no further. */
const mayEndLine = /[^\S\n]*(?:[\\#\n]|(?![^]))/y;

function afterLastWord(command: DockerCommand, region: Region): BrokenContinuation | undefined {
  const { end } = command.shell.span;
  mayEndLine.lastIndex = end;
  if (!mayEndLine.test(region.text)) {
    return undefined;
  }
  const line = lineAt(region, end);
  const behind = line.text.slice(end - line.start);
  if (/^\s*\\\s*$/.test(behind)) {
    return afterContinuation(command, region, line);
  }
  const next = lineAfter(region, line);
  const last = command.shell.words.findLast(({ span }) => span.end === end);
  const isCutOff = last !== undefined && next !== undefined && /^\s*(?:#.*)?$/.test(behind) && continuesUnasked(command, region, next) && !isAbridged(command, region);
  return isCutOff ? { kind: 'missing-continuation', span: last.span } : undefined;
}

function findBreak(command: DockerCommand, region: Region): BrokenContinuation | undefined {
  const { shell, facts } = command;
  if (facts === undefined) {
    return undefined;
  }
  const foreign = foreignContinuation(command, region);
  if (foreign !== undefined || shell.dialect !== 'posix') {
    return foreign;
  }
  for (const word of shell.words) {
    const found = word.source.includes('\\') ? escapedBlank(word, region) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  const [join] = joinsOf(command);
  return join === undefined ? afterLastWord(command, region) : { kind: 'joined-by-continuation', span: { start: join, end: join + 1 } };
}

/** Where the command is cut off; undefined when it is whole. Commands that Gantry does not know are never judged. */
export const brokenContinuation = memoized(findBreak);
