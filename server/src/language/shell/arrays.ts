/** Follows assignments to variables that hold words, and puts these in the place of `"${args[@]}"` and of `$OPTS`. */
import type { ArrayScope, Elements, Holder } from './array-scope.ts';
import { isHeldCommand } from './held-commands.ts';
import type { Assignment, Command, Word } from './script.ts';
import type { ShellSource } from './shell-source.ts';
import { splitText } from './split-text.ts';
import type { ReadWord } from './value-builder.ts';
import { readWord } from './words.ts';

const declaring: ReadonlySet<string> = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);
const writing: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'unset', 'getopts', 'printf']);

/** Commands that run another script in this shell. */
const sourcing: ReadonlySet<string> = new Set(['.', 'source']);

/** A text that may hold words of a command: one that begins with a flag or another variable, or is still empty. */
const mayHoldWords = /^["']?\s*(?:-|\$\{?\w+\}?(?:[\s"']|$)|["']?$)/;

interface Place {
  readonly source: ShellSource;
  readonly arrays: ArrayScope;
}

type IsProgram = (name: string) => boolean;

/** The name of the array when the word is `"${name[@]}"` and nothing else. */
function wholeArray(word: Word): string | undefined {
  if (!word.text.startsWith('"${')) {
    return undefined;
  }
  const [quoted, ...rest] = word.parts ?? [];
  const [part, ...others] = quoted?.type === 'DoubleQuoted' ? quoted.parts : [];
  const isWhole = rest.length === 0 && others.length === 0;
  if (!isWhole || part?.type !== 'ParameterExpansion' || part.operation !== undefined || part.prefix !== undefined) {
    return undefined;
  }
  return part.index?.text === '@' ? part.parameter : undefined;
}

/** The name of the variable when the word is `$name` or `${name}`, of which the shell makes as many words as its text has. */
function wholeText(text: string): string | undefined {
  if (!text.startsWith('$')) {
    return undefined;
  }
  const name = text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text.slice(1);
  return /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}

function elementsOf(holder: Holder, name: string | undefined, arrays: ArrayScope): Elements | undefined {
  const elements = name === undefined ? undefined : arrays.get(name);
  const isSplitOtherwise = holder === 'text' && arrays.has('IFS');
  return elements?.holder === holder && !isSplitOtherwise ? elements : undefined;
}

/** Whether the word is a substitution without a command: a comment in backticks, which leaves no word behind. */
function isComment(word: Word): boolean {
  if (!word.text.includes('#') || !/^(?:`|\$\()\s*#/.test(word.text)) {
    return false;
  }
  const { parts } = word;
  const [part] = parts ?? [];
  return parts?.length === 1 && part?.type === 'CommandExpansion' && part.script?.commands.length === 0;
}

/** Whether the word is `"$OPTS"` and its text several words that begin with a flag: the quotes make one argument of them. */
function joinsFlags({ text }: Word, arrays: ArrayScope): boolean {
  const elements = text.startsWith('"$') && text.endsWith('"') ? elementsOf('text', wholeText(text.slice(1, -1)), arrays) : undefined;
  const [first, second] = elements?.words ?? [];
  return second !== undefined && first?.word.value.startsWith('-') === true;
}

/** Adds the words that a word of the tree becomes: those of its variable where they are known, and itself for more that may follow; none for a comment, otherwise itself. */
export function addWord(words: ReadWord[], word: Word, { source, arrays }: Place): void {
  if (isComment(word)) {
    return;
  }
  const elements = elementsOf('text', wholeText(word.text), arrays) ?? elementsOf('array', wholeArray(word), arrays);
  const read = readWord(source, word);
  if (elements === undefined) {
    words.push(joinsFlags(word, arrays) ? { ...read, word: { ...read.word, joinsFlags: true } } : read);
    return;
  }
  for (const element of elements.words) {
    words.push({ ...element, anchor: read.anchor });
  }
  if (elements.isOpen) {
    words.push(read);
  }
}

/** The words of an array as it is assigned; undefined when they have keys. */
function wordsOfArray(elements: readonly Word[], place: Place): readonly ReadWord[] | undefined {
  const words: ReadWord[] = [];
  for (const element of elements) {
    if (/^\[[^\]]*\]\+?=/.test(element.text)) {
      return undefined;
    }
    addWord(words, element, place);
  }
  return words;
}

function assignArray({ name, append }: Assignment, elements: readonly Word[], place: Place): void {
  const words = wordsOfArray(elements, place);
  if (append === true) {
    place.arrays.append(name, 'array', words);
  } else {
    place.arrays.set(name, 'array', words);
  }
}

/** Notes a text that may hold words: `OPTS="-d"`, `OPTS="$OPTS --rm"`, `OPTS+=" --rm"`. */
function assignText({ name, append }: Assignment, value: Word, { source, arrays }: Place): void {
  const text = readWord(source, value);
  const split = append === true && /^\S/.test(text.word.value) ? undefined : splitText(source.region, text);
  if (split === undefined || (split.length > 0 && split.every(({ word }) => word.kind === 'splat'))) {
    arrays.forget(name);
    return;
  }
  const [first, ...rest] = split;
  const repeats = first !== undefined && wholeText(first.word.value) === name;
  const words = (repeats ? rest : split).flatMap((word) => {
    const elements = elementsOf('text', wholeText(word.word.value), arrays);
    return elements === undefined ? word : elements.isOpen ? [...elements.words, word] : elements.words;
  });
  if (repeats || append === true) {
    arrays.append(name, 'text', words);
  } else {
    arrays.set(name, 'text', words);
  }
}

/** Whether the shell splits the text where it stands without quotes, in other words than itself. */
function holdsWords(assignment: Assignment, source: ShellSource, isProgram: IsProgram): boolean {
  const written = assignment.text.slice(assignment.text.indexOf('=') + 1);
  return mayHoldWords.test(written) || isHeldCommand(assignment, source, isProgram);
}

function assign(assignment: Assignment, place: Place, isProgram: IsProgram): void {
  const { name, value, index } = assignment;
  if (name === 'IFS') {
    place.arrays.set(name, 'text', undefined);
  } else if (index !== undefined) {
    place.arrays.forget(name);
  } else if (value.type === 'ArrayValue') {
    assignArray(assignment, value.elements, place);
  } else if (holdsWords(assignment, place.source, isProgram)) {
    assignText(assignment, value, place);
  } else {
    place.arrays.forget(name);
  }
}

/** Notes what the command does to variables that hold words. */
export function assignArrays(command: Command, place: Place, isProgram: IsProgram): void {
  const { arrays } = place;
  const name = command.name?.text;
  if (name !== undefined && sourcing.has(name)) {
    arrays.forgetAll();
    return;
  }
  const declares = name !== undefined && declaring.has(name);
  if (name !== undefined && !declares && !writing.has(name)) {
    return;
  }
  const ownsNames = declares && name !== 'export' && name !== 'readonly';
  for (const assignment of name === undefined ? command.prefix : declares ? command.suffix : []) {
    if (assignment.type === 'Assignment') {
      if (ownsNames) {
        arrays.declare(assignment.name);
      }
      assign(assignment, place, isProgram);
    }
  }
  for (const word of name === undefined ? [] : command.args) {
    if (word.type === 'Word') {
      // `local -a args` alone empties or hides the array.
      if (ownsNames) {
        arrays.declare(word.text);
      }
      arrays.forget(word.text);
    }
  }
}
