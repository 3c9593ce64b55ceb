/** Reads command lines of cmd.exe: `^` escapes and continues, `%NAME%` expands, only double quotes quote. */
import { statementLead } from './cmd-statements.ts';
import { isPipe, type CommandLine } from './command-line.ts';
import { matchAt } from './match-at.ts';
import { deepest } from './nesting.ts';
import type { StandardInput } from './shell-command.ts';
import { holesIn, type ShellSource } from './shell-source.ts';
import type { Span } from '../text/span.ts';
import { builtWord, ValueBuilder, type ReadWord } from './value-builder.ts';

const variable = /%(?:~?\w[\w()]*(?::[^%\n]*)?|%?~?[A-Za-z])%|%~?\w+|![A-Za-z_]\w*!/y;
const redirection = /\d?(?:>>?|<)(?:&\d)?/y;
const comment = /(?:@?rem\b|::)[^\n]*/iy;

/**
 * The ends of the substitutions, by where they begin, each on one line: `$(docker ps -q)`, which cmd does not know, but those
 * who name every block after it write.
 */
function substitutionEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()\n]/g)) {
    if (sign === '\n') {
      open = [];
    } else if (sign === '(') {
      open.push(index);
    } else {
      const start = open.pop() ?? 0;
      if (start > 0 && text.charAt(start - 1) === '$') {
        ends.set(start - 1, index + 1);
      }
    }
  }
  return ends;
}

/** What ends a word besides blanks: `&|<>`, inside of brackets `)`, and in a command of `for /f` also `^|`. */
interface WordEnds {
  readonly inBrackets: boolean;
  readonly isDelayed: boolean;
}

function endsWord(text: string, position: number, { inBrackets, isDelayed }: WordEnds): boolean {
  return /[\s&|<>]/.test(text.charAt(position)) || text.startsWith('^\n', position) || (inBrackets && text.charAt(position) === ')') || (isDelayed && isDelayedOperator(text, position));
}

function isDelayedOperator(text: string, position: number): boolean {
  return text.charAt(position) === '^' && /[&|<>]/.test(text.charAt(position + 1));
}

/** Reads the word at `start`, and gives it with the offset behind it and the substitutions in it. */
function readCmdWord(source: ShellSource, start: number, limit: number, substitutions: ReadonlyMap<number, number>, ends: WordEnds): { readonly read: ReadWord; readonly end: number; readonly nested: readonly Span[] } {
  const { text } = source;
  const builder = new ValueBuilder(source, start);
  let quoted = false;
  let fixed = false;
  let expanded = false;
  const nested: Span[] = [];
  let position = start;
  while (position < limit) {
    const character = text.charAt(position);
    const name = character === '%' || character === '!' ? matchAt(variable, text, position) : undefined;
    const substituted = character === '$' ? substitutions.get(position) : undefined;
    if (character === '\n' || (!quoted && endsWord(text, position, ends))) {
      break;
    }
    if (character === '"') {
      quoted = !quoted;
      fixed = true;
      position++;
      builder.end = quoted ? position : builder.end;
    } else if (name !== undefined) {
      builder.hole(position, position + name.length);
      expanded = true;
      position += name.length;
    } else if (substituted !== undefined) {
      nested.push({ start: position + 2, end: substituted - 1 });
      builder.hole(position, substituted);
      expanded = true;
      position = substituted;
    } else if (character === '^' && !quoted && position + 1 < text.length) {
      builder.escaped(position, position + 1);
      fixed = true;
      position += 2;
    } else if (quoted && text.startsWith('\\"', position)) {
      builder.escaped(position, position + 1);
      position += 2;
    } else {
      builder.text(position, position + 1, 'all');
      fixed = true;
      position++;
    }
  }
  const end = Math.max(position, start + 1);
  const isHole = holesIn(source, start, end).length > 0;
  return { read: builtWord(source, start, end, builder, isHole ? 'placeholder' : !expanded ? 'literal' : fixed ? 'expansion' : 'splat'), end, nested };
}

/** What a batch text holds. */
interface BatchText {
  readonly commands: readonly CommandLine[];
  readonly comments: readonly Span[];
}

export function readCmd(source: ShellSource): BatchText {
  const commands: CommandLine[] = [];
  const comments: Span[] = [];
  readRange(source, { start: 0, end: source.text.length }, { commands, comments, substitutions: substitutionEnds(source.text) }, 0, false);
  return { commands, comments };
}

/** What was found so far, and where substitutions end. */
interface Batch {
  readonly commands: CommandLine[];
  readonly comments: Span[];
  readonly substitutions: ReadonlyMap<number, number>;
}

/** `isDelayed`: the command of a `for /f`, in which operators are escaped until it runs. */
function readRange(source: ShellSource, { start, end: limit }: Span, found: Batch, depth: number, isDelayed: boolean): void {
  const { text } = source;
  let words: ReadWord[] = [];
  let brackets = 0;
  let dropsNext = false;
  let input: StandardInput = 'unknown';
  let readsNext = false;
  const flush = (): void => {
    if (words.length > 0) {
      found.commands.push({ words, input });
    }
    words = [];
    dropsNext = false;
    readsNext = false;
    input = 'unknown';
  };
  for (let position = start; position < limit; ) {
    const character = text.charAt(position);
    const ignored = words.length === 0 ? matchAt(comment, text, position) : undefined;
    const operator = matchAt(redirection, text, position);
    const lead = words.length === 0 && /[a-z]/i.test(character) ? statementLead(text, position) : undefined;
    if (text.startsWith('^\n', position)) {
      position += 2;
    } else if (isDelayed && isDelayedOperator(text, position)) {
      position++;
    } else if (brackets > 0 && character === ')') {
      flush();
      brackets--;
      position++;
    } else if (lead !== undefined) {
      if (lead.inner !== undefined && depth < deepest) {
        readRange(source, lead.inner, found, depth + 1, true);
      }
      position += lead.length;
    } else if (character === '\n' || character === '&' || character === '|') {
      flush();
      input = isPipe(text, position) ? 'given' : 'unknown';
      position++;
    } else if (/\s/.test(character) || (words.length === 0 && (character === '@' || character === '('))) {
      brackets += character === '(' ? 1 : 0;
      position++;
    } else if (ignored !== undefined) {
      found.comments.push({ start: position, end: position + ignored.length });
      position += ignored.length;
    } else if (operator !== undefined) {
      dropsNext = !operator.includes('&');
      readsNext = operator === '<';
      position += operator.length;
    } else {
      const { read, end, nested } = readCmdWord(source, position, limit, found.substitutions, { inBrackets: brackets > 0, isDelayed });
      if (readsNext) {
        input = /^nul:?$/i.test(read.word.value) ? 'foreign' : 'given';
      }
      if (!dropsNext) {
        words.push(read);
      }
      dropsNext = false;
      readsNext = false;
      position = end;
      for (const inner of depth < deepest ? nested : []) {
        readRange(source, inner, found, depth + 1, isDelayed);
      }
    }
  }
  flush();
}
