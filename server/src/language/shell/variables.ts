/** Follows assignments to variables that hold words, and puts these in the place of `"${args[@]}"` and of `$OPTS`. */
import type { Assignment, Command, Word } from './script.ts';
import type { ShellSource } from './shell-source.ts';
import { splitText } from './split-text.ts';
import type { ReadWord } from './value-builder.ts';
import type { Elements, VariableScope } from './variable-scope.ts';
import { readWord } from './words.ts';

const declaring: ReadonlySet<string> = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);
const writing: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'unset', 'getopts', 'printf']);

/** Commands that run another script in this shell. */
const sourcing: ReadonlySet<string> = new Set(['.', 'source']);

/** A text that may hold words of a command: one that begins with a flag or another variable, or is still empty. */
const mayHoldWords = /^["']?\s*(?:-|\$\{?\w+\}?(?:[\s"']|$)|["']?$)/;

interface Place {
  readonly source: ShellSource;
  readonly variables: VariableScope;
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

/** The name of the variable when the word is `$name` or `${name}`, of which the shell makes as many words as its text has. */
function wholeText(text: string): string | undefined {
  if (!text.startsWith('$')) {
    return undefined;
  }
  const name = text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text.slice(1);
  return /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}

function textOf(word: string, variables: VariableScope): Elements | undefined {
  const name = wholeText(word);
  if (name !== undefined) {
    return variables.text(name);
  }
  // How zsh is told to split.
  const [, told] = /^\$\{=(\w+)\}$/.exec(word) ?? [];
  return told === undefined ? undefined : variables.text(told, 'asOne');
}

function arrayOf(word: Word, variables: VariableScope): Elements | undefined {
  const name = wholeArray(word);
  return name === undefined ? undefined : variables.array(name);
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

/** Whether the word hands a text of several words that begin with a flag over as one argument: `"$OPTS"`, in zsh also `$OPTS`. */
function joinsFlags({ text }: Word, variables: VariableScope): boolean {
  const isQuoted = text.startsWith('"$') && text.endsWith('"');
  const name = wholeText(isQuoted ? text.slice(1, -1) : text);
  const elements = name === undefined ? undefined : (variables.text(name, 'asOne') ?? (isQuoted ? variables.text(name) : undefined));
  const [first, second] = elements?.words ?? [];
  return second !== undefined && first?.word.value.startsWith('-') === true;
}

/** How words begin that may become others, or none: few do. */
const opensExpansion = /^["$`]/;

/** Adds the words that a word of the tree becomes: those of its variable where they are known, and itself for more that may follow; none for a comment, otherwise itself. */
export function addWord(words: ReadWord[], word: Word, { source, variables }: Place): void {
  if (!opensExpansion.test(word.text)) {
    words.push(readWord(source, word));
    return;
  }
  if (isComment(word)) {
    return;
  }
  const elements = textOf(word.text, variables) ?? arrayOf(word, variables);
  const read = readWord(source, word);
  if (elements === undefined) {
    words.push(joinsFlags(word, variables) ? { ...read, word: { ...read.word, kind: 'expansion', joinsFlags: true } } : read);
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
    place.variables.append(name, 'array', words);
  } else {
    place.variables.set(name, 'array', words);
  }
}

/** Notes a text that may hold words: `OPTS="-d"`, `OPTS="$OPTS --rm"`, `OPTS+=" --rm"`. */
function assignText({ name, append }: Assignment, value: Word, { source, variables }: Place): void {
  const text = readWord(source, value);
  const split = append === true && /^\S/.test(text.word.value) ? undefined : splitText(source.region, text);
  if (split === undefined || (split.length > 0 && split.every(({ word }) => word.kind === 'splat'))) {
    variables.forget(name);
    return;
  }
  const [first, ...rest] = split;
  const repeats = first !== undefined && wholeText(first.word.value) === name;
  const words = (repeats ? rest : split).flatMap((word) => {
    const elements = textOf(word.word.value, variables);
    return elements === undefined ? word : elements.isOpen ? [...elements.words, word] : elements.words;
  });
  if (repeats || append === true) {
    variables.append(name, 'text', words);
  } else {
    variables.set(name, 'text', words);
  }
}

/** Whether the text begins like flags, or may get some later. */
function holdsWords({ text }: Assignment): boolean {
  return mayHoldWords.test(text.slice(text.indexOf('=') + 1));
}

function assign(assignment: Assignment, place: Place, held: ReadonlySet<Assignment>): void {
  const { name, value, index } = assignment;
  if (name === 'IFS') {
    place.variables.splitOtherwise();
  } else if (index !== undefined) {
    place.variables.forget(name);
  } else if (value.type === 'ArrayValue') {
    assignArray(assignment, value.elements, place);
  } else if (held.has(assignment) || holdsWords(assignment)) {
    assignText(assignment, value, place);
  } else {
    place.variables.forget(name);
  }
}

/** Notes what the command does to variables that hold words. `held` are its assignments that hold a command. */
export function assignVariables(command: Command, place: Place, held: ReadonlySet<Assignment>): void {
  const { variables } = place;
  const name = command.name?.text;
  if (name !== undefined && sourcing.has(name)) {
    variables.forgetAll();
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
        variables.declare(assignment.name);
      }
      assign(assignment, place, held);
    }
  }
  for (const word of name === undefined ? [] : command.args) {
    if (word.type === 'Word') {
      // `local -a args` alone empties or hides the array.
      if (ownsNames) {
        variables.declare(word.text);
      }
      variables.forget(word.text);
    }
  }
}
