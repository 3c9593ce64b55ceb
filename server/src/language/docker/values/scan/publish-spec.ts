/** Cuts a port mapping into address, ports and protocol and finds why the CLI refuses it. */
import type { CliVersion } from '../../cli-facts.ts';
import { atLeast } from './cli-release.ts';
import { ipFamily } from './ip.ts';
import { parsePortRange, type PortFailure, type PortRange } from './port.ts';
import { piece, type Slice, split } from './slice.ts';

export interface PortMapping {
  /** As written, brackets included. */
  readonly address: Slice | undefined;
  readonly hostPort: Slice | undefined;
  readonly containerPort: Slice;
  readonly protocol: Slice | undefined;
}

export type MappingFailure =
  | { readonly what: 'address' | 'protocol' | 'ranges' | 'no-container-port'; readonly at: Slice }
  | { readonly what: 'host-port' | 'container-port'; readonly at: Slice; readonly why: PortFailure };

/** The pieces of `[address:][host-port:]container-port[/protocol]`, valid or not. */
export function cutMapping(spec: Slice): PortMapping {
  const pieces = split(spec, ':');
  const last = pieces.at(-1) ?? spec;
  const slash = last.text.indexOf('/');
  const containerPort = slash < 0 ? last : piece(last, 0, slash);
  const hostPort = pieces.at(-2);
  const addressLength = hostPort === undefined || pieces.length < 3 ? -1 : hostPort.start - spec.start - 1;
  return {
    address: addressLength < 0 ? undefined : piece(spec, 0, addressLength),
    hostPort,
    containerPort,
    protocol: slash < 0 ? undefined : piece(last, slash + 1),
  };
}

function isHostAddress(text: string, version: CliVersion): boolean {
  const bracketed = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    return bracketed === '' || ipFamily(bracketed) !== undefined;
  }
  const family = ipFamily(text);
  return text === '' || family === 'ipv4' || (family === 'ipv6' && atLeast(version, 28));
}

function width(range: PortRange): number {
  return range.last - range.first;
}

/** Why the CLI of this version refuses the mapping; undefined when it takes it. */
export function mappingFailure(mapping: PortMapping, version: CliVersion): MappingFailure | undefined {
  const { address, hostPort, containerPort, protocol } = mapping;
  if (containerPort.text === '') {
    return { what: 'no-container-port', at: containerPort };
  }
  if (address !== undefined && !isHostAddress(address.text, version)) {
    return { what: 'address', at: address };
  }
  const inside = parsePortRange(containerPort.text, version);
  if (typeof inside === 'string') {
    return { what: 'container-port', at: containerPort, why: inside };
  }
  if (hostPort !== undefined && hostPort.text !== '') {
    const outside = parsePortRange(hostPort.text, version);
    if (typeof outside === 'string') {
      return { what: 'host-port', at: hostPort, why: outside };
    }
    if (width(inside) > 0 && width(inside) !== width(outside)) {
      return { what: 'ranges', at: hostPort };
    }
  }
  // Before release 29 what stands behind a second slash was ignored.
  const name = atLeast(version, 29) ? protocol?.text : protocol?.text.split('/')[0];
  if (protocol !== undefined && !['', 'tcp', 'udp', 'sctp'].includes((name ?? '').toLowerCase())) {
    return { what: 'protocol', at: protocol };
  }
  return undefined;
}
