/** What is told of docker holds for podman in most things, not in all: it has no daemon. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';

/** The text, for podman with a word on whom it speaks of. */
export function ofPodman({ engine, program, path }: DockerCommand, markdown: string | undefined): string | undefined {
  if (engine !== 'podman' || markdown === undefined) {
    return markdown;
  }
  const help = [program, ...path].map(({ value }) => value).join(' ');
  return `${markdown}\n\n*Podman* does in most things what is told here of Docker; it has no daemon, and starts nothing by itself after a reboot. ${code(`${help} --help`)} has its own flags.`;
}
