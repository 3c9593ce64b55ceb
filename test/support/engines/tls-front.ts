/** A TCP port at which the engine behind a socket speaks TLS, with those who have a certificate. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'node:tls';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { clientMaterial, makeCertificates } from './certificates.ts';

/** An address of loopback that editors do not know for one: of requests to 127.0.0.1 they change less. */
const host = '127.0.0.2';

export interface TlsFront {
  readonly endpoint: Endpoint;
  /** What `docker context create --docker` takes to reach it. */
  readonly contextOptions: string;
  stop(): Promise<void>;
}

export async function tlsFront(socket: string): Promise<TlsFront> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-tls-front-'));
  makeCertificates(folder);
  const { ca, cert, key } = clientMaterial(folder);
  const open = new Set<Socket>();
  const server = createServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, (near) => {
    const far = createConnection(socket);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).once('close', () => open.delete(one)).pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const file = (name: string) => path.join(folder, name);
  return {
    endpoint: { kind: 'tcp', host, port, tls: clientMaterial(folder) },
    contextOptions: `host=tcp://${host}:${port},ca=${file('ca.pem')},cert=${file('cert.pem')},key=${file('key.pem')}`,
    stop: async () => {
      open.forEach((one) => one.destroy());
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
