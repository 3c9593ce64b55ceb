/** Engines reached over TLS and ssh that go away and come back: told apart from wrong certificates, found again, each row once. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test, type TestContext } from 'node:test';
import { connectEngine, type ConnectOptions } from '../../client/src/engine/dockerode-engine.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { clientMaterial, makeCertificates, serverFlags } from '../support/engines/certificates.ts';
import { dockerDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { sshServer, type SshServer } from '../support/engines/ssh-server.ts';
import { tunnelIntoNamespace, tunnelToPort, type Tunnel } from '../support/engines/tunnel.ts';
import { follow, hasFailed, isConnected } from './followed.ts';
import { rejection } from './rejection.ts';

const missing = !existsSync('/usr/sbin/dockerd') || !existsSync('/usr/sbin/sshd') || process.getuid?.() !== 0 ? 'there is no dockerd and sshd to start, or not as root' : undefined;
if (missing !== undefined && process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
  throw new Error(missing);
}

/** The ceiling of the delay between attempts, and what an attempt takes. */
const ceiling = 35_000;

void suite('a distant engine', { skip: missing ?? false }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-distant-'));
  let daemon: DockerDaemon;
  let inside: Tunnel;
  let ssh: SshServer;

  /** The network that the engine lives in ends with it, so what leads there is made anew. */
  async function start(): Promise<void> {
    await daemon.start();
    inside = await tunnelIntoNamespace(daemon.pid(), 2376);
  }

  before(async () => {
    makeCertificates(folder);
    daemon = dockerDaemon(() => ['--host', 'tcp://127.0.0.1:2376', ...serverFlags(folder)]);
    await start();
    await ensureTestImage(daemon.cli);
    ssh = await sshServer();
  });
  after(async () => {
    await ssh.stop();
    await inside.stop();
    await daemon.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const overTls = (): Endpoint => ({ kind: 'tcp', host: '127.0.0.1', port: inside.port, tls: clientMaterial(folder) });
  const overSsh = (): Endpoint => ({ kind: 'ssh', destination: ssh.alias, path: daemon.socket });

  async function run(...flags: string[]): Promise<string> {
    const { ok, output } = await daemon.cli('run', '-d', '--stop-timeout', '1', ...flags, testImage, 'sleep', '1000');
    assert.ok(ok, output);
    return output.trim();
  }

  async function comesBack(t: TestContext, endpoint: Endpoint, options: ConnectOptions): Promise<void> {
    const it = follow(endpoint, options);
    t.after(() => it.dispose());
    await it.until('the connection', isConnected(it));
    const kept = await run('--restart', 'always');
    await it.until('the row', () => it.live.containers.has(kept));
    const reasons: string[] = [];
    it.live.onDidChange(() => {
      if (it.live.status.kind === 'failed') {
        reasons.push(it.live.status.error.reason);
      }
    });
    await inside.stop();
    await daemon.stop();
    await it.until('the loss', hasFailed(it));
    await start();
    const back = Date.now();
    await it.until('the return', isConnected(it), ceiling);
    console.log(`${endpoint.kind}: back after ${Date.now() - back} ms`);
    assert.deepEqual(it.rows().map(({ id }) => id), [kept], 'once');
    assert.deepEqual(it.statuses, ['connecting', 'connected', 'failed', 'connected']);
    assert.ok(!reasons.includes('tls'), 'its certificates were never the matter');
    await daemon.cli('rm', '-f', kept);
    await it.until('the removal, from events', () => it.live.containers.size === 0);
  }

  void test('over ssh is found again when it is back', async (t) => {
    await comesBack(t, overSsh(), { ssh: ssh.options });
  });

  void test('over TLS is found again when it is back', async (t) => {
    const door = await tunnelToPort(() => inside.port);
    t.after(() => door.stop());
    await comesBack(t, { kind: 'tcp', host: '127.0.0.1', port: door.port, tls: clientMaterial(folder) }, {});
  });

  void test('over TLS whose connection is cut in the middle of a call is said to be unreachable', async () => {
    const engine = await connectEngine(overTls());
    const id = await run();
    await engine.inspectContainer(id);
    const waiting = rejection(engine.wait(id));
    await engine.listContainers();
    inside.cut();
    const { reason, message } = await waiting;
    assert.deepEqual([reason, message], ['unreachable', `No engine answers at tcp://127.0.0.1:${inside.port}.`]);
    assert.equal((await engine.listContainers()).length, 1, 'the next call makes a new connection');
    engine.close();
    await daemon.cli('rm', '-f', id);
  });
});
