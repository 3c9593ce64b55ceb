/** What is reported of several containers: what failed, what was held back for it, and what a cancel left undone. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import { containerActions, serviceActions } from '../../../client/src/containers/actions/index.ts';
import type { Target } from '../../../client/src/containers/action.ts';
import type { ContainerDetails, ContainerSummary } from '../../../client/src/engine/container.ts';
import type { CallOptions, Engine } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';
import type { SwarmService } from '../../../client/src/engine/swarm.ts';
import { container } from '../fake-live-engine.ts';
import { ManualClock } from '../manual-clock.ts';
import { noMemory, ScriptedUi, type Answer } from '../scripted-ui.ts';

const inspectContainer = () => Promise.resolve({ stopSignal: 'SIGTERM' } as ContainerDetails);

function target(engine: Partial<Engine>, rest: Partial<ContainerSummary> = {}, number = 1): Target {
  return { engine: { inspectContainer, ...engine } as Engine, container: container(number, rest) };
}

function begin(id: string, targets: readonly Target[], ...answers: readonly Answer[]): { readonly ui: ScriptedUi; readonly done: Promise<void> } {
  const ui = new ScriptedUi(...answers);
  const action = containerActions.find((each) => each.id === id) ?? assert.fail(id);
  return { ui, done: action.run(targets, { ui, clock: new ManualClock(), memory: noMemory }) };
}

async function run(id: string, targets: readonly Target[], ...answers: readonly Answer[]): Promise<ScriptedUi> {
  const { ui, done } = begin(id, targets, ...answers);
  await done;
  ui.done();
  return ui;
}

/** A call that ends only with its signal, as the engine port has it. */
const hangs = (_: string, ...rest: readonly unknown[]) =>
  new Promise<never>((_resolve, reject) => {
    const { signal } = rest.at(-1) as CallOptions;
    signal?.addEventListener('abort', () => reject(new EngineError('aborted', 'Gantry stopped waiting for the engine.')));
  });

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

void suite('a cancel', () => {
  for (const [id, sentence, answers] of [
    ['start', 'Gantry stopped waiting after 1 of 9 were started. The engine may go on to start c1, c2, c3, c4, c5 and 1 more. Not begun: c7, c8.', []],
    ['remove', 'Gantry stopped waiting after 1 of 9 were removed. The engine may go on to remove c1, c2, c3, c4, c5 and 1 more. Not begun: c7, c8.', [true]],
  ] as const) {
    void test(`of ${id} tells what was done, what goes on, and what was not begun`, async () => {
      const engine = { start: (call: string, options?: CallOptions) => (call === container(0).id ? Promise.resolve('done' as const) : hangs(call, options)), remove: (call: string, _: unknown, options?: CallOptions) => (call === container(0).id ? Promise.resolve() : hangs(call, options)) };
      const targets = Array.from({ length: 9 }, (_, number) => target(engine, { state: 'exited' }, number));
      const { ui, done } = begin(id, targets, ...answers);
      await nextTurn();
      ui.cancel.abort();
      await done;
      assert.deepEqual(ui.reports, [{ severity: 'info', message: sentence }]);
    });
  }

  void test('of a wait ends it without a word', async () => {
    const { ui, done } = begin('wait', [target({ wait: hangs }), target({ wait: hangs }, {}, 2)]);
    await nextTurn();
    ui.cancel.abort();
    await done;
    assert.deepEqual(ui.reports, []);
  });

  void test('of a stop, when one has failed before, is one report', async () => {
    const stop = (id: string) => (id === container(1).id ? Promise.reject(new EngineError('engine-failed', 'It broke.', 'raw')) : new Promise<never>(() => undefined));
    const { ui, done } = begin('stop', [target({ stop }), target({ stop }, {}, 2)]);
    await nextTurn();
    ui.cancel.abort();
    await done;
    assert.deepEqual(ui.reports, [{ severity: 'error', message: 'c1 could not be stopped. It broke. Gantry stopped waiting after 0 of 2 were stopped. The engine goes on to stop c2.', details: 'raw' }]);
  });
});

void suite('a cancel of a stop', () => {
  void test('before the engine was asked leaves the container alone, and does not claim otherwise', async () => {
    const calls: string[] = [];
    const engine = { inspectContainer: (id: string, options?: CallOptions) => hangs(id, options), stop: (id: string) => (calls.push(id), Promise.resolve('done' as const)) };
    const { ui, done } = begin('stop', [target(engine, { name: 'web' })]);
    await nextTurn();
    ui.cancel.abort();
    await done;
    assert.deepEqual([calls, ui.reports], [[], [{ severity: 'info', message: 'Gantry stopped waiting. Not begun: web.' }]]);
  });

  void test('can be heard by no more calls than are under way', async () => {
    const heard: number[] = [];
    const ui = new ScriptedUi();
    const stop = () => Promise.resolve(heard.push(getEventListeners(ui.cancel.signal, 'abort').length)).then(() => 'done' as const);
    await containerActions.find(({ id }) => id === 'stop')?.run(Array.from({ length: 40 }, (_, number) => target({ stop }, {}, number)), { ui, clock: new ManualClock(), memory: noMemory });
    assert.ok(Math.max(...heard) <= 6, String(Math.max(...heard)));
    assert.equal(getEventListeners(ui.cancel.signal, 'abort').length, 0);
  });
});

