/** Recognises a long flag behind a single dash, `-name web`, which pflag reads as a run of one-letter flags. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { FlagFacts } from '../docker/cli-facts.ts';
import type { ShellWord } from '../shell/shell-command.ts';

/** No flag has a longer name, and a word of a megabyte is asked about for each of its letters. */
const longName = /^-([a-z][a-z\d-]{1,63})(?:=|$)/;

/** The long flag that the word spells behind one dash; undefined where its letters are flags, as in `-ip 80:80`. */
export function singleDashLongFlag(command: DockerCommand, word: ShellWord): FlagFacts | undefined {
  if (word.value.charAt(0) !== '-' || word.value.charAt(1) === '-') {
    return undefined;
  }
  const name = longName.exec(word.value)?.[1];
  const flag = name === undefined ? undefined : command.facts?.byName.get(name);
  if (flag === undefined) {
    return undefined;
  }
  const refused = command.problems.some((problem) => problem.word === word);
  const misread = command.flags.some((use) => use.word === word && use.value.attached === 'joined');
  return refused || misread ? flag : undefined;
}

export function isSingleDashLongFlag(command: DockerCommand, word: ShellWord): boolean {
  return singleDashLongFlag(command, word) !== undefined;
}
