/** Recognises a boolean written as a word behind a boolean flag. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { ShellWord } from '../shell/shell-command.ts';

const booleanWords = /^(?:true|false|yes|no|on|off|0|1)$/i;

/** The word and the flag that it was meant for; an image of that name with nothing behind it is taken for an image. */
export function booleanWord(command: DockerCommand): { readonly use: FlagUse; readonly word: ShellWord } | undefined {
  const word = command.positionals.find(({ kind, value }) => kind === 'literal' && booleanWords.test(value));
  if (word === undefined || command.positionals.length < 2) {
    return undefined;
  }
  const before = command.shell.words[command.shell.words.indexOf(word) - 1];
  const use = command.flags.findLast((other) => other.word === before);
  return use?.value.attached === 'implied' && !use.facts.takesValue ? { use, word } : undefined;
}
