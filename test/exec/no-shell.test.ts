/** A container without a shell: it is said, and what helps instead is offered and works. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { parse } from 'shell-quote';
import { shell } from '../../client/src/containers/actions/exec.ts';
import type { Memory, Target } from '../../client/src/containers/action.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { debugLine } from '../../client/src/containers/debug-container.ts';
import { container } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';
import { noMemory, ScriptedUi } from '../containers/scripted-ui.ts';
import { ensureShellLessImage, removeLabelled, shellLessImage, testImage } from '../support/docker-engine.ts';
import { testEngines, type TestEngine } from '../support/engines/one-of-each.ts';
import { until } from '../support/engines/process.ts';

function target(engine: Partial<Engine> = {}, rest: Partial<Target> = {}): Target {
  const bare: Partial<Engine> = {
    inspectContainer: () => Promise.resolve({ environment: [] } as unknown as ContainerDetails),
    exec: () => Promise.reject(new EngineError('engine-failed', 'exec: "sh": executable file not found in $PATH')),
  };
  return { engine: { ...bare, ...engine } as Engine, container: container(1, { name: 'web' }), ...rest };
}

function remembering(): { readonly memory: Memory; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, memory: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) } };
}

void suite('a shell in a container that has none', () => {
  void test('is said not to be there, with where to find the files', async () => {
    const ui = new ScriptedUi(undefined);
    await shell.run([target()], { ui, clock: new ManualClock(), memory: noMemory });
    ui.done();
    assert.equal(ui.asked[0]?.title, 'web has no shell');
    assert.match(ui.asked[0].texts.join('\n'), /Browse Files/);
    assert.deepEqual([ui.terminals, ui.copied, ui.reports], [[], undefined, []]);
  });

  void test('is replaced by the line of a debug container, whose image is remembered', async () => {
    const { memory, kept } = remembering();
    const ui = new ScriptedUi('Copy the command for one…', ' registry:5000/tools/debug:1 ');
    await shell.run([target({}, { cliOptions: ['--context', "bob's"] })], { ui, clock: new ManualClock(), memory });
    ui.done();
    assert.deepEqual(ui.asked[1]?.texts, ['An image that has a shell', 'busybox']);
    assert.equal(ui.copied, `docker --context "bob's" run -it --rm --pid container:web --network container:web registry:5000/tools/debug:1 sh`);
    const again = new ScriptedUi('Copy the command for one…', undefined);
    await shell.run([target()], { ui: again, clock: new ManualClock(), memory });
    assert.equal(again.asked[1]?.texts[1], 'registry:5000/tools/debug:1');
    assert.equal(again.copied, undefined);
    assert.deepEqual([...kept.keys()], ['debug-image']);
  });

  void test('has a line that says nothing else to a shell, whatever the container is called', () => {
    const line = debugLine({ container: container(1, { name: '-x; touch /tmp/owned' }) }, 'busybox');
    assert.deepEqual(parse(line).filter((word) => typeof word !== 'string'), []);
    assert.match(line, /--pid container:0{12} --network/);
  });

  void test('refuses what is no image', async () => {
    for (const image of ['', 'Big Box', '-it']) {
      await assert.rejects(shell.run([target()], { ui: new ScriptedUi('Copy the command for one…', image), clock: new ManualClock(), memory: noMemory }), { code: 'ERR_ASSERTION' }, image);
    }
  });

  void test('pulls nothing by itself', async () => {
    const ui = new ScriptedUi('Open a debug container…', 'busybox');
    await shell.run([target({ inspectImage: () => Promise.reject(new EngineError('not-found', 'No such image: busybox')) }, { cliOptions: ['--context', 'build'] })], { ui, clock: new ManualClock(), memory: noMemory });
    assert.deepEqual([ui.terminals.length, ui.reports], [0, [{ severity: 'warning', message: 'The image busybox is not on this engine, and Gantry pulls none by itself. Pull it first: docker --context build pull busybox', details: '' }]]);
  });
});

for (const [name, find] of testEngines) {
  void suite(`a debug container on ${name}`, () => {
    const label = `gantry.test=${randomUUID()}`;
    let on: TestEngine | string;
    before(async () => {
      on = await find();
      if (typeof on !== 'string') {
        await ensureShellLessImage(on.cli);
      }
    });
    after(async () => {
      if (typeof on !== 'string') {
        await removeLabelled(label, on.cli);
        await on.stop();
      }
    });

    async function start({ engine, cli }: TestEngine): Promise<Target> {
      const { ok, output } = await cli('run', '-d', '--label', label, shellLessImage, '/sleep', '1000');
      assert.ok(ok, output);
      const [found] = await engine.listContainers({ ids: [/^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output)] });
      return { engine, container: found ?? assert.fail(output) };
    }

    /** How many debug containers it has. */
    async function debuggers({ engine, container: { id } }: Target): Promise<number> {
      return (await engine.listContainers({ labels: [`gantry.debug-of=${id}`] })).length;
    }

    /** The terminal on a debug container, once it shows its prompt. */
    async function open(beside: Target) {
      const ui = new ScriptedUi('Open a debug container…', testImage);
      await shell.run([beside], { ui, clock: systemClock, memory: noMemory });
      assert.deepEqual(ui.reports, []);
      const [session] = ui.terminals;
      assert.ok(session !== undefined);
      let shown = '';
      const ended = new Promise<number | undefined>((resolve) => {
        session.open({ write: (text) => void (shown += text), end: resolve }, { columns: 100, rows: 30 });
      });
      await until('the prompt', () => /[#$] /.test(shown));
      assert.equal(await debuggers(beside), 1);
      return { session, ended, shown: () => shown, isGone: () => until('its removal', async () => (await debuggers(beside)) === 0) };
    }

    void test('sees processes, network and files of its neighbour, and goes away with its shell', async (t) => {
      if (typeof on === 'string') {
        t.skip(on);
        return;
      }
      const it = await open(await start(on));
      it.session.input('ps; ls /proc/1/root; stty size\r');
      await until('the answers', () => / \/sleep 1000\r[^]*\bsleep +sys\b[^]*30 100/.test(it.shown()));
      it.session.input('exit 9\r');
      assert.equal(await it.ended, 9);
      await it.isGone();
    });

    void test('goes away when its terminal is closed, whatever runs in it', async (t) => {
      if (typeof on === 'string') {
        t.skip(on);
        return;
      }
      const it = await open(await start(on));
      it.session.input('trap "" INT HUP TERM; while :; do sleep 1; done\r');
      await until('the loop', () => it.shown().includes('done\r'));
      it.session.close();
      await it.isGone();
    });

    void test('is not left behind when it cannot start', async (t) => {
      if (typeof on === 'string') {
        t.skip(on);
        return;
      }
      const beside = await start(on);
      const ui = new ScriptedUi('Open a debug container…', shellLessImage);
      await shell.run([beside], { ui, clock: systemClock, memory: noMemory });
      let shown = '';
      await new Promise((resolve) => {
        ui.terminals[0]?.open({ write: (text) => void (shown += text), end: resolve }, undefined);
      });
      assert.match(shown, /Its command “sh” is not in the image\./);
      await until('its removal', async () => (await debuggers(beside)) === 0);
    });
  });
}
