/** Removes several flags at once: letters that share a word with others go alone, a word that loses all its letters goes whole. */
import { removeFlag, removeWord } from '../command/edits.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { TextEdit } from '../text/edit.ts';

function byWord(uses: readonly FlagUse[]): Map<ShellWord, FlagUse[]> {
  const words = new Map<ShellWord, FlagUse[]>();
  for (const use of uses) {
    words.set(use.word, [...(words.get(use.word) ?? []), use]);
  }
  return words;
}

export function removeFlags(command: DockerCommand, uses: readonly FlagUse[], region: Region): TextEdit[] {
  const all = byWord(command.flags);
  return [...byWord(uses)].flatMap(([word, gone]) => {
    const letters = all.get(word) ?? [];
    const takesNext = letters.some(({ clustered, value }) => clustered && value.attached === 'next');
    const goesWhole = letters.length === gone.length && gone.every(({ clustered }) => clustered) && !takesNext;
    return goesWhole ? removeWord(command, word, region) : gone.flatMap((use) => removeFlag(command, use, region));
  });
}
