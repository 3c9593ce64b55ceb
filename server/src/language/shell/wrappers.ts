/** Programs that run another program given on their own command line: `sudo -E docker ps`, `timeout 5 docker ps`. */
import type { ShellAssignment, ShellWord } from './shell-command.ts';
import type { Hole } from './shell-source.ts';
import type { ReadWord } from './value-builder.ts';
import { partOfWord } from './words.ts';
import { wrappers } from './wrapper-syntax.ts';

/** The name of a program without its folder and `.exe`. */
export function baseName(program: string): string {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return name.endsWith('.exe') ? name.slice(0, -4) : name;
}

export function isWrapper(program: string): boolean {
  return wrappers.has(baseName(program));
}

/** The index behind the option at `at`, its value included. */
export function afterOption(value: string, at: number, letters: string, long: readonly string[]): number {
  if (value.startsWith('--')) {
    return !value.includes('=') && long.includes(value.slice(2)) ? at + 2 : at + 1;
  }
  for (let index = 1; index < value.length; index++) {
    if (letters.includes(value.charAt(index))) {
      return index === value.length - 1 ? at + 2 : at + 1;
    }
  }
  return at + 1;
}

export function isOption({ value }: ShellWord): boolean {
  return value.length > 1 && value.startsWith('-');
}

/** What is written for options that a variable holds, or for any number of words: `$SSH_OPTS`, `${VERBOSE:+-v}`, `"$@"`. */
const heldOptions = /opt|(?<!t)arg|flag|param|[@*]|:?\+/i;

/** Whether an unquoted expansion may be anything but one operand, such as the host in `ssh $host ls`. */
export function holdsOptions({ kind, source }: ShellWord): boolean {
  return kind === 'splat' && heldOptions.test(source);
}

/** Whether a short option has one of the letters; behind a letter that takes a value stands the value. */
function hasLetter(option: string, wanted: string, letters: string): boolean {
  if (option.startsWith('--')) {
    return false;
  }
  for (let index = 1; index < option.length && !letters.includes(option.charAt(index)); index++) {
    if (wanted.includes(option.charAt(index))) {
      return true;
    }
  }
  return false;
}

/** `NAME=value` as an assignment. */
export function assignmentOf(word: ShellWord): ShellAssignment | undefined {
  const name = /^([A-Za-z_]\w*)=/.exec(word.value)?.[1];
  return name === undefined ? undefined : { name, value: partOfWord(word, name.length + 1) };
}

/** The wrapped command line. */
export interface Unwrapped {
  readonly words: readonly ReadWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly appends: boolean;
  /** Whether nothing of the standard input is left for it. */
  readonly inputIsRead: boolean;
}

/** What the wrapper at the first word runs; undefined when that word is no wrapper or runs nothing. */
export function unwrap(words: readonly ReadWord[], isProgram: (name: string) => boolean): Unwrapped | undefined {
  const syntax = wrappers.get(baseName(words[0]?.word.value ?? ''));
  if (syntax === undefined) {
    return undefined;
  }
  const { letters = '', long = [], inert = '', reads = '', operands = 0, appends = false, stop, after } = syntax;
  const assignments: ShellAssignment[] = [];
  let inputIsRead = false;
  let replaced: string | undefined = appends ? '{}' : undefined;
  let at = after === undefined ? 1 : words.findIndex(({ word }) => after.test(word.value)) + 1;
  if (at === 0) {
    return undefined;
  }
  for (let word = words[at]?.word; word !== undefined; word = words[at]?.word) {
    const assignment = syntax.assigns === true ? assignmentOf(word) : undefined;
    if (assignment !== undefined) {
      assignments.push(assignment);
      at++;
    } else if (word.value === '--') {
      at++;
      break;
    } else if (isOption(word)) {
      if (hasLetter(word.value, inert, letters)) {
        return undefined;
      }
      inputIsRead ||= hasLetter(word.value, reads, letters) || (reads !== '' && word.value === '--stdin');
      const next = afterOption(word.value, at, letters, long);
      replaced = appends && word.value.startsWith('-I') ? (word.value.slice(2) || words[at + 1]?.word.value) : replaced;
      at = next;
    } else if (word.kind !== 'splat' || isProgram(word.value) || (operands > 0 && !holdsOptions(word))) {
      break;
    } else {
      at++;
    }
  }
  at += operands;
  // `sudo -- A=1 docker ps`: assignments may also follow the end of the options.
  for (let found = syntax.assigns === true ? assignmentAt(words, at) : undefined; found !== undefined; found = assignmentAt(words, at)) {
    assignments.push(found);
    at++;
  }
  const end = stop === undefined ? -1 : words.findIndex(({ word }, index) => index >= at && stop.test(word.value));
  const rest = words.slice(at, end < 0 ? undefined : end);
  return { words: replaced === undefined ? rest : rest.map((word) => filled(word, replaced)), assignments, appends, inputIsRead };
}

function assignmentAt(words: readonly ReadWord[], at: number): ShellAssignment | undefined {
  const word = words[at]?.word;
  return word === undefined ? undefined : assignmentOf(word);
}

/** A word in which the marker is replaced at run time; it may be a script that holds it. */
function filled(read: ReadWord, marker: string): ReadWord {
  const { word, holes } = read;
  if (marker === '' || word.kind !== 'literal' || !word.value.includes(marker)) {
    return read;
  }
  const own: Hole[] = [];
  for (let at = word.value.indexOf(marker); at >= 0; at = word.value.indexOf(marker, at + marker.length)) {
    own.push({ start: at, end: at + marker.length, kind: 'expansion' });
  }
  return { ...read, word: { ...word, kind: 'expansion' }, holes: withHoles(holes, own) };
}

/** The holes with further ones, those that share a unit with others left out. */
export function withHoles(holes: readonly Hole[], further: readonly Hole[]): Hole[] {
  const free = further.filter((hole) => !holes.some((other) => other.start < hole.end && hole.start < other.end));
  return [...holes, ...free].sort((a, b) => a.start - b.start);
}
