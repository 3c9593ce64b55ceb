/** What only the real engine can show: what it refuses and in which words, what a cancel leaves it to do, what a prune takes. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { readPruneFilter } from '../../../client/src/containers/prune-filter.ts';
import type { Target } from '../../../client/src/containers/action.ts';
import { systemClock } from '../../../client/src/engine/clock.ts';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../../support/docker-engine.ts';
import { noMemory, ScriptedUi } from '../scripted-ui.ts';
import { act, actionOf } from './suite.ts';

const reason = await missingEngine();

/** Presses Cancel as soon as the progress says something that matches. */
class ImpatientUi extends ScriptedUi {
  readonly #when: RegExp;

  constructor(when: RegExp, ...answers: readonly string[]) {
    super(...answers);
    this.#when = when;
  }

  override progress<T>({ title }: { readonly title: string }, work: (report: (message: string) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    return super.progress({ title }, (report, signal) =>
      work((message) => {
        report(message);
        if (this.#when.test(message)) {
          this.cancel.abort();
        }
      }, signal),
    );
  }
}

void suite('on the real engine', { skip: reason ?? false }, () => {
  const id = randomUUID();
  const label = `gantry.test=${id}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-actions-'));
  let engine: Engine;

  before(async () => {
    await ensureTestImage();
    engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
  });
  after(async () => {
    engine.close();
    await removeLabelled(label);
    rmSync(folder, { recursive: true });
  });

  async function cli(...args: string[]): Promise<string> {
    const { ok, output } = await docker(...args);
    assert.ok(ok, output);
    return /^[\da-f]{64}$/m.exec(output)?.[0] ?? output.trim();
  }

  async function create(...args: string[]): Promise<Target> {
    const created = await cli('create', '--label', label, ...args);
    const [container] = await engine.listContainers({ ids: [created] });
    return { engine, container: container ?? assert.fail(created) };
  }

  async function running(...args: string[]): Promise<Target> {
    const { container } = await create(...args);
    await cli('start', container.id);
    const [now] = await engine.listContainers({ ids: [container.id] });
    return { engine, container: now ?? assert.fail() };
  }

  async function refusal(action: string, target: Target, ...answers: readonly (string | readonly string[])[]): Promise<string> {
    const { reports } = await act(action, [target], answers);
    assert.deepEqual([reports.length, reports[0]?.severity], [1, 'error'], JSON.stringify(reports));
    assert.notEqual(reports[0]?.details, '');
    return reports[0]?.message.slice(target.container.name.length + 1) ?? '';
  }

  void suite('a start that is refused', () => {
    let taken: Server;
    let port: number;
    before(async () => {
      taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const address = taken.address();
      port = typeof address === 'object' && address !== null ? address.port : assert.fail();
    });
    after(() => taken.close());

    void test('for a port says which', async () => {
      assert.equal(await refusal('start', await create('-p', `127.0.0.1:${port}:80`, testImage, 'sleep', '60')), `could not be started. Port ${port} of the host is taken by a program that runs there.`);
      const first = await running('-p', '127.0.0.1::80', testImage, 'sleep', '60');
      const published = first.container.ports[0]?.host?.port ?? assert.fail();
      assert.match(await refusal('start', await create('-p', `127.0.0.1:${published}:80`, testImage, 'sleep', '60')), new RegExp(`Port ${published} of the host is taken by another container`));
    });

    void test('for a command says that it is not there', async () => {
      assert.equal(await refusal('start', await create(testImage, 'no-such-program')), 'could not be started. Its command “no-such-program” is not in the image.');
      assert.match(await refusal('start', await create(testImage, '/bin')), /^could not be started\. Its command “\/bin” is (?:there, but may not be executed|a folder)\.$/);
    });

    void test('for a network says that it is gone', async () => {
      const network = `gantry-${id.slice(0, 8)}`;
      await cli('network', 'create', '--label', label, network);
      const target = await create('--network', network, testImage, 'true');
      await cli('network', 'rm', network);
      assert.match(await refusal('start', target), new RegExp(`Its network ${network} is gone`));
    });
  });

  void suite('an update that is refused', () => {
    void test('says what stands in the way', async () => {
      const target = await running('-m', '64m', '--shm-size', '64m', testImage, 'sh', '-c', 'dd if=/dev/zero of=/dev/shm/x bs=1M count=32; sleep 600');
      while (!(await docker('exec', target.container.id, 'ls', '-l', '/dev/shm/x')).output.includes(String(32 * 2 ** 20))) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.match(await refusal('updateLimits', target, ['Memory'], '512m'), /more than memory and swap together may be: change both at once\.$/);
      assert.match(await refusal('updateLimits', target, ['Memory', 'Memory and swap together'], '8m', '8m'), /It uses .* MiB at the moment|It uses more than that at the moment/);
      assert.match(await refusal('updateLimits', target, ['Processors'], '100000'), /The host has \d+ processors: choose from 0\.01 to \d+\.$/);
    });

    void test('for --rm says so', async () => {
      assert.match(await refusal('updateLimits', await running('--rm', testImage, 'sleep', '60'), ['Restart policy'], 'always'), /It was made with --rm/);
    });
  });

  void test('a stop that nobody waits for any more is carried out to its SIGKILL', async () => {
    const target = await running('--stop-timeout', '1', testImage, 'sh', '-c', 'trap "" TERM; while :; do sleep 0.1; done');
    const ended = engine.wait(target.container.id);
    const ui = new ImpatientUi(/SIGTERM sent/);
    await actionOf('stop').run([target], { ui, clock: systemClock, memory: noMemory });
    assert.deepEqual(ui.reports, [{ severity: 'info', message: `Gantry stopped waiting. The engine goes on to stop ${target.container.name}.` }]);
    assert.equal(await ended, 137);
  });

  void test('an export that is cancelled leaves nothing behind, and the old file as it was', async () => {
    const target = await create(testImage, 'sh', '-c', 'dd if=/dev/zero of=/big bs=1M count=200');
    await cli('start', '-a', target.container.id);
    const file = path.join(folder, 'files.tar');
    writeFileSync(file, 'old');
    const ui = new ImpatientUi(/iB$/, file);
    await actionOf('exportFileSystem').run([target], { ui, clock: systemClock, memory: noMemory });
    assert.deepEqual(ui.reports, [{ severity: 'info', message: 'The export was cancelled; no file was left behind.' }]);
    assert.deepEqual([readdirSync(folder), readFileSync(file, 'utf8')], [['files.tar'], 'old']);
    const { reports } = await act('exportFileSystem', [target], [file]);
    assert.deepEqual(reports, [{ severity: 'info', message: `${target.container.name} was exported to ${file}.` }]);
    assert.ok(statSync(file).size > 200 * 2 ** 20);
  });

  void test('the filters of prune take what docker container prune takes', async () => {
    // The engine's own prune is the judge. It is bound to the label of this test, so that it touches nothing else.
    const variants = [[], ['--label', 'env=test'], ['--label', 'env=live', '--label', 'keep'], ['--label', 'keep=']];
    const compared = async (filters: readonly string[]) => {
      const made = await Promise.all(variants.map((flags) => create(...flags, testImage, 'true')));
      const own = [`label=${label}`, ...filters];
      const rows = made.map(({ container }) => container);
      const listed = rows.filter(readPruneFilter(own.join(' '), Date.now())).map((row) => row.id);
      const { output } = await docker('container', 'prune', '--force', ...own.flatMap((filter) => ['--filter', filter]));
      await removeLabelled(label);
      return { listed, pruned: rows.map((row) => row.id).filter((row) => output.includes(row)) };
    };
    for (const filters of [['label=env'], ['label=env=test'], ['label!=keep'], ['label=keep='], ['label!=env=test', 'label=env'], ['until=1h'], ['until=-1h', 'label=env'], ['until=2000-01-01']]) {
      const { listed, pruned } = await compared(filters);
      assert.deepEqual(listed, pruned, filters.join(' '));
    }
    // The engine spares only what has every one of the labels; the list spares what has any.
    const { listed, pruned } = await compared(['label!=env=test', 'label!=keep']);
    assert.deepEqual([listed.length, pruned.length], [1, 4]);
  });
});
