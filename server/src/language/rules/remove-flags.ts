/** Removes several flags at once: letters that share a word with others go alone, a word that loses all its letters goes whole. */
import { removeFlag, removeWord } from '../command/edits.ts';
import { usesByWord, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { TextEdit } from '../text/edit.ts';

/** Whether the letters that go are all of a word, and none of them takes the next one. */
function goesWhole({ flags }: DockerCommand, word: ShellWord, gone: readonly FlagUse[]): boolean {
  if (!gone.every(({ clustered }) => clustered)) {
    return false;
  }
  const letters = flags.filter((use) => use.word === word);
  return letters.length === gone.length && letters.every(({ value }) => value.attached !== 'next');
}

export function removeFlags(command: DockerCommand, uses: readonly FlagUse[], region: Region): TextEdit[] {
  return [...usesByWord(uses)].flatMap(([word, gone]) =>
    goesWhole(command, word, gone) ? removeWord(command, word, region) : gone.flatMap((use) => removeFlag(command, use, region)),
  );
}
