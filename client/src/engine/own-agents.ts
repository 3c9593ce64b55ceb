/**
 * Agents that a request really goes through. VS Code puts one of its own in the place of whatever agent a request of an extension
 * brings along, for the sake of proxies (`http.proxySupport`): our certificates, and ssh, would be left out. It leaves requests to
 * sockets alone, so all of ours look like one, and the agents know better where they lead.
 */
import { Agent, type ClientRequestArgs } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

/** What a request has to say besides its agent; no such socket is ever opened. */
export const byOwnAgent = { socketPath: 'through the agent' };

type Connected = (error: Error | null, connection: Duplex) => void;

/** Node prefers the path of a socket to a host. */
function toHost<T extends ClientRequestArgs>(options: T): T {
  return { ...options, socketPath: undefined, path: undefined };
}

export class DirectAgent extends Agent {
  override createConnection(options: ClientRequestArgs, connected?: Connected): Duplex | null | undefined {
    return super.createConnection(toHost(options), connected);
  }
}

export class DirectTlsAgent extends TlsAgent {
  override createConnection(options: ClientRequestArgs, connected?: Connected): Duplex | null | undefined {
    return super.createConnection(toHost(options), connected);
  }
}
