/** Lists the paths of the container at which a command mounts something. */
import type { DockerCommand } from '../command/docker-command.ts';
import { mountTarget } from '../command/mount-target.ts';

/** The paths as written, without a slash at the end; targets are nearly always literal, also where the source is not. */
export function mountTargets(command: DockerCommand): ReadonlySet<string> {
  return new Set(command.flags.flatMap((use) => mountTarget(use)?.replace(/(?<=.)\/+$/, '') ?? []));
}

/** Whether the command hands the engine's socket to the container. */
export function mountsEngineSocket(command: DockerCommand): boolean {
  return command.flags.some(({ facts, value }) => facts.name === 'use-api-socket' || (['volume', 'mount'].includes(facts.name) && /(?:docker|podman)\.sock\b/.test(value.text)));
}
