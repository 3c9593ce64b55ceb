/** Where an engine listens, and how to get there. */

export type Endpoint =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'npipe'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: TlsMaterial }
  /** `destination` as ssh takes it; `path` of the socket on the other side where it is not the default; `program` instead of the `ssh` on the PATH. */
  | { readonly kind: 'ssh'; readonly destination: string; readonly user?: string; readonly port?: number; readonly path?: string; readonly program?: string };

/** Texts in PEM form. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Whether the engine's certificate has to be one that `ca` vouches for. */
  readonly verify: boolean;
}

/** `unix:///var/run/docker.sock`, `tcp://build:2376`, `ssh://me@build`: for people, never with a secret. */
export function describeEndpoint(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'unix':
    case 'npipe':
      return `${endpoint.kind}://${endpoint.path}`;
    case 'tcp':
      return `tcp://${bracketed(endpoint.host)}:${endpoint.port}`;
    case 'ssh':
      return `ssh://${endpoint.user === undefined ? '' : `${endpoint.user}@`}${bracketed(endpoint.destination)}${endpoint.port === undefined ? '' : `:${endpoint.port}`}${endpoint.path ?? ''}`;
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
