/** What a `-p` says about the address on which it listens, in the short and the long form. */
import type { DockerCommand, FlagUse } from './docker-command.ts';
import { replaceValue } from './edits.ts';
import { memoized } from './memoized.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { parseValue } from '../docker/parsed-values.ts';
import { parsePortRange, type PortRange } from '../docker/values/scan/port.ts';
import { cutMapping } from '../docker/values/scan/publish-spec.ts';
import { whole } from '../docker/values/scan/slice.ts';
import type { TextEdit } from '../text/edit.ts';

export interface PublishedPort {
  readonly use: FlagUse;
  /** Without brackets; empty for every interface. */
  readonly address: string;
  readonly container: PortRange;
  /** The mapping in the short form. */
  readonly text: string;
}

/** The mapping in the short form, as the CLI itself rewrites the long one. */
export function shortForm(text: string): string {
  if (!text.includes('=')) {
    return text;
  }
  const given = new Map(
    text.split(',').map((field) => {
      const [key = '', ...rest] = field.split('=');
      return [key, rest.join('=')] as const;
    }),
  );
  const protocol = given.get('protocol') ?? 'tcp';
  const published = given.get('published') ?? '';
  return `${published === '' ? '' : `${published}:`}${given.get('target') ?? ''}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

function isAccepted({ facts, engine, help }: DockerCommand, use: FlagUse, version: CliVersion): boolean {
  const { kind, name } = use.facts;
  if (kind !== 'publish' || !use.value.literal || help || facts === undefined) {
    return false;
  }
  const context = { version, podman: engine === 'podman', command: facts.id, flag: name };
  return parseValue(kind, use.value.text, context, () => new Map()).problems.length === 0;
}

/** The literal mappings that the CLI and the engine take. */
export const publishedPorts = memoized((command: DockerCommand, version: CliVersion): readonly PublishedPort[] => {
  const ports: PublishedPort[] = [];
  for (const use of command.flags) {
    if (isAccepted(command, use, version)) {
      const text = shortForm(use.value.text);
      const { address, containerPort } = cutMapping(whole(text));
      const container = parsePortRange(containerPort.text, version);
      if (typeof container !== 'string') {
        ports.push({ use, address: address?.text.replace(/^\[|\]$/g, '') ?? '', container, text });
      }
    }
  }
  return ports;
});

/** Whether the address stands for every interface of the host. */
export function isEverywhere(address: string): boolean {
  return address === '' || address === '0.0.0.0' || (address.includes(':') && /^[0:]+$/.test(address));
}

/** The mapping on the loopback address. */
export function onLoopback({ text, address }: PublishedPort): string {
  const { hostPort, containerPort, protocol } = cutMapping(whole(text));
  const loopback = address.includes(':') ? '[::1]' : '127.0.0.1';
  return `${loopback}:${hostPort?.text ?? ''}:${containerPort.text}${protocol === undefined ? '' : `/${protocol.text}`}`;
}

/** The edits that put the mapping there: where nothing is said of an address, only that is inserted. */
export function bindToLoopback(command: DockerCommand, port: PublishedPort): TextEdit[] {
  const { value } = port.use;
  const text = onLoopback(port);
  return text.endsWith(value.text) ? replaceValue(command, value, text.slice(0, -value.text.length), 0, 0) : replaceValue(command, value, text);
}

/** Whether a program in the container is to listen on a port below 1024. */
export function hasLowPort(command: DockerCommand, version: CliVersion): boolean {
  return publishedPorts(command, version).some(({ container }) => container.first < 1024);
}
