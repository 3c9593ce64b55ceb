/** Ports in words, each once although the engine names it for IPv4 and IPv6. */
import type { Port } from '../engine/container.ts';

/** Any address of the host, of either family. */
export function isAnyAddress(address: string): boolean {
  return address === '' || address === '0.0.0.0' || address === '::';
}

function keyOf({ containerPort, protocol, host }: Port): string {
  return `${host === undefined ? '' : `${isAnyAddress(host.address) ? '*' : host.address}:${host.port}`}>${containerPort}/${protocol}`;
}

/** Published ones first, in the order of their numbers. */
export function distinctPorts(ports: readonly Port[]): Port[] {
  const distinct = [...new Map(ports.map((port) => [keyOf(port), port])).values()];
  return distinct.sort((one, other) => Number(one.host === undefined) - Number(other.host === undefined) || one.containerPort - other.containerPort);
}

function withProtocol(text: string, protocol: Port['protocol']): string {
  return protocol === 'tcp' ? text : `${text}/${protocol}`;
}

/** `8080→80`, `127.0.0.1:5432→5432`, `53→53/udp`; an exposed port by its number. */
export function portText({ containerPort, protocol, host }: Port): string {
  if (host === undefined) {
    return withProtocol(String(containerPort), protocol);
  }
  const address = host.address.includes(':') ? `[${host.address}]` : host.address;
  return withProtocol(`${isAnyAddress(host.address) ? '' : `${address}:`}${host.port}→${containerPort}`, protocol);
}

/** Where a published TCP port answers; undefined for others. `engineHost` is the machine of the engine when it is another one. */
export function portUrl({ containerPort, protocol, host }: Port, engineHost: string | undefined): string | undefined {
  // The address is the engine's word, and must not become a host name or a path.
  if (protocol !== 'tcp' || host === undefined || !(isAnyAddress(host.address) || /^[\da-f.:]+$/i.test(host.address))) {
    return undefined;
  }
  const name = isAnyAddress(host.address) ? (engineHost ?? 'localhost') : host.address;
  const scheme = [443, 8443, 9443].includes(containerPort) || host.port === 443 ? 'https' : 'http';
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${host.port}/`;
}
