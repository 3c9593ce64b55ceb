/** Every action on the real engine: what a menu offers in a state is carried out there, and what is gone meanwhile is said. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, suite, test } from 'node:test';
import { containerActions, engineActions } from '../../client/src/containers/actions/index.ts';
import type { ContainerAction, Target } from '../../client/src/containers/action.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { ContainerState } from '../../client/src/engine/container.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, removeLabelledImages, testImage } from '../support/docker-engine.ts';
import { noMemory, ScriptedUi, type Answer } from './scripted-ui.ts';

const reason = await missingEngine();

void suite('actions on a real engine', { skip: reason ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-actions-'));
  let engine: Engine;

  before(async () => {
    await ensureTestImage();
    engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
  });
  after(async () => {
    await removeLabelled(label);
    await removeLabelledImages(label);
    engine.close();
    rmSync(folder, { recursive: true });
  });

  async function cli(...args: string[]): Promise<string> {
    const { ok, output } = await docker(...args);
    assert.ok(ok, output);
    return /^[\da-f]{64}$/m.exec(output)?.[0] ?? output.trim();
  }

  const obedient = ['sh', '-c', 'trap "exit 0" TERM; echo ready; while :; do sleep 0.05; done'];

  async function inState(state: ContainerState, ...flags: string[]): Promise<Target> {
    const common = ['--label', label, ...flags, testImage];
    const id = await (state === 'created'
      ? cli('create', ...common, ...obedient)
      : state === 'exited'
        ? cli('run', '-d', ...common, 'true')
        : state === 'restarting'
          ? cli('run', '-d', '--restart', 'always', ...common, 'sh', '-c', 'sleep 0.1; exit 1')
          : cli('run', '-d', '-p', '127.0.0.1::80', ...common, ...obedient));
    if (state === 'paused') {
      await cli('pause', id);
    }
    for (;;) {
      const [container] = await engine.listContainers({ ids: [id] });
      if (container?.state === state && (state !== 'running' || (await docker('logs', id)).output.includes('ready'))) {
        return { engine, container };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function carryOut(action: ContainerAction, target: Target): Promise<ScriptedUi> {
    const partner = action.id === 'compare' ? await inState('created') : undefined;
    const answers: Readonly<Record<string, readonly Answer[]>> = {
      stopWithTimeout: ['2'],
      restartWithTimeout: ['2'],
      kill: ['SIGTERM'],
      rename: [`renamed-${randomUUID().slice(0, 8)}`],
      updateLimits: [['Memory', 'Memory and swap together', 'Processes'], '64m', '64m', '77'],
      commit: ['gantry-test/committed:1'],
      copyFrom: ['/bin/busybox', [mkdtempSync(path.join(folder, 'out-'))]],
      copyInto: ['Files', [fileURLToPath(import.meta.url)], '/'],
      exportFileSystem: [path.join(folder, 'export.tar')],
      copyCommand: [undefined],
      logsWithOptions: ['The last 100 lines', 'Both outputs'],
      logAsDocument: ['Everything', 'Both outputs'],
      shellWithOptions: ['0:0', '', 'A=b', ''],
      runCommand: ['true'],
      inspectWithSecrets: [true],
      compare: [partner?.container.name],
      extractField: [['{{.Name}}', `/${target.container.name}`], 'Copy Result'],
      remove: target.container.state === 'exited' || target.container.state === 'created' ? [true] : [true, true],
      removeWithVolumes: target.container.state === 'exited' || target.container.state === 'created' ? [true] : [true, true],
    };
    const ui = new ScriptedUi(...(answers[action.id] ?? []));
    const done = action.run([target], { ui, clock: systemClock, memory: noMemory });
    if (action.id === 'wait') {
      await docker('rm', '-f', target.container.id);
    }
    await done;
    ui.done();
    return ui;
  }

  for (const action of containerActions) {
    for (const state of (['created', 'running', 'paused', 'restarting', 'exited'] as const).filter((each) => action.states.includes(each))) {
      void test(`${action.title} of a container that is ${state}`, async () => {
        const target = await inState(state);
        const ui = await carryOut(action, target);
        const failures = ui.reports.filter(({ severity }) => severity === 'error');
        assert.deepEqual(failures, []);
        await docker('rm', '-f', target.container.id);
      });
    }
  }

  void test('a container that was removed between the click and the call is said to be gone', async () => {
    for (const id of ['start', 'stop', 'restart', 'pause', 'rename', 'remove', 'updateLimits', 'commit']) {
      const action = containerActions.find((each) => each.id === id) ?? assert.fail(id);
      const target = await inState('exited');
      await cli('rm', target.container.id);
      const ui = id === 'updateLimits' ? new ScriptedUi() : undefined;
      const { reports } = ui === undefined ? await carryOut(action, target) : (await action.run([target], { ui, clock: systemClock, memory: noMemory }), ui);
      assert.equal(reports.length, 1, id);
      assert.match(reports[0]?.message ?? '', /The container is gone: something else removed it\.$/, id);
    }
  });

  void test('stop gives a process its time, and kills one that does not listen', async () => {
    const target = await inState('running');
    const deaf = await cli('run', '-d', '--label', label, '--stop-timeout', '1', testImage, 'sh', '-c', 'trap "" TERM; while :; do sleep 0.1; done');
    const [container] = await engine.listContainers({ ids: [deaf] });
    assert.ok(container);
    const ui = new ScriptedUi();
    await containerActions.find(({ id }) => id === 'stop')?.run([target, { engine, container }], { ui, clock: systemClock, memory: noMemory });
    assert.deepEqual([(await engine.inspectContainer(target.container.id)).exitCode, (await engine.inspectContainer(deaf)).exitCode], [0, 137]);
    assert.match(ui.progressed.join('\n'), /SIGTERM sent, SIGKILL in \d+ s/);
    assert.deepEqual(ui.reports, []);
  });

  void test('update changes what the engine enforces', async () => {
    const target = await inState('running');
    await carryOut(containerActions.find(({ id }) => id === 'updateLimits') ?? assert.fail(), target);
    const { limits } = await engine.inspectContainer(target.container.id);
    assert.deepEqual([limits.memory, limits.memorySwap, limits.pids], [64 * 2 ** 20, 64 * 2 ** 20, 77]);
  });

  void test('an export is whole or not there at all', async () => {
    const file = path.join(folder, 'whole.tar');
    const action = containerActions.find(({ id }) => id === 'exportFileSystem') ?? assert.fail();
    const target = await inState('exited');
    await action.run([target], { ui: new ScriptedUi(file), clock: systemClock, memory: noMemory });
    assert.ok(readFileSync(file).includes('bin/busybox'));
    const cancelled = new ScriptedUi(path.join(folder, 'cancelled.tar'));
    cancelled.cancel.abort();
    await action.run([target], { ui: cancelled, clock: systemClock, memory: noMemory });
    assert.deepEqual([existsSync(path.join(folder, 'cancelled.tar')), existsSync(path.join(folder, 'cancelled.tar.partial'))], [false, false]);
    const nowhere = new ScriptedUi('/no/such/folder/x.tar');
    await action.run([target], { ui: nowhere, clock: systemClock, memory: noMemory });
    assert.match(nowhere.reports[0]?.message ?? '', /could not be exported\. The archive could not be written to \/no\/such\/folder\/x\.tar\./);
  });

  void test('prune by label leaves everything else alone', async () => {
    const mark = `prune=${randomUUID()}`;
    const [mine, running, other] = [await inState('exited', '--label', mark), await inState('running', '--label', mark), await inState('exited')];
    const ui = new ScriptedUi('By labels and age…', `label=${mark}`, [mine.container.name], true);
    await engineActions[0]?.run(engine, { ui, clock: systemClock, memory: noMemory });
    ui.done();
    assert.deepEqual(await engine.listContainers({ ids: [mine.container.id] }), []);
    assert.equal((await engine.listContainers({ ids: [running.container.id] })).length + (await engine.listContainers({ ids: [other.container.id] })).length, 2);
    assert.match(ui.reports[0]?.message ?? '', /^1 container removed, .* freed\.$/);
  });
});
