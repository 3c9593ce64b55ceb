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

export function publishSignature(value: string, cursor: number): ValueSignature {
  const { address, hostPort, containerPort, protocol } = cutMapping(whole(value));
  const pieces = [address, hostPort, containerPort, protocol];
  const index = pieces.findIndex((piece) => piece !== undefined && cursor <= piece.end);
  // One or two numbers so far may still get an address in front, but the cursor is where it is.
  return {
    label: '[address:][host-port:]container-port[/protocol]',
    documentation: 'The host\'s side stands first, the container\'s last.',
    parameters,
    active: index < 0 ? parameters.length - 1 : index,
  };
}
