/** Reads which ports a command publishes, and which of them are open to every interface. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { parsePortRange } from '../docker/values/scan/port.ts';
import { cutMapping, mappingFailure, type PortMapping } from '../docker/values/scan/publish-spec.ts';
import { whole } from '../docker/values/scan/slice.ts';

export interface PublishedPort {
  readonly use: FlagUse;
  readonly mapping: PortMapping;
}

/** The published ports that can be read; the long form and values of run time are left out. */
export function publishedPorts(command: DockerCommand, version: CliVersion): PublishedPort[] {
  return usesOf(command, 'publish').flatMap((use) => {
    const mapping = cutMapping(whole(use.value.text));
    return use.value.literal && !use.value.text.includes('=') && mappingFailure(mapping, version) === undefined ? [{ use, mapping }] : [];
  });
}

/** Whether the mapping names no address, so that the engine listens on every interface. */
export function isOpen({ mapping: { address } }: PublishedPort): boolean {
  return address === undefined || address.text === '';
}

/** What in front of an open mapping binds it to the loopback interface. */
export function loopbackPrefix({ mapping: { address, hostPort } }: PublishedPort): string {
  return address !== undefined ? '127.0.0.1' : hostPort === undefined ? '127.0.0.1::' : '127.0.0.1:';
}

/** Whether a program in the container is to listen on a port below 1024. */
export function hasLowPort(command: DockerCommand, version: CliVersion): boolean {
  return publishedPorts(command, version).some(({ mapping }) => {
    const range = parsePortRange(mapping.containerPort.text, version);
    return typeof range !== 'string' && range.first < 1024;
  });
}
