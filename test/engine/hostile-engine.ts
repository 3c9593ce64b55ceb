/** An engine that answers as a test says, on a socket of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { ApiLimits } from '../../client/src/engine/api-client.ts';
import type { Engine } from '../../client/src/engine/engine.ts';

export interface HostileEngine {
  readonly engine: Engine;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const goodPing: Answer = (_, response) => response.setHeader('Api-Version', '1.41').end('OK');

/** `answer` is for everything but `_ping`. */
export async function hostileEngine(answer: Answer, limits: ApiLimits = { time: 2_000, size: 64 * 1024 * 1024 }, ping = goodPing): Promise<HostileEngine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-hostile-'));
  const socket = path.join(folder, 'engine.sock');
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    (request.url?.startsWith('/_ping') === true ? ping : answer)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const engine = await connectEngine({ kind: 'unix', path: socket }, { limits });
  return {
    engine,
    requests,
    close: () => {
      engine.close();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
      });
    },
  };
}
