/**
 * Reads the command around a cursor while it is being written. A word is spliced in at the cursor, so that a blank at the
 * end of the text, a trailing `--` or an open quote becomes a word that the front end and the binder can place.
 */
import { lineEnd, lineStart } from '../../text/lines.ts';
import { bind } from '../../command/bind.ts';
import type { DockerCommand } from '../../command/docker-command.ts';
import { isDockerProgram, mentionsDocker } from '../../command/programs.ts';
import { cursorMark as mark } from '../../shell/cursor-mark.ts';
import { readCommands } from '../../shell/read-commands.ts';
import type { Region } from '../../shell/region.ts';
import { offsetInRegion, spanInDocument, stretchOf } from '../../shell/region-places.ts';
import { valueSpan, type ShellWord } from '../../shell/shell-command.ts';
import type { Span } from '../../text/span.ts';
import type { Snapshot } from '../snapshot.ts';

/** The word in which the cursor stands; `word` and `command` belong to the text with the mark. */
export interface CursorWord {
  readonly command: DockerCommand;
  readonly word: ShellWord;
  /** The value of the word without the mark. */
  readonly value: string;
  /** Where the cursor stands in `value`. */
  readonly cursor: number;
  readonly region: Region;
  /** The document's offset of the cursor. */
  readonly offset: number;
}

/** Where the part `[from, to)` of the value stands in the region without the mark. */
export function regionSpan({ word, cursor, region, offset }: CursorWord, from: number, to: number): Span {
  const marked = valueSpan(word, from <= cursor ? from : from + 1, to <= cursor ? to : to + 1);
  const at = offsetInRegion(region, offset);
  const unmarked = (place: number): number => (place > at ? place - 1 : place);
  const start = unmarked(marked.start);
  return { start, end: Math.max(start, unmarked(marked.end)) };
}

/** The same in the document. */
export function documentSpan(at: CursorWord, from: number, to: number): Span {
  return spanInDocument(at.region, regionSpan(at, from, to));
}

/** The region that the cursor stands in or right behind, grown by the blanks up to the cursor. */
function regionAt({ regions, text }: Snapshot, offset: number): Region | undefined {
  const region = regions.findLast(({ region: { start } }) => start <= offset)?.region;
  if (region === undefined) {
    return undefined;
  }
  const { end } = stretchOf(region);
  if (offset <= end || region.writing !== undefined) {
    return offset <= end ? region : undefined;
  }
  const between = text.slice(end, Math.min(offset, end + 200));
  return between.length === offset - end && /^[ \t]*$/.test(between) ? { ...region, text: region.text + between } : undefined;
}

/** Whether the masking hides what stands left of the cursor on its line, other than a prompt: output, text around the block. */
function isHidden(region: Region, document: string, offset: number): boolean {
  const start = Math.max(region.start, lineStart(document, offset));
  const line = document.slice(start, offset).trimEnd();
  const lastAt = start + line.length - 1;
  return line !== '' && region.text.charAt(offsetInRegion(region, lastAt)) === ' ' && !/[$#>%]$/.test(line);
}

function find(region: Region, text: string, cursor: number, offset: number): CursorWord | undefined {
  let found: CursorWord | undefined;
  for (const shell of readCommands({ ...region, text }, isDockerProgram)) {
    const word = shell.words.find(({ span, source }) => span.start <= cursor && cursor < span.end && source.includes(mark));
    const at = word?.value.indexOf(mark) ?? -1;
    if (word === undefined || at < 0 || (found !== undefined && found.word.source.length <= word.source.length)) {
      continue;
    }
    const command = bind(shell);
    if (command !== undefined) {
      found = { command, word, value: word.value.slice(0, at) + word.value.slice(at + 1), cursor: at, region, offset };
    }
  }
  return found;
}

/** An open quote or bracket took in more than the line that is being written. */
function runsOn({ value, cursor }: CursorWord): boolean {
  return value.includes('\n', cursor);
}

/** Right behind a character that escapes the next one there is no word to go on with. */
const escapeAtEnd: Readonly<Record<Region['dialect'], RegExp>> = { posix: /(?<!\\)(?:\\\\)*\\$/, powershell: /`$/, cmd: /\^$/ };

/** An array or a text whose end is still to come: the command that takes its words stands below. */
const openAssignment = /\w\+?=(?:\([^()]*|"[^"\n]*|'[^'\n]*)$/;

/** What ends the assignment that is open there. */
function closing(before: string): string | undefined {
  const opened = openAssignment.exec(before)?.[0].replace(/^\w\+?=/, '').charAt(0);
  return opened === '(' ? ')' : opened;
}

/** The word of a docker command at the cursor; undefined where the cursor stands outside of docker commands. */
export function cursorWord(snapshot: Snapshot, offset: number): CursorWord | undefined {
  const region = regionAt(snapshot, offset);
  if (region === undefined || region.origin === 'inline') {
    return undefined;
  }
  const cursor = offsetInRegion(region, offset);
  const before = region.text.slice(0, cursor);
  if (!mentionsDocker.test(region.text) || escapeAtEnd[region.dialect].test(before) || isHidden(region, snapshot.text, offset)) {
    return undefined;
  }
  const whole = find(region, before + mark + region.text.slice(cursor), cursor, offset);
  if (whole !== undefined && !runsOn(whole)) {
    return whole;
  }
  const end = lineEnd(region.text, cursor);
  const ofLine = before + mark + region.text.slice(cursor, end);
  const close = closing(before);
  const line = find(region, ofLine, cursor, offset) ?? (close === undefined ? undefined : find(region, ofLine + close + region.text.slice(end), cursor, offset));
  if (line !== undefined) {
    return line;
  }
  return find(region, before + mark, cursor, offset);
}