void suite('a failure', () => {
  const service = (name: string, needs: string, engine: Engine, number: number): Target => ({ engine, container: container(number, { name, state: 'exited', labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': name, 'com.docker.compose.depends_on': needs } }) });

  void test('holds back what depends on it, also by way of others, and nothing else', async () => {
    const started: string[] = [];
    const engine = { start: (id: string) => (id === container(1).id ? Promise.reject(new EngineError('engine-failed', 'It broke.')) : Promise.resolve(void started.push(id))) } as unknown as Engine;
    const project = [service('db', '', engine, 1), service('api', 'db:service_started:true', engine, 2), service('web', 'api:service_started:true', engine, 3), service('mail', '', engine, 4)];
    const ui = await run('start', project);
    assert.deepEqual(started, [container(4).id]);
    assert.equal(ui.reports[0]?.message, 'db could not be started. It broke. Left alone, because it depends on that: api, web.');
  });

  void test('on one engine holds nothing back on another', async () => {
    const started: string[] = [];
    const broken = { start: () => Promise.reject(new EngineError('engine-failed', 'It broke.')) } as unknown as Engine;
    const sound = { start: (id: string) => Promise.resolve(void started.push(id)) } as unknown as Engine;
    await run('start', [service('db', '', broken, 1), service('web', 'db:service_started:true', sound, 2)]);
    assert.deepEqual(started, [container(2).id]);
  });

  void test('does not keep the rest of a project from being stopped', async () => {
    const stopped: string[] = [];
    const engine = { inspectContainer, stop: (id: string) => (id === container(2).id ? Promise.reject(new EngineError('engine-failed', 'It broke.')) : Promise.resolve(void stopped.push(id))) } as unknown as Engine;
    await run('stop', [service('db', '', engine, 1), service('web', 'db:service_started:true', engine, 2)]);
    assert.deepEqual(stopped, [container(1).id]);
  });
});

void suite('a signal', () => {
  void test('that ends nothing is told, because no row shows it', async () => {
    const kill = () => Promise.resolve();
    assert.deepEqual((await run('kill', [target({ kill }), target({ kill }, {}, 2)], 'SIGHUP')).reports, [{ severity: 'info', message: 'c1, c2 got SIGHUP.' }]);
    assert.deepEqual((await run('kill', [target({ kill })], 'SIGKILL', true)).reports, []);
  });

  for (const own of ['9', 'KILL', 'sigkill', 'SIGKILL']) {
    void test(`that the container writes as ${own} is SIGKILL, once in the list and with its warning`, async () => {
      const signals: string[] = [];
      const engine = { inspectContainer: () => Promise.resolve({ stopSignal: own } as ContainerDetails), kill: (_: string, signal: string) => Promise.resolve(void signals.push(signal)) };
      const ui = await run('kill', [target(engine)], 'SIGKILL', false);
      assert.equal(ui.asked[0]?.texts.filter((text) => text === 'SIGKILL').length, 1);
      assert.deepEqual(signals, []);
    });
  }
});

void suite('a wait', () => {
  void test('waits for all at once, and tells each exit code in one report', async () => {
    let under = 0;
    const ends: ((code: number) => void)[] = [];
    const wait = () => new Promise<number>((resolve) => (under++, ends.push(resolve)));
    const { ui, done } = begin('wait', Array.from({ length: 20 }, (_, number) => target({ wait }, {}, number)));
    await nextTurn();
    assert.equal(under, 20);
    ends.forEach((end, index) => end(index === 3 ? 137 : 0));
    await done;
    assert.equal(ui.reports.length, 1);
    assert.equal(ui.reports[0]?.message, '20 containers ended: c0 with 0, c1 with 0, c2 with 0, c3 with 137, c4 with 0 and others.');
    assert.match(ui.reports[0].details ?? '', /c3 ended with exit code 137: killed by SIGKILL/);
  });
});

void suite('a restart', () => {
  void test('of what does not run promises no SIGKILL', async () => {
    const restart = () => Promise.resolve();
    assert.deepEqual((await run('restart', [target({ restart }, { state: 'exited', name: 'web' })])).progressed, ['Restarting web']);
  });
});

void suite('a service', () => {
  const scale = serviceActions.find(({ id }) => id === 'scale') ?? assert.fail();

  void test('that is global is not scaled, and says why', async () => {
    const ui = new ScriptedUi();
    await scale.run({ engine: {} as Engine, service: { id: 's', name: 'agent', mode: 'global' } as SwarmService }, { ui, clock: new ManualClock(), memory: noMemory });
    assert.match(ui.reports[0]?.message ?? '', /^agent is global: it runs one task on each node/);
  });
});
