/** Edits of a docker command line that keep its layout: quoting, line continuations, indentation, prompts. */
import type { Region } from '../shell/region.ts';
import { continuations, valueSpan, type Dialect, type ShellWord } from '../shell/shell-command.ts';
import { insert, remove, replace, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { DockerCommand, FlagUse, FlagValue } from './docker-command.ts';
import { insideQuotes, openQuote, quoteWord, type Quote } from './quote.ts';

/** Where the blanks and continued lines in front of the offset begin. */
function blanksBefore(text: string, offset: number, dialect: Dialect): number {
  let start = offset;
  for (;;) {
    const before = text.charAt(start - 1);
    if (before === ' ' || before === '\t') {
      start--;
    } else if (before === '\n' && text.charAt(start - 2) === continuations[dialect]) {
      start -= 2;
    } else {
      return start;
    }
  }
}

/** The line break and indentation in front of the word, as the document needs it; undefined when it continues a line. */
function lineBreakBefore(region: Region, offset: number): string | undefined {
  const newline = region.text.lastIndexOf('\n', offset - 1);
  const indent = newline < 0 ? '' : region.text.slice(newline + 1, offset);
  if (newline < 0 || /\S/.test(indent)) {
    return undefined;
  }
  return `\n${region.linePrefix}${indent.slice(region.linePrefix.length)}`;
}

/** Removes a flag and its value, with the blanks or the continued line in front of it. */
export function removeFlag(command: DockerCommand, use: FlagUse, region: Region): TextEdit[] {
  if (use.clustered) {
    // A letter of a cluster goes alone; the dash in front of the first belongs to the others.
    const keepsDash = region.text.charAt(use.nameSpan.start) === '-';
    return [remove({ start: use.nameSpan.start + (keepsDash ? 1 : 0), end: use.span.end })];
  }
  const end = use.value.attached === 'next' ? use.value.word.span.end : use.word.span.end;
  return [remove({ start: blanksBefore(region.text, use.word.span.start, command.shell.dialect), end })];
}

/** Removes a whole word with the blanks in front of it. */
export function removeWord(command: DockerCommand, word: ShellWord, region: Region): TextEdit[] {
  return [remove({ start: blanksBefore(region.text, word.span.start, command.shell.dialect), end: word.span.end })];
}

/**
 * Inserts text, flags ready quoted, among the flags of the command: right after the command word, or on a line of its own
 * before the image where the command is written over several lines.
 */
export function insertFlag(command: DockerCommand, region: Region, text: string): TextEdit[] {
  const operand = command.positionals[0];
  const lineBreak = operand === undefined ? undefined : lineBreakBefore(region, operand.span.start);
  if (operand !== undefined && lineBreak !== undefined && !command.shell.nested) {
    return [insert(operand.span.start, `${text} ${continuations[command.shell.dialect]}${lineBreak}`)];
  }
  const after = command.path.at(-1) ?? command.program;
  return [insert(after.span.end, ` ${text}`)];
}

/** Whether the part of the word stands in the region as one stretch without escapes. */
function isPlain(word: ShellWord, span: Span, length: number): boolean {
  return span.end - span.start === length && !(word.source.includes('\\') && word.offsets !== undefined);
}

/** Replaces the part `[from, to)` of a word's value and keeps the quotes around it; the whole word is quoted anew where they cannot hold it. */
export function replaceInWord(word: ShellWord, span: Span, from: number, to: number, newText: string, dialect: Dialect): TextEdit[] {
  const quote = openQuote(word, span.start);
  if (isPlain(word, span, to - from)) {
    const text = quote === undefined ? (quoteWord(newText, dialect) === newText || newText === '' ? newText : undefined) : insideQuotes(newText, quote, dialect);
    if (text !== undefined) {
      return [replace(span, text)];
    }
  }
  return [replace(word.span, quoteWord(word.value.slice(0, from) + newText + word.value.slice(to), dialect))];
}

/** Replaces the part `[start, end)` of a flag's value, the whole value by default. */
export function replaceValue(command: DockerCommand, value: FlagValue, newText: string, start = 0, end = value.text.length): TextEdit[] {
  const from = value.from + start;
  const to = value.from + end;
  return replaceInWord(value.word, valueSpan(value.word, from, to), from, to, newText, command.shell.dialect);
}

/** Puts quotes around words that stand in one line; none where the command itself stands in quotes. */
export function quoteWords({ shell }: DockerCommand, { text }: Region, { start, end }: Span, quote: Quote): TextEdit[] {
  return shell.nested || text.slice(start, end).includes('\n') ? [] : [insert(start, quote), insert(end, quote)];
}

/** Replaces the name of a flag as written: `--time` by `-t`. An attached value needs a blank where the new name is a letter. */
export function renameFlag(use: FlagUse, spelling: string): TextEdit[] {
  const isLetter = !spelling.startsWith('--');
  if (use.value.attached === 'equals' && isLetter && use.spelling.startsWith('--')) {
    return [replace({ start: use.nameSpan.start, end: use.nameSpan.end + 1 }, `${spelling} `)];
  }
  return [replace(use.nameSpan, spelling)];
}
