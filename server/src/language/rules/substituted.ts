/** Tells commands whose output a substitution takes: `$(docker ps -q)`. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';

const opening = /(?:\$\(|`)[ \t]*(?:sudo[ \t]+)?$/;

/** So much in front of the command is looked at. */
const near = 40;

/** Whether a substitution begins right in front of the command. */
export function isSubstituted({ shell: { span } }: DockerCommand, { text }: Region): boolean {
  return opening.test(text.slice(Math.max(0, span.start - near), span.start));
}
