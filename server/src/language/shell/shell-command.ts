/**
 * What the shell front end hands on: simple commands as lists of words, whatever the shell dialect, the wrapper or the
 * document they were found in. Offsets are UTF-16 offsets into the text of the region (see `region.ts`).
 */
import type { Span } from '../text/span.ts';

/**
 * How much of a word is known before the shell runs.
 * - `literal`: `value` is exactly what the program gets;
 * - `expansion`: one word, but part of its value is only known at run time (`"$TAG"`, `$PWD:/x`);
 * - `splat`: any number of words, none included (`$OPTS`, `"$@"`, `"${args[@]}"`, `$(cmd)`, unquoted globs);
 * - `placeholder`: a hole for the reader to fill in (`<name>`, `{{ x }}`, `YOUR_X`, `...`).
 */
export type WordKind = 'literal' | 'expansion' | 'splat' | 'placeholder';

export interface ShellWord {
  /** Where the word stands, quotes included. */
  readonly span: Span;
  /** The word as written: `"a b"`. */
  readonly source: string;
  /** The word as the program gets it: quotes and escapes removed, expansions and placeholders left as written. */
  readonly value: string;
  readonly kind: WordKind;
  /**
   * Offset of each UTF-16 unit of `value` in the region, and one more for its end; absent when `value` stands in the
   * region unbroken from `span.start`.
   */
  readonly offsets?: readonly number[];
  /** It stands in the text of a variable that the shell splits at blanks: quotes and backslashes written there would reach the program. */
  readonly unquotable?: true;
  /** It is a variable whose text is several words that begin with a flag, in quotes that make one argument of them. */
  readonly joinsFlags?: true;
}

/** Where in the region the part `[from, to)` of the word's value stands. */
export function valueSpan(word: ShellWord, from = 0, to = word.value.length): Span {
  const { offsets } = word;
  if (offsets === undefined) {
    return { start: word.span.start + from, end: word.span.start + to };
  }
  const start = offsets[from] ?? word.span.end;
  // The end of the last unit, not the start of the next: closing quotes between the two do not belong to the part.
  const end = to > from ? Math.max(start, (offsets[to - 1] ?? word.span.end - 1) + unitLength(word, to - 1)) : start;
  return { start, end };
}

function unitLength(word: ShellWord, index: number): number {
  const here = word.offsets?.[index] ?? 0;
  const next = word.offsets?.[index + 1] ?? here + 1;
  return word.source.charAt(here - word.span.start) === '\\' && next - here > 1 ? 2 : 1;
}

/** The index into the word's value that the offset of the region falls on, or the nearest one after it. */
export function valueIndex(word: ShellWord, offset: number): number {
  if (word.offsets === undefined) {
    return Math.max(0, Math.min(word.value.length, offset - word.span.start));
  }
  const index = word.offsets.findIndex((at) => at >= offset);
  return index < 0 ? word.value.length : Math.min(index, word.value.length);
}

export type Dialect = 'posix' | 'powershell' | 'cmd';

/** The character that continues a command when it is the last of its line. */
export const continuations: Readonly<Record<Dialect, string>> = { posix: '\\', powershell: '`', cmd: '^' };

export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord;
}

/**
 * Where standard input comes from.
 * - `given`: a pipe in front, or a file or text of its own: the command is to read it;
 * - `foreign`: it is no terminal, and meant for others or for nobody: that of a loop or group around it, `/dev/null`;
 * - `unknown`: it may be a terminal.
 */
export type StandardInput = 'given' | 'foreign' | 'unknown';

export interface ShellCommand {
  /** From the first word of the program to its last word; wrappers and redirections in front are outside. */
  readonly span: Span;
  /** The program and its arguments; redirections are left out, wrappers (`sudo -E`, `env A=1`, `xargs -n1`) too. */
  readonly words: readonly ShellWord[];
  /** Assignments in front (`A=1 docker …`) and those of an `env` wrapper. */
  readonly assignments: readonly ShellAssignment[];
  /** Names of the wrappers in front, outermost first: `['sudo', 'timeout']`. */
  readonly wrappers: readonly string[];
  readonly dialect: Dialect;
  /**
   * The words of this command come from inside another word (`bash -c '…'`, `ssh host "…"`, a here-document), so edits
   * that insert quotes or newlines cannot be made safely.
   */
  readonly nested: boolean;
  /** The script asks for a terminal first: the command runs only where `[ -t 0 ]` or `[ -t 1 ]` held. */
  readonly guardedByTerminalCheck: boolean;
  readonly input: StandardInput;
  /** More arguments arrive at run time: the command stands behind `xargs` or ends in an open quote. */
  readonly openEnded: boolean;
}
