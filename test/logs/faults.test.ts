/** What becomes of a log that is followed when its engine goes away: a word in the terminal, and on it goes when the engine is back. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { LogSession } from '../../client/src/logs/log-session.ts';
import { readSource } from '../../client/src/logs/log-source.ts';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { dockerDaemon, missingDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { countingClock, openConnections } from '../support/engines/left-behind.ts';
import { Screen } from '../support/screen.ts';

void suite('a log that is followed', { skip: missingDaemon() ?? false }, () => {
  let daemon: DockerDaemon;
  let engine: Engine;

  before(async () => {
    daemon = dockerDaemon();
    await daemon.start();
    await ensureTestImage(daemon.cli);
    engine = await connectEngine({ kind: 'unix', path: daemon.socket });
  });
  after(async () => {
    engine.close();
    await daemon.dispose();
  });

  async function run(script: string, ...flags: string[]): Promise<string> {
    const { ok, output } = await daemon.cli('run', '-d', '--network', 'none', '--stop-timeout', '1', ...flags, testImage, 'sh', '-c', script);
    assert.ok(ok, output);
    return output.trim();
  }

  function terminal(id: string) {
    const screen = new Screen();
    const counted = countingClock();
    const session = new LogSession({ sources: [{ engine, id, name: 'web' }], query: { follow: true }, timestamps: false, clock: counted.clock, askFilter: () => Promise.resolve(undefined), save: () => Promise.resolve() });
    session.open(screen);
    return { session, screen, timers: counted.waiting };
  }

  void test('says that its engine is lost, goes on when that is back, and repeats and loses no line', async () => {
    const before = openConnections();
    const id = await run('n=0; while :; do n=$((n+1)); echo line $n; sleep 0.2; done', '--restart', 'always');
    const it = terminal(id);
    await it.screen.until(/line 3/);
    await daemon.stop();
    await it.screen.until(/── web lost the connection to its engine\. No engine answers at unix:\S+ The log goes on when the engine is back\. ──/);
    await daemon.start();
    await it.screen.until(/── web starts again ──[^]*line 3/);
    const runs = it.screen.shown.split(/starts again/).map((text) => [...text.matchAll(/^line (\d+)\r$/gm)].map(([, number]) => Number(number)));
    assert.equal(runs.length, 2);
    for (const numbers of runs) {
      assert.deepEqual(numbers, numbers.map((_, index) => index + 1));
    }
    assert.equal(it.screen.shown.match(/lost the connection/g)?.length, 1);
    it.session.close();
    await daemon.cli('rm', '-f', id);
    await before.areAll();
    assert.equal(it.timers(), 0);
  });

  void test('goes on over the open connection when the socket goes away, and asks how the container ended when it is back', async (t) => {
    const id = await run('n=0; while [ ! -e /end ]; do n=$((n+1)); echo line $n; sleep 0.1; done; exit 7');
    const it = terminal(id);
    await it.screen.until(/line 1\r/);
    const away = `${daemon.socket}.away`;
    t.after(() => {
      if (existsSync(away)) {
        renameSync(away, daemon.socket);
      }
    });
    await daemon.cli('exec', '-d', id, 'sh', '-c', 'sleep 1; touch /end');
    renameSync(daemon.socket, away);
    await it.screen.until(/lost the connection/);
    renameSync(away, daemon.socket);
    await it.screen.until(/web ended with exit code 7/);
    const numbers = [...it.screen.shown.matchAll(/^line (\d+)\r$/gm)].map(([, number]) => Number(number));
    assert.deepEqual(numbers, numbers.map((_, index) => index + 1));
    it.session.close();
    await daemon.cli('rm', '-f', id);
  });

  void test('that is closed while the engine is away leaves no timer, connection or listener behind', async () => {
    const before = openConnections();
    const id = await run('echo here; sleep 1000');
    const it = terminal(id);
    const stop = new AbortController();
    const counted = countingClock();
    const lost = new Promise<void>((resolve) => {
      void readSource({ engine, id, query: { follow: true }, signal: stop.signal, clock: counted.clock, onLine: () => undefined, onTurn: (what) => (what.startsWith('lost') ? resolve() : undefined) }).catch(() => undefined);
    });
    await it.screen.until(/here/);
    await daemon.stop();
    await Promise.all([lost, it.screen.until(/lost the connection/)]);
    it.session.close();
    stop.abort();
    await before.areAll();
    assert.deepEqual([it.timers(), counted.waiting(), getEventListeners(stop.signal, 'abort').length], [0, 0, 0]);
    await daemon.start();
    await daemon.cli('rm', '-f', id);
  });

  void test('of a container that is gone when the engine is back ends with that word', async () => {
    const id = await run('echo here; sleep 1000', '--rm');
    const it = terminal(id);
    await it.screen.until(/here/);
    await daemon.stop();
    await it.screen.until(/lost the connection|was removed/);
    await daemon.start();
    await it.screen.until(/web was removed[^]*the end of the log/);
    it.session.close();
  });

  void test('but not on, ends with the engine', async () => {
    const id = await run('while :; do echo a line; done');
    await daemon.stop();
    const { reason } = await readSource({ engine, id, query: { follow: false }, signal: new AbortController().signal, clock: countingClock().clock, onLine: () => undefined, onTurn: () => assert.fail('It waits.') }).then(() => assert.fail(), (error: unknown) => error as { readonly reason?: string });
    assert.equal(reason, 'unreachable');
    await daemon.start();
  });
});
