/** Scripts in words: what programs such as `bash -c` and `ssh` make of theirs, and words as the text of a script. */
import { payloadReaderOf, tail, type Payload, type Reading } from './payload-readers.ts';
import { payloadSource, type Hole, type ShellSource } from './shell-source.ts';
import type { ReadWord } from './value-builder.ts';

export function takesPayload(program: string): boolean {
  return payloadReaderOf(program) !== undefined;
}

/** How the program at the first word reads its words as a script. */
export function readingOf(words: readonly ReadWord[]): Reading {
  return payloadReaderOf(words[0]?.word.value ?? '')?.(words) ?? { kind: 'none' };
}

/** Whether the program defines short names for commands: `alias`, and what people call those that are written out while one types. */
export function definesAliases(program: string): boolean {
  return /^(?:(?!un)\w*alias|abbr)$/.test(program);
}

/** The definition in a word `name=value` of `alias`. */
export function aliasPayload(word: ReadWord): Payload | undefined {
  const equals = word.word.value.indexOf('=');
  return equals <= 0 ? undefined : { words: [tail(word, equals + 1)], openEnded: true };
}

/** The words joined by blanks, as the program hands them to a shell. */
export function payloadText(region: string, words: readonly ReadWord[]): ShellSource {
  let value = '';
  const offsets: number[] = [];
  const holes: Hole[] = [];
  for (const { word, holes: own } of words) {
    if (value !== '') {
      value += ' ';
      offsets.push(word.span.start);
    }
    const by = value.length;
    for (const { start, end, kind } of own) {
      holes.push({ start: start + by, end: end + by, kind });
    }
    value += word.value;
    for (let index = 0; index < word.value.length; index++) {
      offsets.push(word.offsets?.[index] ?? word.span.start + index);
    }
  }
  const last = words.at(-1)?.word;
  offsets.push(last === undefined ? 0 : (last.offsets?.at(-1) ?? last.span.end));
  return payloadSource(region, value, offsets, holes);
}

/**
 * Whether the words can be taken as they are: joining and splitting them again gives the same ones, or they are
 * elements of an array, which stand in another place than the command.
 */
export function isPlain(words: readonly ReadWord[]): boolean {
  const ofArray = words.some(({ word, anchor }) => anchor.start !== word.span.start || anchor.end !== word.span.end);
  return ofArray || (words.length > 1 && words.every(({ word }) => word.value === word.source && !/[\s|;&<>()#]/.test(word.value)));
}
