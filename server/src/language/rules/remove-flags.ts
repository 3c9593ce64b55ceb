/** Removes several flags at once: letters that share a word with others go alone, a word that loses all its letters goes whole. */
import { removeFlag, removeWord } from '../command/edits.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import type { TextEdit } from '../text/edit.ts';

export function removeFlags(command: DockerCommand, uses: readonly FlagUse[], region: Region): TextEdit[] {
  const words = new Set(uses.map(({ word }) => word));
  return [...words].flatMap((word) => {
    const gone = uses.filter((use) => use.word === word);
    const [only] = gone;
    if (only !== undefined && !only.clustered) {
      return removeFlag(command, only, region);
    }
    const all = command.flags.filter((use) => use.word === word);
    const takesNext = all.some(({ value }) => value.attached === 'next');
    return all.length === gone.length && !takesNext ? removeWord(command, word, region) : gone.flatMap((use) => removeFlag(command, use, region));
  });
}
