/** Connections that cannot be made: each cause is told from the others, so that its remedy can be named. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { connectEngine, type ConnectOptions } from '../../client/src/engine/dockerode-engine.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { localMachine } from '../../client/src/engine/machine.ts';
import { resolveEndpoint } from '../../client/src/engine/resolve-endpoint.ts';
import { clientMaterial, makeCertificates } from '../support/engines/certificates.ts';
import { sshServer, type SshServer } from '../support/engines/ssh-server.ts';
import { rejection } from './rejection.ts';

async function failureAt(endpoint: Endpoint, options?: ConnectOptions) {
  const engine = await connectEngine(endpoint, options);
  try {
    return await rejection(engine.describe());
  } finally {
    engine.close();
  }
}

function listen(server: NetServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

void suite('a socket', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-connections-'));
  after(() => rmSync(folder, { recursive: true }));

  void test('that is not there', async () => {
    const error = await failureAt({ kind: 'unix', path: path.join(folder, 'none.sock') });
    assert.deepEqual([error.reason, error.message], ['unreachable', `No engine answers at unix://${folder}/none.sock.`]);
  });

  void test('that is a file', async () => {
    const file = path.join(folder, 'file.sock');
    writeFileSync(file, '');
    assert.equal((await failureAt({ kind: 'unix', path: file })).reason, 'unreachable');
  });

  void test('that the user may not open', { skip: process.getuid?.() === 0 && existsSync('/usr/bin/setpriv') ? false : 'only root can become somebody else' }, async (t) => {
    const socket = path.join(folder, 'closed.sock');
    const server = createHttpServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    t.after(() => server.close());
    chmodSync(socket, 0o600);
    chmodSync(folder, 0o755);
    // Root may open everything, so the call is made as nobody for as long as it takes.
    process.seteuid?.('nobody');
    try {
      const error = await failureAt({ kind: 'unix', path: socket });
      assert.deepEqual([error.reason, error.message], ['permission-denied', `Your user may not open unix://${socket}.`]);
    } finally {
      process.seteuid?.(0);
    }
  });
});

void suite('TLS', () => {
  const [own, others] = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'gantry-tls-'))) as [string, string];
  let secure: Server;
  let plain: Server;
  let ports: { readonly secure: number; readonly plain: number };

  before(async () => {
    makeCertificates(own);
    makeCertificates(others);
    const read = (name: string) => readFileSync(path.join(own, name));
    secure = createHttpsServer({ ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem'), requestCert: true, rejectUnauthorized: true }, (_, response) => response.setHeader('Api-Version', '1.41').end('{}'));
    plain = createHttpServer((_, response) => response.end());
    ports = { secure: await listen(secure), plain: await listen(plain) };
  });
  after(() => {
    secure.close();
    plain.close();
    [own, others].forEach((folder) => rmSync(folder, { recursive: true }));
  });

  void test('with the right certificates reaches what listens', async () => {
    const engine = await connectEngine({ kind: 'tcp', host: '127.0.0.1', port: ports.secure, tls: clientMaterial(own) });
    assert.equal((await engine.describe()).apiVersion, '1.41');
    engine.close();
  });

  void test('with the certificates that the environment names, as for the CLI', async () => {
    const { endpoint } = await resolveEndpoint(localMachine({ DOCKER_HOST: `tcp://127.0.0.1:${ports.secure}`, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: own, DOCKER_CONFIG: own }));
    assert.ok(endpoint !== undefined);
    const engine = await connectEngine(endpoint);
    assert.equal((await engine.describe()).apiVersion, '1.41');
    engine.close();
  });

  for (const [what, endpoint] of [
    ['with an authority that did not sign the engine', () => ({ port: ports.secure, tls: { ...clientMaterial(own), ca: clientMaterial(others).ca } })],
    ['with a certificate of another authority', () => ({ port: ports.secure, tls: { ...clientMaterial(others), ca: clientMaterial(own).ca } })],
    ['without a certificate', () => ({ port: ports.secure, tls: { ca: clientMaterial(own).ca, verify: true } })],
    ['to a port that speaks plain HTTP', () => ({ port: ports.plain, tls: clientMaterial(own) })],
  ] as const) {
    void test(what, async () => {
      const error = await failureAt({ kind: 'tcp', host: '127.0.0.1', ...endpoint() });
      assert.equal(error.reason, 'tls', `${error.message} ${error.details}`);
      assert.match(error.message, /^The TLS connection to tcp:\/\/127\.0\.0\.1:\d+ failed/);
    });
  }

  void test('to a port that hangs up at once is no matter of certificates: nothing is behind it', async (t) => {
    const forwarder = createServer((socket) => socket.destroy());
    const port = await listen(forwarder);
    t.after(() => forwarder.close());
    assert.equal((await failureAt({ kind: 'tcp', host: '127.0.0.1', port, tls: clientMaterial(own) })).reason, 'unreachable');
  });

  void test('not used on a port of an engine that wants it', async (t) => {
    // The answer of Go's HTTP server, which is Docker's and Podman's.
    const go = createServer((socket) => socket.once('data', () => socket.end('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n')));
    const port = await listen(go);
    t.after(() => go.close());
    const error = await failureAt({ kind: 'tcp', host: '127.0.0.1', port });
    assert.deepEqual([error.reason, error.details], ['tls', 'Client sent an HTTP request to an HTTPS server.']);
  });

  void test('with a key that is none, which is not shown', async () => {
    const error = await failureAt({ kind: 'tcp', host: '127.0.0.1', port: ports.secure, tls: { ...clientMaterial(own), key: 'hunter2' } });
    assert.equal(error.reason, 'tls', `${error.message} ${error.details}`);
    assert.doesNotMatch(`${error.message} ${error.details}`, /hunter2/);
  });
});

const noSsh = existsSync('/usr/sbin/sshd') ? undefined : 'there is no ssh server to start';
if (noSsh !== undefined && process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
  throw new Error(noSsh);
}

void suite('ssh', { skip: noSsh ?? false }, () => {
  const cases: readonly (readonly [what: string, changes: readonly string[], complaint: RegExp])[] = [
    ['to a host whose key is not known', ['UserKnownHostsFile /dev/null'], /host key|known/i],
    ['with a key that the host does not take', ['IdentityFile /dev/null', 'PubkeyAuthentication no'], /permission denied/i],
  ];
  for (const [what, changes, complaint] of cases) {
    void test(what, async () => {
      const server: SshServer = await sshServer(changes);
      try {
        const error = await failureAt({ kind: 'ssh', destination: server.alias }, { ssh: server.options });
        assert.deepEqual([error.reason, error.message], ['ssh', 'ssh did not reach an engine at ssh://gantry-engine.']);
        assert.match(error.details, complaint);
      } finally {
        await server.stop();
      }
    });
  }

  void test('to a socket that no engine has on the other side', async () => {
    const server = await sshServer();
    try {
      const error = await failureAt({ kind: 'ssh', destination: server.alias, path: '/no such/docker.sock' }, { ssh: server.options });
      assert.equal(error.reason, 'ssh');
      assert.match(error.details, /no such\/docker\.sock|Cannot connect|no such file/i);
    } finally {
      await server.stop();
    }
  });

  void test('with a program that is not there', async () => {
    const error = await failureAt({ kind: 'ssh', destination: 'build' }, { ssh: { program: '/no/such/ssh' } });
    assert.equal(error.reason, 'ssh');
    assert.match(error.details, /ENOENT/);
  });

  for (const destination of ['-oProxyCommand=touch /tmp/owned', 'host;touch /tmp/owned', 'a b']) {
    void test(`to ${destination} runs no program`, async () => {
      const error = await failureAt({ kind: 'ssh', destination }, { ssh: { program: '/no/such/ssh' } });
      assert.ok(['misconfigured', 'ssh'].includes(error.reason), error.reason);
      assert.equal(existsSync('/tmp/owned'), false);
    });
  }
});
