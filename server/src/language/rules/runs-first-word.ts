/** Tells whether the engine itself runs the first word behind the container or image. */
import { lastUse, type DockerCommand } from '../command/docker-command.ts';
import { namedImage } from '../command/named-image.ts';

/** Official images without an entrypoint: the first word behind them is the program. Others may hand it to one that takes a text. */
const withoutEntrypoint: ReadonlySet<string> = new Set(
  'almalinux alpine amazonlinux archlinux busybox centos debian fedora gcc golang opensuse/leap oraclelinux perl python rockylinux ruby rust ubuntu'.split(' '),
);

/** Whether the first word behind the container or image is surely a program. */
export function runsFirstWord(command: DockerCommand): boolean {
  const id = command.facts?.id;
  const image = id === 'run' || id === 'create' ? namedImage(command)?.name : undefined;
  const isOfficial = image !== undefined && image.registry === undefined && withoutEntrypoint.has(image.path);
  return id === 'exec' || (isOfficial && lastUse(command, 'entrypoint') === undefined);
}
