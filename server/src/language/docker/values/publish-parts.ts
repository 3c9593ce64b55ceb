/** Says what each piece of a port mapping means, and what leaving the address out means. */
import type { CliVersion } from '../cli-facts.ts';
import { pastFirewalls, reachOf } from './scan/ip.ts';
import { part } from './scan/parsed.ts';
import { parsePortRange, usualService } from './scan/port.ts';
import type { PortMapping } from './scan/publish-spec.ts';
import type { ValuePart } from './value-grammar.ts';

function everywhere(podman: boolean): string {
  return `No address is given, so it listens on every interface (\`0.0.0.0\` and \`[::]\`): other machines reach it, and ${pastFirewalls(podman)}. Put \`127.0.0.1:\` in front to keep it on this host.`;
}

function ports(text: string, version: CliVersion): string | undefined {
  const range = parsePortRange(text, version);
  return typeof range === 'string' ? undefined : range.first === range.last ? `port ${range.first}` : `ports ${range.first} to ${range.last}`;
}

function hostMeaning(mapping: PortMapping, version: CliVersion): string | undefined {
  const host = mapping.hostPort?.text ?? '';
  const outside = parsePortRange(host, version);
  const inside = parsePortRange(mapping.containerPort.text, version);
  if (typeof outside === 'string') {
    return undefined;
  }
  if (outside.first === 0 && outside.last === 0) {
    return 'Port 0: the engine picks a free host port at each start; `docker port` tells which.';
  }
  if (outside.first !== outside.last) {
    return typeof inside !== 'string' && inside.first === inside.last
      ? `The engine picks one free port of ${outside.first} to ${outside.last} on the host, which lets several copies start from one command.`
      : `Ports ${outside.first} to ${outside.last} of the host, each for the container port at the same place of the other range.`;
  }
  const privileged = outside.first < 1024 ? ' Below 1024, so a rootless engine cannot open it by default.' : '';
  return `Clients connect to port ${outside.first} of the host. It must be free, or the container is created but does not start.${privileged}`;
}

function containerMeaning(mapping: PortMapping, version: CliVersion): string | undefined {
  const text = ports(mapping.containerPort.text, version);
  if (text === undefined) {
    return undefined;
  }
  const range = parsePortRange(mapping.containerPort.text, version);
  const service = typeof range === 'string' || range.first !== range.last ? '' : usualService(range.first);
  const listening = `The program in the container must listen on ${text}${service}, on \`0.0.0.0\` rather than \`127.0.0.1\`: the container's own loopback cannot be reached from outside.`;
  const hostPort = mapping.hostPort?.text ?? '';
  return hostPort === '' ? `${listening} No host port is given, so the engine picks a free one; \`docker port\` tells which.` : listening;
}

/** The parts of a mapping whose pieces can be read; broken pieces are left to the problems. */
export function explainMapping(mapping: PortMapping, version: CliVersion, podman = false): ValuePart[] {
  const { address, hostPort, containerPort, protocol } = mapping;
  const bare = address?.text.replace(/^\[|\]$/g, '') ?? '';
  const open = bare === '' ? ` ${everywhere(podman)}` : '';
  const parts: ValuePart[] = [];
  if (address !== undefined && bare !== '') {
    parts.push(part(address.start, address.end, 'host address', reachOf(bare, podman)));
  }
  const host = hostMeaning(mapping, version);
  if (hostPort !== undefined && host !== undefined) {
    parts.push(part(hostPort.start, hostPort.end, 'host port', host + open));
  }
  const container = containerMeaning(mapping, version);
  if (container !== undefined) {
    parts.push(part(containerPort.start, containerPort.end, 'container port', host === undefined ? container + open : container));
  }
  if (protocol !== undefined && /^(?:tcp|udp|sctp)$/i.test(protocol.text)) {
    const only = protocol.text.toLowerCase() === 'tcp' ? 'TCP, the default.' : `${protocol.text.toUpperCase()} only. A service that speaks TCP as well needs a second \`-p\`.`;
    parts.push(part(protocol.start, protocol.end, 'protocol', only));
  }
  return parts.sort((a, b) => a.start - b.start);
}
