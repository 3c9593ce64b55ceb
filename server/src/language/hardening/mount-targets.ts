/** Lists the paths of the container at which a command mounts something. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { lastValue, readMount } from '../docker/values/scan/mount-fields.ts';
import { whole } from '../docker/values/scan/slice.ts';
import { cutVolume } from '../docker/values/scan/volume-spec.ts';

function targetOf({ facts, value }: FlagUse): string | undefined {
  switch (facts.name) {
    case 'volume':
      return cutVolume(whole(value.text)).target.text;
    case 'mount':
      return lastValue(readMount(value.text).fields, 'target')?.text;
    case 'tmpfs':
      return value.text.split(':', 1)[0];
    default:
      return undefined;
  }
}

/** The paths as written, without a slash at the end; targets are nearly always literal, also where the source is not. */
export function mountTargets(command: DockerCommand): ReadonlySet<string> {
  return new Set(command.flags.flatMap((use) => targetOf(use)?.replace(/(?<=.)\/+$/, '') ?? []));
}

/** Whether the command hands the engine's socket to the container. */
export function mountsEngineSocket(command: DockerCommand): boolean {
  return command.flags.some(({ facts, value }) => facts.name === 'use-api-socket' || (['volume', 'mount'].includes(facts.name) && /(?:docker|podman)\.sock\b/.test(value.text)));
}
