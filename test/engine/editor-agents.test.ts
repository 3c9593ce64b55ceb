/**
 * VS Code puts agents of its own into the requests of extensions, for the sake of proxies (`http.proxySupport`): without our certificates,
 * and without ssh. It leaves requests to sockets alone.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { after, before, suite, test } from 'node:test';
import { connectEngine, type ConnectOptions } from '../../client/src/engine/dockerode-engine.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { missingEngine } from '../support/docker-engine.ts';
import { sshServer } from '../support/engines/ssh-server.ts';
import { tlsFront } from '../support/engines/tls-front.ts';
import { tunnelToSocket } from '../support/engines/tunnel.ts';

const reason = await missingEngine();
const socket = '/var/run/docker.sock';

void suite('an engine, in an editor that replaces the agents of requests', { skip: reason ?? false }, () => {
  const originals = [http, https].map((module) => ({ module, request: module.request }));
  const replaced: unknown[] = [];

  before(() => {
    for (const { module, request } of originals) {
      const patched = (options: http.RequestOptions, callback: (response: http.IncomingMessage) => void) => {
        if (options.socketPath !== undefined) {
          return request(options, callback);
        }
        replaced.push(options.agent);
        return request({ ...options, agent: undefined }, callback);
      };
      module.request = patched as typeof module.request;
    }
  });
  after(() => originals.forEach(({ module, request }) => Object.assign(module, { request })));

  async function answers(endpoint: Endpoint, options?: ConnectOptions): Promise<void> {
    const engine = await connectEngine(endpoint, options);
    try {
      assert.match((await engine.describe()).product, /Docker/);
      assert.deepEqual(replaced, []);
    } finally {
      engine.close();
    }
  }

  void test('is reached by its socket', () => answers({ kind: 'unix', path: socket }));

  void test('is reached over TCP', async () => {
    const front = await tunnelToSocket(socket);
    await answers({ kind: 'tcp', host: '127.0.0.1', port: front.port }).finally(() => front.stop());
  });

  void test('is reached over TLS, with our certificate', async () => {
    const front = await tlsFront(socket);
    await answers(front.endpoint).finally(() => front.stop());
  });

  void test('is reached over ssh', { skip: existsSync('/usr/sbin/sshd') ? false : 'there is no ssh server to start' }, async () => {
    const server = await sshServer();
    await answers({ kind: 'ssh', destination: server.alias }, { ssh: server.options }).finally(() => server.stop());
  });
});
