/** What goes wrong with engines in the course of a day: each ends with a plain message, and mends itself when the engine does. */
import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import { after, before, suite, test, type TestContext } from 'node:test';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import { EngineSet } from '../../client/src/engine/engine-set.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { EngineList } from '../../client/src/engine/list-engines.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { dockerDaemon, missingDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { quickClock } from '../support/engines/quick-clock.ts';
import { tunnelToSocket } from '../support/engines/tunnel.ts';
import { follow, hasFailed, isConnected, type Followed } from './followed.ts';
import { rejection } from './rejection.ts';

void suite('an engine', { skip: missingDaemon() ?? false }, () => {
  let daemon: DockerDaemon;
  const unix = (): Endpoint => ({ kind: 'unix', path: daemon.socket });

  before(async () => {
    daemon = dockerDaemon();
    await daemon.start();
    await ensureTestImage(daemon.cli);
  });
  after(() => daemon.dispose());

  async function run(...flags: string[]): Promise<string> {
    const { ok, output } = await daemon.cli('run', '-d', '--stop-timeout', '1', ...flags, testImage, 'sh', '-c', 'trap "" TERM; while :; do sleep 0.1; done');
    assert.ok(ok, output);
    return output.trim();
  }

  function followed(t: TestContext, ...how: Parameters<typeof follow>): Followed {
    const each = follow(...how);
    t.after(() => each.dispose());
    return each;
  }

  void test('that is stopped and started again is back within two seconds, once, with the rows of now', async (t) => {
    const it = followed(t, unix());
    await it.until('the connection', isConnected(it));
    const kept = await run('--restart', 'always');
    await it.until('the row', () => it.live.containers.has(kept));
    await daemon.stop();
    await it.until('the loss', hasFailed(it));
    assert.ok(it.live.containers.has(kept), 'the rows stay while the engine is away');
    await daemon.start();
    const back = Date.now();
    await it.until('the return', isConnected(it), 2_000);
    assert.ok(Date.now() - back < 2_000);
    await it.until('its container', () => it.live.containers.get(kept)?.state === 'running');
    assert.deepEqual(it.rows().map(({ id }) => id), [kept]);
    assert.deepEqual(it.statuses, ['connecting', 'connected', 'failed', 'connected']);
    await daemon.cli('rm', '-f', kept);
    await it.until('the removal', () => it.live.containers.size === 0);
  });

  void test('whose socket goes away and comes back is found again', async (t) => {
    const it = followed(t, unix());
    await it.until('the connection', isConnected(it));
    const away = `${daemon.socket}.away`;
    renameSync(daemon.socket, away);
    t.after(() => {
      if (existsSync(away)) {
        renameSync(away, daemon.socket);
      }
    });
    const other = followed(t, unix());
    await other.until('the failure', hasFailed(other, 'unreachable'));
    renameSync(away, daemon.socket);
    await other.until('the connection', isConnected(other), 2_000);
    // The stream that was open has lost nothing.
    const id = await run();
    await Promise.all([it.until('the row', () => it.live.containers.has(id)), other.until('the row', () => other.live.containers.has(id))]);
    await daemon.cli('rm', '-f', id);
  });

  void test('that is frozen makes calls time out with a message, and answers when it thaws', async (t) => {
    const engine = await connectEngine(unix(), { limits: { time: 500, size: 1024 * 1024 } });
    t.after(() => engine.close());
    await engine.describe();
    process.kill(daemon.pid(), 'SIGSTOP');
    t.after(() => process.kill(daemon.pid(), 'SIGCONT'));
    const error = await rejection(engine.listContainers());
    assert.deepEqual([error.reason, error.message], ['timed-out', `The engine at unix://${daemon.socket} did not answer in time.`]);
    process.kill(daemon.pid(), 'SIGCONT');
    assert.deepEqual(await engine.listContainers(), []);
  });

  void test('that is frozen is asked once at a time, however often it is looked at', async (t) => {
    const it = followed(t, unix(), { limits: { time: 400, size: 1024 * 1024 } });
    await it.until('the connection', isConnected(it));
    process.kill(daemon.pid(), 'SIGSTOP');
    t.after(() => process.kill(daemon.pid(), 'SIGCONT'));
    await Promise.all([it.live.refresh(), it.live.refresh(), it.live.refresh()]);
    await it.until('the loss', hasFailed(it, 'timed-out'));
    process.kill(daemon.pid(), 'SIGCONT');
    await it.until('the return', isConnected(it), 5_000);
  });

  void test('behind a connection that swallows every packet is missed after a silence, and found again', async (t) => {
    const tunnel = await tunnelToSocket(daemon.socket);
    t.after(() => tunnel.stop());
    // Twenty times as fast: half a minute of silence, and fifteen seconds for an answer.
    const it = followed(t, { kind: 'tcp', host: '127.0.0.1', port: tunnel.port }, { limits: { time: 750, size: 1024 * 1024 } }, quickClock(20));
    await it.until('the connection', isConnected(it));
    tunnel.dropPackets();
    await it.until('the loss', hasFailed(it, 'timed-out'), 10_000);
    tunnel.passPackets();
    await it.until('the return', isConnected(it), 10_000);
    const id = await run();
    await it.until('the row', () => it.live.containers.has(id));
    await daemon.cli('rm', '-f', id);
  });

  void test('that is only silent, because nothing happens, is left connected', async (t) => {
    const tunnel = await tunnelToSocket(daemon.socket);
    t.after(() => tunnel.stop());
    const it = followed(t, { kind: 'tcp', host: '127.0.0.1', port: tunnel.port }, {}, quickClock(100));
    await it.until('the connection', isConnected(it));
    // Three silences of half a minute, a hundred times as fast.
    await new Promise((resolve) => quickClock(100).schedule(100_000, () => resolve(undefined)));
    const id = await run();
    await it.until('the row', () => it.live.containers.has(id));
    assert.deepEqual(it.statuses, ['connecting', 'connected']);
    await daemon.cli('rm', '-f', id);
    await it.until('the removal', () => !it.live.containers.has(id));
  });

  void test('of a context that is left in the middle of an action finishes the action', async (t) => {
    const other = dockerDaemon();
    await other.start();
    t.after(() => other.dispose());
    const id = await run();
    let current: 'first' | 'second' = 'first';
    const rootOf = (name: string, endpoint: Endpoint) => {
      const resolution = { name, source: 'currentContext', endpoint, considered: [] } as const;
      return { name, resolution, resolve: () => Promise.resolve(resolution) };
    };
    const list = (): Promise<EngineList> => Promise.resolve({ roots: [current === 'first' ? rootOf('first', unix()) : rootOf('second', { kind: 'unix', path: other.socket })], problems: [] });
    const set = new EngineSet({ list, watchContexts: () => () => undefined, connect: (endpoint) => connectEngine(endpoint), clock: systemClock });
    t.after(() => set.dispose());
    await set.reload();
    set.setWatched(true);
    const connectedTo = (name: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const [live] = set.engines;
          if (live?.name === name && live.status.kind === 'connected') {
            resolve();
          }
        };
        look();
        set.engines.forEach((live) => live.onDidChange(look));
      });
    await connectedTo('first');
    const [live] = set.engines;
    const status = live?.status;
    assert.ok(status?.kind === 'connected');
    const stopping = status.engine.stop(id, { seconds: 1 });
    current = 'second';
    await set.reload();
    await connectedTo('second');
    assert.equal(await stopping, 'done');
    assert.deepEqual(set.engines.map(({ name }) => name), ['second']);
    await daemon.cli('rm', '-f', id);
  });

  void test('tells health, names and removals as they happen, and nothing of processes inside', async (t) => {
    const it = followed(t, unix());
    await it.until('the connection', isConnected(it));
    const id = await run('--health-cmd', 'test -e /healthy', '--health-interval', '200ms', '--health-retries', '1');
    await it.until('being unhealthy', () => it.live.containers.get(id)?.health === 'unhealthy');
    let changes = 0;
    const end = it.live.onDidChange(({ containers }) => {
      changes += containers.size;
    });
    for (let count = 0; count < 5; count++) {
      await daemon.cli('exec', id, 'true');
    }
    end();
    assert.equal(changes, 0, 'processes that come and go inside change no row');
    await daemon.cli('exec', id, 'touch', '/healthy');
    await it.until('being healthy', () => it.live.containers.get(id)?.health === 'healthy');
    await daemon.cli('rename', id, 'another-name');
    await it.until('the name', () => it.live.containers.get(id)?.name === 'another-name');
    await daemon.cli('rm', '-f', id);
    await it.until('the removal', () => !it.live.containers.has(id));
  });
});
