/** Follows assignments to arrays and puts their words in the place of `"${args[@]}"`. */
import type { ArrayScope } from './array-scope.ts';
import type { Command, Word } from './script.ts';
import type { ShellSource } from './shell-source.ts';
import type { ReadWord } from './value-builder.ts';
import { readWord } from './words.ts';

const declaring: ReadonlySet<string> = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);
const writing: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'unset', 'getopts', 'printf']);

interface Place {
  readonly source: ShellSource;
  readonly arrays: ArrayScope;
}

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

/** Whether the word is a substitution without a command: a comment in backticks, which leaves no word behind. */
function isComment(word: Word): boolean {
  if (!word.text.includes('#') || !/^(?:`|\$\()\s*#/.test(word.text)) {
    return false;
  }
  const { parts } = word;
  const [part] = parts ?? [];
  return parts?.length === 1 && part?.type === 'CommandExpansion' && part.script?.commands.length === 0;
}

/** Adds the words that a word of the tree becomes: the array's own ones where they are known, and itself for more that may follow; none for a comment, otherwise itself. */
export function addWord(words: ReadWord[], word: Word, { source, arrays }: Place): void {
  if (isComment(word)) {
    return;
  }
  const name = wholeArray(word);
  const elements = name === undefined ? undefined : arrays.get(name);
  const read = readWord(source, word);
  if (elements === undefined) {
    words.push(read);
    return;
  }
  for (const element of elements.words) {
    words.push({ ...element, anchor: read.anchor });
  }
  if (elements.isOpen) {
    words.push(read);
  }
}

/** The elements of an array as it is assigned; undefined when they have keys. */
function elementsOf(elements: readonly Word[], place: Place): readonly ReadWord[] | undefined {
  const words: ReadWord[] = [];
  for (const element of elements) {
    if (/^\[[^\]]*\]\+?=/.test(element.text)) {
      return undefined;
    }
    addWord(words, element, place);
  }
  return words;
}

/** Notes what the command does to arrays. */
export function assignArrays(command: Command, place: Place): void {
  const { arrays } = place;
  const name = command.name?.text;
  const declares = name !== undefined && declaring.has(name);
  if (name !== undefined && !declares && !writing.has(name)) {
    return;
  }
  const assignments = name === undefined ? command.prefix : declares ? command.suffix : [];
  for (const assignment of assignments) {
    if (assignment.type !== 'Assignment') {
      continue;
    }
    if (declares && name !== 'export' && name !== 'readonly') {
      arrays.declare(assignment.name);
    }
    const { value } = assignment;
    if (value.type !== 'ArrayValue' || assignment.index !== undefined) {
      arrays.forget(assignment.name);
      continue;
    }
    const elements = elementsOf(value.elements, place);
    if (assignment.append === true) {
      arrays.append(assignment.name, elements);
    } else {
      arrays.set(assignment.name, elements);
    }
  }
  if (name !== undefined) {
    for (const word of command.args) {
      if (word.type === 'Word') {
        // `local -a args` alone empties or hides the array.
        if (declares && name !== 'export' && name !== 'readonly') {
          arrays.declare(word.text);
        }
        arrays.forget(word.text);
      }
    }
  }
}
