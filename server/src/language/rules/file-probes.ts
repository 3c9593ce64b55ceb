/** The volumes of a command whose source is known, for rules that ask whether there is such a file. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';

export interface VolumeSource {
  readonly use: FlagUse;
  readonly source: string;
  readonly target: string;
  /** Behind the second colon; empty without one. */
  readonly options: string;
}

/** The literal `-v source:target[:options]` of the command; drive letters and values without a source are left out. */
export function volumeSources(command: DockerCommand): VolumeSource[] {
  return usesOf(command, 'volume').flatMap((use) => {
    const [source = '', target = '', options = '', ...rest] = use.value.text.split(':');
    const isPlain = use.value.literal && source.length > 1 && target.startsWith('/') && rest.length === 0;
    return isPlain ? [{ use, source, target, options }] : [];
  });
}
