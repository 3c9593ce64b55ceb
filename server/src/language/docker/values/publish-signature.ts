/** Signature help of a port mapping. */
import { cutMapping } from './scan/publish-spec.ts';
import { whole } from './scan/slice.ts';
import type { ValueSignature } from './value-grammar.ts';

const parameters = [
  { label: '[address:]', documentation: 'Host address to listen on. `127.0.0.1` keeps the port on this host; without an address every interface listens, past host firewalls such as ufw.' },
  { label: '[host-port:]', documentation: 'Port that clients connect to. A free one of the engine\'s choice when left out; a range lets the engine choose in it.' },
  { label: 'container-port', documentation: 'Port on which the program in the container listens.' },
  { label: '[/protocol]', documentation: '`tcp` (default), `udp` or `sctp`.' },
] as const;

/** What begins as an address, finished or not: a port has neither dots nor brackets. */
const address = /^(?:\[[^\]]*\]?|[0-9]*\.[0-9.]*)/;

/** The parameter at the cursor. An address is the first part, however many are written so far. */
function activePart(value: string, cursor: number): number {
  const behind = address.exec(value)?.[0].length;
  if (behind !== undefined && cursor <= behind) {
    return 0;
  }
  if (behind !== undefined && /^:[^:]*$/.test(value.slice(behind))) {
    return value.slice(0, cursor).includes('/') ? 3 : 1;
  }
  const { address: host, hostPort, containerPort, protocol } = cutMapping(whole(value));
  const index = [host, hostPort, containerPort, protocol].findIndex((piece) => piece !== undefined && cursor <= piece.end);
  return index < 0 ? parameters.length - 1 : index;
}

export function publishSignature(value: string, cursor: number): ValueSignature {
  return {
    label: '[address:][host-port:]container-port[/protocol]',
    documentation: 'The host\'s side stands first, the container\'s last.',
    parameters,
    active: activePart(value, cursor),
  };
}
