/** Copying from the menu on the real engine: what is asked, what arrives, and what is said where it cannot. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { copyInAsking } from '../../../client/src/containers/actions/copy-files.ts';
import type { Memory, Target } from '../../../client/src/containers/action.ts';
import { systemClock } from '../../../client/src/engine/clock.ts';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../../support/docker-engine.ts';
import { noMemory, ScriptedUi, type Answer } from '../scripted-ui.ts';
import { act, actionOf } from './suite.ts';

void suite('copying from the menu', { skip: (await missingEngine()) ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-copy-files-'));
  let engine: Engine;
  let target: Target;

  async function running(...flags: string[]): Promise<Target> {
    const { ok, output } = await docker('run', '-d', '--label', label, ...flags, testImage, 'sleep', '600');
    assert.ok(ok, output);
    const [container] = await engine.listContainers({ ids: [/^[\da-f]{64}$/m.exec(output)?.[0] ?? ''] });
    return { engine, container: container ?? assert.fail(output) };
  }
  async function inside(script: string, { container } = target): Promise<string> {
    const { ok, output } = await docker('exec', container.id, 'sh', '-c', script);
    assert.ok(ok, output);
    return output;
  }
  const local = (name: string, files: Readonly<Record<string, string>> = {}) => {
    const made = path.join(folder, name);
    mkdirSync(made);
    Object.entries(files).forEach(([file, content]) => writeFileSync(path.join(made, file), content));
    return made;
  };

  before(async () => {
    await ensureTestImage();
    engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
    target = await running('--workdir', '/srv/app', '--tmpfs', '/mem');
    await inside('mkdir -p /data/sub && echo one > /data/a && echo two > /data/sub/b && mkfifo /data/pipe');
  });
  after(async () => {
    engine.close();
    await removeLabelled(label);
    rmSync(folder, { recursive: true });
  });

  void test('offers the working directory, then what was asked for before', async () => {
    const kept = new Map<string, string>();
    const memory: Memory = { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
    const asked = async (...answers: readonly Answer[]) => {
      const ui = new ScriptedUi(...answers);
      await copyInAsking(target, [path.join(folder, 'nothing')], { ui, clock: systemClock, memory });
      return ui.asked[0]?.texts[1];
    };
    assert.equal(await asked('/data'), '/srv/app');
    assert.equal(await asked(undefined), '/data');
  });

  void test('a folder that is copied out arrives whole, and what cannot go is named', async () => {
    const out = local('out');
    const { reports } = await act('copyFrom', [target], ['/data', [out]]);
    assert.deepEqual(readdirSync(out, { recursive: true, encoding: 'utf8' }).sort(), ['data', 'data/a', 'data/sub', 'data/sub/b']);
    assert.equal(readFileSync(path.join(out, 'data/sub/b'), 'utf8'), 'two\n');
    assert.deepEqual(reports, [{ severity: 'warning', message: `Copied 2 files, 8 B, from ${target.container.name} to ${out}. Left out: 1.`, details: 'data/pipe: It is a named pipe.' }]);
  });

  void test('asks before it replaces, and keeps what the user keeps', async () => {
    const out = local('again');
    mkdirSync(path.join(out, 'data'));
    writeFileSync(path.join(out, 'data/a'), 'mine');
    const { reports, asked } = await act('copyFrom', [target], ['/data', [out], 'Keep']);
    assert.equal(readFileSync(path.join(out, 'data/a'), 'utf8'), 'mine');
    assert.match(asked.at(-1)?.texts[0] ?? '', /data\/a exists$/);
    assert.match(reports[0]?.details ?? '', /data\/a: It exists, and you chose to keep it\./);
    await act('copyFrom', [target], ['/data', [out], 'Replace All']);
    assert.equal(readFileSync(path.join(out, 'data/a'), 'utf8'), 'one\n');
    const dismissed = await act('copyFrom', [target], ['/data', [out], undefined]);
    assert.equal(dismissed.reports[0]?.severity, 'info');
    assert.match(dismissed.reports[0].message, /^The copy was cancelled/);
  });

  void test('files and folders arrive in the container, where they replace only what the user lets them', async () => {
    const [files, tree] = [local('files', { x: 'ex', y: 'why' }), local('tree', { z: 'zed' })];
    const { reports } = await act('copyInto', [target], ['Files', [path.join(files, 'x'), path.join(files, 'y')], '/data']);
    assert.deepEqual(reports, [{ severity: 'info', message: `Copied 2 files, 5 B, into ${target.container.name} at /data.` }]);
    await act('copyInto', [target], ['Folders', [tree], '/data']);
    assert.equal(await inside('cat /data/x /data/y /data/tree/z'), 'exwhyzed');
    writeFileSync(path.join(files, 'x'), 'new');
    const kept = await act('copyInto', [target], ['Files', [path.join(files, 'x')], '/data', 'Keep']);
    assert.equal(kept.asked.at(-1)?.texts[0], '/data/x exists');
    assert.equal(await inside('cat /data/x'), 'ex');
    await act('copyInto', [target], ['Files', [path.join(files, 'x')], '/data', 'Replace']);
    assert.equal(await inside('cat /data/x'), 'new');
  });

  void test('says in plain words what does not work, and what does', async () => {
    const file = path.join(local('one', { file: 'x' }), 'file');
    const readOnly = await running('--read-only');
    const gone = await running();
    await docker('rm', '-f', gone.container.id);
    for (const [id, on, answers, words] of [
      ['copyFrom', target, ['/none', [folder]], /^The container has no \/none\./],
      ['copyFrom', target, ['/data/a/', [folder]], /is none|not a folder/],
      ['copyInto', target, ['Files', [file], '/none/x/'], /^The container has no folder \/none\/x\/\.$/],
      ['copyInto', target, ['Files', [file], '/mem'], /tmpfs.*move it there from a shell/],
      ['copyInto', target, ['Files', [`${file}s`], '/data'], /^There is no .*files\.$/],
      ['copyInto', readOnly, ['Files', [file], '/data'], /--read-only.*A volume or a bind mount/],
      ['copyFrom', gone, [], /^Nothing could be copied from .*The container is gone/],
    ] as const) {
      const { reports } = await act(id, [on], answers);
      assert.deepEqual([reports.length, reports[0]?.severity], [1, 'error'], `${id} ${JSON.stringify(answers)}: ${JSON.stringify(reports)}`);
      assert.match(reports[0]?.message ?? '', words);
    }
  });

  void test('copies from and into a paused container', async () => {
    const frozen = await running();
    await docker('pause', frozen.container.id);
    const out = local('frozen');
    await act('copyFrom', [frozen], ['/bin/busybox', [out]]);
    assert.deepEqual(readdirSync(out), ['busybox']);
    assert.deepEqual((await act('copyInto', [frozen], ['Files', [path.join(out, 'busybox')], '/copied'])).reports.map(({ severity }) => severity), ['info']);
  });

  void test('a copy that is cancelled leaves nothing behind on either side', async () => {
    await inside('mkdir /big && echo small > /big/a && dd if=/dev/zero of=/big/z bs=1M count=64');
    const out = local('cancelled');
    class Impatient extends ScriptedUi {
      override progress<T>(progress: { readonly title: string }, work: (report: (message: string) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
        return super.progress(progress, (_, signal) => work(() => this.cancel.abort(), signal));
      }
    }
    const copyOut = new Impatient('/big', [out]);
    await actionOf('copyFrom').run([target], { ui: copyOut, clock: systemClock, memory: noMemory });
    assert.deepEqual([copyOut.reports[0]?.message, readdirSync(out)], ['The copy was cancelled, and nothing was left behind.', []]);
    writeFileSync(path.join(out, 'large'), Buffer.alloc(64 * 2 ** 20));
    const copyIn = new Impatient('Files', [path.join(out, 'large')], '/data');
    await actionOf('copyInto').run([target], { ui: copyIn, clock: systemClock, memory: noMemory });
    assert.deepEqual([copyIn.reports[0]?.message, (await inside('ls /data')).includes('large')], ['The copy was cancelled, and nothing was left behind.', false]);
  });
});
