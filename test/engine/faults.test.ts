/** What goes wrong with engines in the course of a day: each ends with a plain message, and mends itself when the engine does. */
import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import { after, before, suite, test, type TestContext } from 'node:test';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import { EngineSet } from '../../client/src/engine/engine-set.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { EngineList } from '../../client/src/engine/list-engines.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { readSource } from '../../client/src/logs/log-source.ts';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { dockerDaemon, missingDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { freeze, until } from '../support/engines/process.ts';
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
    t.after(() => process.kill(daemon.pid(), 'SIGCONT'));
    await freeze(daemon.pid());
    const error = await rejection(engine.listContainers());
    assert.deepEqual([error.reason, error.message], ['timed-out', `The engine at unix://${daemon.socket} did not answer in time.`]);
    process.kill(daemon.pid(), 'SIGCONT');
    assert.deepEqual(await engine.listContainers(), []);
  });

  void test('that is frozen is asked once at a time, however often it is looked at', async (t) => {
    const it = followed(t, unix(), { limits: { time: 400, size: 1024 * 1024 } });
    await it.until('the connection', isConnected(it));
    t.after(() => process.kill(daemon.pid(), 'SIGCONT'));
    await freeze(daemon.pid());
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

  /** The engine of a context, and a way to leave that context for another one. */
  async function leaving(t: TestContext) {
    const other = dockerDaemon();
    await other.start();
    t.after(() => other.dispose());
    let current: 'first' | 'second' = 'first';
    const rootOf = (name: string, endpoint: Endpoint) => {
      const resolution = { name, source: 'currentContext', endpoint, considered: [] } as const;
      return { name, resolution, resolve: () => Promise.resolve(resolution) };
    };
    const list = (): Promise<EngineList> => Promise.resolve({ roots: [current === 'first' ? rootOf('first', unix()) : rootOf('second', { kind: 'unix', path: other.socket })], problems: [] });
    let closed = false;
    const connect = async (endpoint: Endpoint) => {
      const engine = await connectEngine(endpoint);
      const close = engine.close.bind(engine);
      return Object.assign(engine, {
        close: () => {
          closed ||= endpoint.kind === 'unix' && endpoint.path === daemon.socket;
          close();
        },
      });
    };
    const set = new EngineSet({ list, watchContexts: () => () => undefined, connect, clock: systemClock });
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
    return {
      engine: status.engine,
      leave: async () => {
        current = 'second';
        await set.reload();
        await connectedTo('second');
        assert.deepEqual(set.engines.map(({ name }) => name), ['second']);
      },
      isClosed: () => closed,
    };
  }

  void test('of a context that is left in the middle of an action finishes the action', async (t) => {
    const id = await run();
    const { engine, leave, isClosed } = await leaving(t);
    const stopping = engine.stop(id, { seconds: 1 });
    await leave();
    assert.equal(await stopping, 'done');
    await until('the end of the connection', isClosed);
    await daemon.cli('rm', '-f', id);
  });

  void test('of a context that is left keeps an open log to its end, and a shell until its exit code is told', async (t) => {
    const id = await run();
    const { engine, leave, isClosed } = await leaving(t);
    const talk = 'echo ready; while read line; do echo got $line; done; exit 4';
    const { output } = await daemon.cli('run', '-d', testImage, 'sh', '-c', 'echo one; while [ ! -e /end ]; do sleep 0.05; done; echo two; exit 6');
    const [logged, seen] = [output.trim(), [] as string[]];
    const logging = readSource({ engine, id: logged, query: { follow: true }, signal: t.signal, clock: systemClock, onLine: ({ text }) => void seen.push(text), onTurn: (what) => void seen.push(what) }).catch((error: unknown) => seen.push(String(error)));
    const shell = await engine.exec(id, { command: ['sh', '-c', talk], tty: false });
    let said = '';
    const reading = (async () => {
      for await (const { data } of shell.output) {
        said += data.toString();
      }
      return shell.exitCode();
    })();
    await until('the log and the shell', () => seen.includes('one') && said === 'ready\n');
    await leave();
    await daemon.cli('exec', logged, 'touch', '/end');
    await until('the end of the log', () => seen.includes('ended with exit code 6'));
    assert.ok(!isClosed(), 'the shell is still open');
    await shell.write(Buffer.from('it\n'));
    shell.endInput();
    assert.deepEqual([await reading, said], [4, 'ready\ngot it\n']);
    await until('the end of the connection', isClosed);
    await logging;
    assert.deepEqual(seen.slice(0, 3), ['one', 'two', 'ended with exit code 6']);
    await daemon.cli('rm', '-f', id, logged);
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
