/** Finds a time of day that a blank cut off its date: `--since 2026-01-31 13:00`, where it stands for a container. */
import { memoized } from '../command/memoized.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Fix } from './rule.ts';

const date = /^\d{4}-\d\d-\d\d$/;
const timeOfDay = /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

export interface StrayedTime {
  readonly word: ShellWord;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export const strayedTime = memoized(({ flags, positionals, shell: { words } }): StrayedTime | undefined => {
  for (const { facts, value } of flags) {
    const word = words[words.indexOf(value.word) + 1];
    if ((facts.name === 'since' || facts.name === 'until') && date.test(value.text) && word?.kind === 'literal' && positionals.includes(word) && timeOfDay.test(word.value)) {
      const joined = `${value.text}T${word.value}`;
      const isPlain = value.word.source.endsWith(value.text) && word.source === word.value;
      return {
        word,
        message: `A blank ends the time, so ${code(word.value)} is taken for a container. Join date and time by a T: ${code(joined)}.`,
        fixes: isPlain ? [{ title: `Write ${code(joined)}`, safe: true, edits: [replace({ start: value.word.span.end, end: word.span.end }, `T${word.value}`)] }] : [],
      };
    }
  }
  return undefined;
});
