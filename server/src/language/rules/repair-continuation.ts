/** Puts a docker command that is cut off together again: every line of it up to its end, so that one fix is enough. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import { insert, remove, replace, type TextEdit } from '../text/edit.ts';
import { joinsOf, type BrokenContinuation } from './broken-continuation.ts';
import { continuations } from '../shell/shell-command.ts';
import { isBlank, isComment, lineAfter, lineAt, lineBefore, type Line } from './region-lines.ts';
import { continuesAsAsked, continuesUnasked } from './rest-of-command.ts';

/** The end of a line from its continuation on, also a doubled one, comment included; or its trailing comment alone. */
const lineEnd = /(?:[ \t]+\\\\|[ \t]*\\)(?:[ \t]+(#.*?)?)?\s*$|[ \t]+(#.*?)\s*$|\s*$/;

/** Longer lines are not typed by hand, and not worth the search. */
const longestLine = 4_000;

function isBalanced(text: string): boolean {
  const unescaped = text.replace(/\\./g, '');
  return (unescaped.match(/"/g)?.length ?? 0) % 2 === 0 && (unescaped.match(/'/g)?.length ?? 0) % 2 === 0;
}

function commentText(text: string): string {
  return text.trim().replace(/\s*\\$/, '');
}

/** The first line of the statement: comments can only be put above it. */
function firstLine(region: Region, offset: number): Line {
  let line = lineAt(region, offset);
  for (let above = lineBefore(region, line); above !== undefined && /\\\s*$/.test(above.text) && !isComment(above); above = lineBefore(region, line)) {
    line = above;
  }
  return line;
}

function above(region: Region, offset: number, comments: readonly string[]): TextEdit[] {
  if (comments.length === 0) {
    return [];
  }
  const { start, end } = firstLine(region, offset);
  const source = (region.raw ?? region.text).slice(start, end);
  const prefix = source.startsWith(region.linePrefix) ? region.linePrefix : (/^(?:[ \t]*>)*/.exec(source)?.[0] ?? '');
  const head = prefix + (/^[ \t]*/.exec(source.slice(prefix.length))?.[0] ?? '');
  // The first line of a block may begin behind its markers.
  const lead = start === 0 ? region.linePrefix : head;
  return [insert(start + head.length, comments.map((comment) => `${comment}\n${lead}`).join(''))];
}

/** Replaces the foreign continuation at the end of each line that has one, from the given line on. */
function swapCharacters(region: Region, offset: number, right: string): TextEdit[] {
  const foreign = region.text.charAt(offset);
  const edits: TextEdit[] = [];
  for (let line: Line | undefined = lineAt(region, offset); line !== undefined; line = lineAfter(region, line)) {
    const at = line.text.trimEnd().length - 1;
    if (line.text.charAt(at) !== foreign || !/\s/.test(line.text.charAt(at - 1))) {
      break;
    }
    edits.push(replace({ start: line.start + at, end: line.start + at + 1 }, right));
  }
  return edits;
}

class Repair {
  readonly edits: TextEdit[] = [];
  readonly comments: string[] = [];

  constructor(
    readonly command: DockerCommand,
    readonly region: Region,
  ) {}

  /** Mends the end of the line and gives the line that goes on with the command, if one does. */
  mend(line: Line): Line | undefined {
    const match = line.text.length > longestLine ? null : lineEnd.exec(line.text);
    // Quotes in front of the command enclose it as a whole.
    const from = Math.max(0, this.command.shell.span.start - line.start);
    if (match === null || !isBalanced(line.text.slice(from, match.index))) {
      return undefined;
    }
    const [end, behind, trailing] = match;
    const asked = end.trimStart().startsWith('\\');
    const between: Line[] = [];
    let next = lineAfter(this.region, line);
    while (asked && next !== undefined && (isBlank(next) || isComment(next))) {
      between.push(next);
      next = lineAfter(this.region, next);
    }
    const goesOn = next !== undefined && (asked ? continuesAsAsked : continuesUnasked)(this.command, this.region, next);
    const comment = behind ?? trailing;
    if (comment !== undefined && (asked || goesOn)) {
      this.comments.push(commentText(comment));
    }
    if (goesOn || asked) {
      this.#replace({ start: line.start + match.index, end: line.end }, goesOn ? ' \\' : '');
    }
    for (const { start, end: stop, text } of goesOn ? between : []) {
      this.edits.push(remove({ start, end: stop + 1 }));
      if (text.trim() !== '') {
        this.comments.push(commentText(text));
      }
    }
    return goesOn ? next : undefined;
  }

  #replace(span: { start: number; end: number }, newText: string): void {
    const { text } = this.region;
    let { start, end } = span;
    // The carriage return of the document looks like a blank here; it ends the line and stays.
    end -= end > start && this.region.raw?.charAt(end - 1) === '\r' ? 1 : 0;
    let inserted = newText;
    // What is the same in front stays too, so that a fix shows only what it changes.
    while (inserted !== '' && start < end && text.charAt(start) === inserted.charAt(0)) {
      start++;
      inserted = inserted.slice(1);
    }
    if (end > start || inserted !== '') {
      this.edits.push({ span: { start, end }, newText: inserted });
    }
  }
}

export interface Repaired {
  /** The edits after which the command is whole; none where they cannot be made surely. */
  readonly edits: readonly TextEdit[];
  /** Whether another line belongs to the command again; otherwise it only loses what stands in the way. */
  readonly joins: boolean;
}

/** Mends the command from the place on where it is cut off. */
export function repairContinuation(command: DockerCommand, region: Region, broken: BrokenContinuation): Repaired {
  const { dialect, nested, span } = command.shell;
  if (broken.kind === 'wrong-continuation-for-shell') {
    return { edits: swapCharacters(region, broken.span.start, continuations[dialect]), joins: true };
  }
  if (broken.kind === 'joined-by-continuation') {
    return { edits: joinsOf(command).map((place) => insert(place, ' ')), joins: true };
  }
  const repair = new Repair(command, region);
  let line: Line | undefined = broken.kind === 'comment-inside-continued-command' ? lineAt(region, span.end) : lineAt(region, broken.span.start);
  let lines = 0;
  for (; line !== undefined && lines < 200; lines++) {
    line = repair.mend(line);
  }
  // A nested command has no line above it where a comment could stand.
  const edits = repair.comments.length > 0 && nested ? [] : [...above(region, span.start, repair.comments), ...repair.edits];
  return { edits, joins: lines > 1 };
}
