/** What actions ask and tell, with engines that answer as the test says. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parse } from 'shell-quote';
import { containerActions, engineActions, serviceActions } from '../../client/src/containers/actions/index.ts';
import { doToEach } from '../../client/src/containers/actions/each-target.ts';
import { reportEach } from '../../client/src/containers/actions/report-each.ts';
import type { ActionContext, ContainerAction, Target } from '../../client/src/containers/action.ts';
import { commandLine, referenceTo } from '../../client/src/containers/command-line.ts';
import { plainText } from '../../client/src/containers/grammar-check.ts';
import { inOrder } from '../../client/src/containers/start-order.ts';
import { targetsFor } from '../../client/src/containers/targets.ts';
import type { TreeNode } from '../../client/src/containers/node.ts';
import type { ContainerDetails, ContainerSummary, Limits } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { SwarmService } from '../../client/src/engine/swarm.ts';
import { container, FakeLiveEngine } from './fake-live-engine.ts';
import { ManualClock } from './manual-clock.ts';
import { noMemory, ScriptedUi, type Answer } from './scripted-ui.ts';

function actionOf(id: string): ContainerAction {
  return containerActions.find((action) => action.id === id) ?? assert.fail(id);
}

const limits = { memory: 512 * 2 ** 20, memorySwap: -1, cpus: 0, pids: -1, restart: { name: 'on-failure', maximumRetries: 5 } } as const;

function target(engine: Partial<Engine>, rest: Partial<ContainerSummary> = {}, number = 1): Target {
  const inspectContainer = () => Promise.resolve({ stopSignal: 'SIGTERM', limits, environment: [] } as unknown as ContainerDetails);
  return { engine: { inspectContainer, ...engine } as Engine, container: container(number, rest) };
}

async function run(id: string, targets: readonly Target[], ...answers: readonly Answer[]): Promise<ScriptedUi> {
  const ui = new ScriptedUi(...answers);
  await actionOf(id).run(targets, { ui, clock: new ManualClock(), memory: noMemory });
  ui.done();
  return ui;
}

/** Waits until promises that are already settled have been heard. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

void suite('the table of actions', () => {
  void test('names each action once, and gives a row at most one button', () => {
    const ids = [...containerActions.map(({ id }) => id), ...serviceActions.map(({ id }) => `service ${id}`), ...engineActions.map(({ id }) => `engine ${id}`)];
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, inline, states } of containerActions) {
      assert.ok(inline === undefined || inline.states.every((state) => states.includes(state)), id);
    }
  });

  void test('marks with an ellipsis what asks before it does anything', async () => {
    for (const { id, title, run: act } of containerActions) {
      const ui = new ScriptedUi(undefined);
      const never = () => new Promise<never>(() => undefined);
      const engine = { listContainers: () => Promise.resolve([container(2)]), exec: never, stop: never, restart: never, wait: never, start: never, pause: never, unpause: never };
      void act([target(engine, { ports: [{ containerPort: 80, protocol: 'tcp', host: { address: '', port: 80 } }] })], { ui, clock: new ManualClock(), memory: noMemory });
      await settle();
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(ui.asked.length > 0, title.endsWith('…'), `${id}: ${title}`);
    }
  });
});

void suite('stop', () => {
  function stopping(details: Partial<ContainerDetails> = {}) {
    let end: () => void = () => undefined;
    const calls: unknown[] = [];
    const engine: Partial<Engine> = {
      inspectContainer: () => Promise.resolve({ stopSignal: 'SIGQUIT', ...details } as ContainerDetails),
      stop: (_, options) => {
        calls.push(options);
        return new Promise((resolve) => {
          end = () => resolve('done');
        });
      },
    };
    return { engine, calls, end: () => end() };
  }

  void test('counts down to SIGKILL by the grace period of the container', async () => {
    const { engine, calls, end } = stopping({ stopTimeout: 3 });
    const [ui, clock] = [new ScriptedUi(), new ManualClock()];
    const done = actionOf('stop').run([target(engine, { name: 'web' })], { ui, clock, memory: noMemory });
    await settle();
    clock.advance(3_500);
    end();
    await done;
    assert.deepEqual(ui.progressed, ['Stopping web', 'SIGQUIT sent, SIGKILL in 3 s', 'SIGQUIT sent, SIGKILL in 2 s', 'SIGQUIT sent, SIGKILL in 1 s', 'SIGQUIT sent, SIGKILL sent']);
    assert.deepEqual([calls, ui.reports, clock.waiting], [[{}], [], 0]);
  });

  void test('grants ten seconds where the container says nothing, and waits for ever where it says -1', async () => {
    for (const [stopTimeout, expected] of [[undefined, 'SIGQUIT sent, SIGKILL in 10 s'], [-1, 'SIGQUIT sent, no SIGKILL will follow']] as const) {
      const { engine, end } = stopping(stopTimeout === undefined ? {} : { stopTimeout });
      const ui = new ScriptedUi();
      const done = actionOf('stop').run([target(engine)], { ui, clock: new ManualClock(), memory: noMemory });
      await settle();
      end();
      await done;
      assert.equal(ui.progressed[1], expected);
    }
  });

  void test('claims no SIGKILL where only the engine knows how long it waits', async () => {
    const { engine, end } = stopping({});
    const [ui, clock] = [new ScriptedUi(), new ManualClock()];
    const done = actionOf('stop').run([target(engine)], { ui, clock, memory: noMemory });
    await settle();
    clock.advance(11_000);
    end();
    await done;
    assert.equal(ui.progressed.at(-1), 'SIGQUIT sent, SIGKILL sent unless the engine grants more');
  });

  void test('takes the seconds of the user, whose question shows those of the container', async () => {
    const { engine, calls, end } = stopping({ stopTimeout: 42 });
    const ui = new ScriptedUi('-1');
    const done = actionOf('stopWithTimeout').run([target(engine)], { ui, clock: new ManualClock(), memory: noMemory });
    await settle();
    end();
    await done;
    assert.deepEqual(ui.asked[0]?.texts, ['Seconds between SIGQUIT and SIGKILL; -1 waits without an end. Its own: 42', '42']);
    assert.deepEqual(calls, [{ seconds: -1 }]);
  });

  void test('cancelled, only stops waiting, and says so', async () => {
    const { engine } = stopping();
    const [ui, clock] = [new ScriptedUi(), new ManualClock()];
    const done = actionOf('stop').run([target(engine, { name: 'web' })], { ui, clock, memory: noMemory });
    await settle();
    ui.cancel.abort();
    await done;
    assert.deepEqual(ui.reports, [{ severity: 'info', message: 'Gantry stopped waiting. The engine goes on to stop web.' }]);
    assert.equal(clock.waiting, 0);
  });

  void test('says what was not running anyway', async () => {
    const ui = await run('stop', [target({ stop: () => Promise.resolve('unchanged') }, { name: 'web' })]);
    assert.deepEqual(ui.reports, [{ severity: 'info', message: 'web was not running.' }]);
  });
});

void suite('an action on several containers', () => {
  void test('reports all that failed in one sentence, with each reason behind it', async () => {
    const pause = (id: string) => (id === container(2).id ? Promise.resolve() : Promise.reject(new EngineError('conflict', 'is not running', 'raw')));
    const ui = await run('pause', [1, 2, 3].map((number) => target({ pause }, {}, number)));
    assert.deepEqual(ui.reports, [{ severity: 'error', message: '2 containers could not be paused: c1, c3.', details: 'c1: is not running\n    raw\nc3: is not running\n    raw' }]);
  });

  void test('keeps a few calls under way, not all', async () => {
    let [now, most] = [0, 0];
    const targets = Array.from({ length: 40 }, (_, number) => target({}, {}, number));
    const results = await doToEach(targets, async () => {
      most = Math.max(most, ++now);
      await settle();
      now--;
    });
    assert.deepEqual([results.done.length, most], [40, 6]);
  });

  void test('begins nothing more after a cancel, and names what was left', async () => {
    const abort = new AbortController();
    const results = await doToEach([1, 2, 3].map((number) => target({}, {}, number)), () => {
      abort.abort();
      return Promise.resolve();
    }, { signal: abort.signal });
    assert.deepEqual([results.done.length, results.skipped.length], [1, 2]);
  });

  void test('starts what others depend on first, and stops it last', () => {
    const service = (name: string, dependsOn = '') => target({}, { name, labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': name, 'com.docker.compose.depends_on': dependsOn } });
    const project = [service('web', 'api:service_started:false'), service('db'), service('api', 'db:service_healthy:true,cache:service_started:false'), service('cache')];
    const names = (order: 'dependencies-first' | 'dependents-first') => inOrder(project, order).map((level) => level.map((each) => each.container.name));
    assert.deepEqual(names('dependencies-first'), [['db', 'cache'], ['api'], ['web']]);
    assert.deepEqual(names('dependents-first'), [['web'], ['api'], ['db', 'cache']]);
    assert.deepEqual(inOrder([service('a', 'b:x:y'), service('b', 'a:x:y')], 'dependencies-first').map((level) => level.length), [2]);
  });
});

void suite('questions', () => {
  void test('kill warns before SIGKILL, and only then', async () => {
    const signals: string[] = [];
    const kill = (_: string, signal: string) => Promise.resolve(void signals.push(signal));
    const refused = await run('kill', [target({ kill }, { name: 'web' })], 'SIGKILL', false);
    assert.match(refused.seen, /Prefer Stop/);
    await run('kill', [target({ kill })], 'SIGKILL', true);
    await run('kill', [target({ kill })], 'SIGHUP');
    assert.deepEqual(signals, ['SIGKILL', 'SIGHUP']);
  });

  void test('kill offers first what stop sends to the container', async () => {
    const inspectContainer = () => Promise.resolve({ stopSignal: 'SIGWINCH' } as ContainerDetails);
    const ui = await run('kill', [target({ inspectContainer })], undefined);
    assert.deepEqual(ui.asked[0]?.texts.slice(1, 3), ['SIGWINCH', '28, what Stop sends']);
  });

  void test('rename refuses a name as Docker does, in plain words', async () => {
    let validate: (text: string) => string | undefined = () => 'nobody asked';
    const ui = new ScriptedUi();
    ui.ask = (question) => {
      validate = question.validate ?? validate;
      return Promise.resolve(undefined);
    };
    await actionOf('rename').run([target({})], { ui, clock: new ManualClock(), memory: noMemory });
    assert.equal(validate('a b'), '“a b” is not a container name: letters, digits, “_”, “.” and “-” are allowed, and a letter or digit comes first.');
    assert.deepEqual([validate('web-2'), validate(' ')], [undefined, 'Write a name.']);
  });

  void test('update shows what applies now, and sends what was changed, nothing else', async () => {
    const updates: Limits[] = [];
    const update = (_: string, changed: Limits) => Promise.resolve((updates.push(changed), ['Your kernel does not support swap limit capabilities']));
    const inspectContainer = () => Promise.resolve({ limits: { ...limits, ...updates.at(-1) } } as unknown as ContainerDetails);
    const ui = await run('updateLimits', [target({ update, inspectContainer })], ['Memory', 'Processors', 'Restart policy'], '1.5g', '0.5', 'unless-stopped');
    assert.deepEqual(updates, [{ memory: 1.5 * 2 ** 30, cpus: 0.5, restart: { name: 'unless-stopped', maximumRetries: 0 } }]);
    assert.match(ui.seen, /Now: 512m/);
    assert.match(ui.seen, /Now: on-failure:5/);
    assert.deepEqual(ui.reports, [{ severity: 'warning', message: 'c1 was updated: --memory 1.5g --cpus 0.5 --restart unless-stopped. The engine warns: Your kernel does not support swap limit capabilities', details: 'Your kernel does not support swap limit capabilities' }]);
  });

  void test('update of a container that is gone asks nothing', async () => {
    const gone = new EngineError('not-found', 'The container is gone: something else removed it.');
    const ui = await run('updateLimits', [target({ inspectContainer: () => Promise.reject(gone) }, { name: 'web' })]);
    assert.deepEqual(ui.reports, [{ severity: 'error', message: 'web could not be looked at. The container is gone: something else removed it.', details: '' }]);
  });

  void test('remove kills nothing without a second yes', async () => {
    const removed: [string, unknown][] = [];
    const remove: Engine['remove'] = (id, options) => Promise.resolve(void removed.push([id, options]));
    const both = [target({ remove }, { state: 'running', name: 'alive' }, 1), target({ remove }, { state: 'exited', name: 'ended' }, 2)];
    await run('remove', both, false);
    assert.deepEqual(removed, []);
    // Whoever cancels has not said yes to anything, also not to what had ended.
    await run('remove', both, true, false);
    assert.deepEqual(removed, []);
    const ui = await run('removeWithVolumes', both, true, true);
    assert.deepEqual(removed, [[both[0]?.container.id, { force: true, volumes: true }], [both[1]?.container.id, { force: false, volumes: true }]]);
    assert.match(ui.asked[0]?.texts[0] ?? '', /^alive \(nginx:1\.27, running\)\nended \(nginx:1\.27, exited\)\n\nWhatever they wrote/);
    assert.match(ui.asked[1]?.title ?? '', /^Kill alive first\?$/);
  });

  void test('remove tells how many anonymous volumes go along', async () => {
    const mounts = [{ type: 'volume', source: '', name: 'a'.repeat(64), destination: '/a', readOnly: false }, { type: 'volume', source: '', name: 'data', destination: '/b', readOnly: false }];
    const ui = await run('removeWithVolumes', [target({}, { state: 'exited', mounts })], false);
    assert.match(ui.seen, /with 1 anonymous volume\)/);
    assert.doesNotMatch((await run('remove', [target({}, { state: 'exited', mounts })], false)).seen, /anonymous/);
  });

  void test('open in browser asks only where there are several ports', async () => {
    const port = (number: number) => ({ containerPort: number, protocol: 'tcp' as const, host: { address: '127.0.0.1', port: number } });
    assert.deepEqual((await run('openInBrowser', [target({}, { ports: [port(80), { ...port(53), protocol: 'udp' }] })])).opened, ['http://127.0.0.1:80/']);
    assert.deepEqual((await run('openInBrowser', [target({}, { ports: [port(80), port(443)] })], 'https://127.0.0.1:443/')).opened, ['https://127.0.0.1:443/']);
  });

  void test('prune removes exactly what was ticked, and tells what it freed', async () => {
    const removed: string[] = [];
    const rows = [container(1, { state: 'exited', writableSize: 2048 }), container(2, { state: 'exited', writableSize: 1024 }), container(3), container(4, { state: 'created', writableSize: 0 })];
    const engine = { listContainers: () => Promise.resolve(rows), remove: (id: string) => Promise.resolve(void removed.push(id)) };
    const ui = new ScriptedUi('All stopped containers', ['c1', 'c4'], true);
    await engineActions[0]?.run(engine as unknown as Engine, { ui, clock: new ManualClock(), memory: noMemory });
    ui.done();
    assert.deepEqual(removed.sort(), [container(1).id, container(4).id]);
    assert.match(ui.asked[1]?.title ?? '', /3 stopped, 3 KiB/);
    assert.deepEqual(ui.reports, [{ severity: 'info', message: '2 containers removed, 2 KiB freed.' }]);
  });

  void test('prune by age keeps what is younger', async () => {
    const clock = new ManualClock(10 * 86_400_000);
    const rows = [container(1, { state: 'exited', created: clock.now() - 2 * 86_400_000 }), container(2, { state: 'exited', created: clock.now() - 1000 })];
    const ui = new ScriptedUi('Created more than a day ago', undefined);
    await engineActions[0]?.run({ listContainers: () => Promise.resolve(rows) } as unknown as Engine, { ui, clock, memory: noMemory });
    assert.match(ui.asked[1]?.title ?? '', /1 stopped/);
  });

  void test('scaling a service takes whole numbers', async () => {
    const scaled: number[] = [];
    const service = { id: 's', name: 'web', desired: 3 } as SwarmService;
    const engine = { scaleService: (_: string, replicas: number) => Promise.resolve(void scaled.push(replicas)) } as unknown as Engine;
    const scale = serviceActions.find(({ id }) => id === 'scale');
    await scale?.run({ engine, service }, { ui: new ScriptedUi('0'), clock: new ManualClock(), memory: noMemory });
    await assert.rejects(async () => scale?.run({ engine, service }, { ui: new ScriptedUi('1.5'), clock: new ManualClock(), memory: noMemory }), /whole number/);
    assert.deepEqual(scaled, [0]);
  });
});

void suite('what is copied', () => {
  void test('is a command line that bash and docker read as it is meant', async () => {
    const hostile = { name: '-rf; touch /tmp/owned $(id)' };
    const line = (await run('copyCommand', [target({}, hostile)], `docker inspect ${container(1).id.slice(0, 12)}`)).copied ?? '';
    assert.deepEqual(parse(line), ['docker', 'inspect', container(1).id.slice(0, 12)]);
    assert.equal(referenceTo({ id: container(1).id, name: 'web_1.a-b' }), 'web_1.a-b');
    assert.deepEqual(parse(commandLine(['docker', 'logs', "it's $HOME"])), ['docker', 'logs', "it's $HOME"]);
  });

  void test('is one line for each container', async () => {
    assert.equal((await run('copyName', [target({}, { name: 'a' }), target({}, { name: 'b' }, 2)])).copied, 'a\nb');
    assert.equal((await run('copyIp', [target({}, { networks: [{ name: 'n', address: '172.17.0.2' }] })])).copied, '172.17.0.2');
  });
});

void suite('rows that are no targets', () => {
  const live = new FakeLiveEngine();
  const node = (number: number, rest: Partial<ContainerSummary> = {}): TreeNode => ({ kind: 'container', id: String(number), live, container: container(number, rest) });

  void test('are left out and named', () => {
    const { targets, report } = targetsFor(actionOf('pause'), [node(1), node(2, { state: 'exited' })]);
    assert.deepEqual([targets.length, report], [1, { severity: 'info', message: '“Pause” leaves out c2 (exited).' }]);
  });

  void test('of a group are left out silently: some of a project always differ', () => {
    const group: TreeNode = { kind: 'group', id: 'g', live, key: 'shop', by: 'compose-project', containers: [container(1), container(2, { state: 'exited' })] };
    const { targets, report } = targetsFor(actionOf('start'), [group, node(2, { state: 'exited' })]);
    assert.deepEqual([targets.map((each) => each.container.name), report], [['c2'], undefined]);
  });

  void test('of an engine that was lost say why', () => {
    const lost = new FakeLiveEngine([container(1)]);
    lost.setStatus({ kind: 'failed', error: new EngineError('unreachable', 'No engine answers.', 'raw'), retryAt: 0 });
    const { targets, report } = targetsFor(actionOf('stop'), [{ kind: 'container', id: '1', live: lost, container: container(1) }]);
    assert.deepEqual([targets, report], [[], { severity: 'error', message: 'No engine answers.', details: 'raw' }]);
  });
});

void test('names full of Markdown, control and right-to-left characters are inert in every question and report', async () => {
  const name = 'evil\u202e\u001b]0;title\u0007\n\u0000name';
  const fails = () => Promise.reject(new EngineError('engine-failed', 'no'));
  const engine = { stop: fails, restart: fails, start: fails, pause: fails, unpause: fails, kill: fails, remove: fails, rename: fails, update: fails, wait: fails, commit: fails, exportFileSystem: fails, exec: fails, statPath: fails, getArchive: fails, putArchive: fails };
  const answers: Readonly<Record<string, readonly Answer[]>> = { stopWithTimeout: ['1'], restartWithTimeout: ['1'], kill: ['SIGHUP'], rename: ['web2'], updateLimits: [['Processes'], '5'], commit: ['a:b'], logsWithOptions: ['The last 100 lines', 'Both outputs'], logAsDocument: ['Everything', 'Both outputs'], shell: [undefined], shellWithOptions: ['root', '', '', '', undefined], runCommand: ['ls'], inspectWithSecrets: [true], extractField: [['{{.Name}}', '(an empty text)'], 'Copy Result'], exportFileSystem: ['/nonexistent/x'], copyFrom: ['/\u202e\u0007x', ['/nonexistent']], copyInto: ['Files', ['/nonexistent/\u202e\u0007x'], '/'], remove: [true, true], removeWithVolumes: [true, true], copyCommand: [undefined] };
  const context = (ui: ScriptedUi): ActionContext => ({ ui, clock: new ManualClock(), memory: noMemory });
  for (const action of containerActions) {
    const ui = new ScriptedUi(...(answers[action.id] ?? []));
    await action.run([target(engine, { name, image: name })], context(ui));
    const texts = [...ui.terminals.map((session) => session.name), ...ui.reports.flatMap(({ message, details = '' }) => [message, details]), ...ui.asked.flatMap(({ title, texts: rest }) => [title, ...rest]), ...ui.progressed];
    for (const text of texts) {
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/, action.id);
    }
  }
});

void test('nothing is reported where everything worked', () => {
  const ui = new ScriptedUi();
  reportEach(ui, { done: [target({})], unchanged: [], failed: [], abandoned: [], skipped: [], held: [] }, { failed: 'x', unchanged: 'y' });
  assert.deepEqual(ui.reports, []);
});

void test('messages of the linter lose their Markdown in plain surfaces', () => {
  assert.equal(plainText('`a_b` is no size. Write `` ` `` or 1\\_000.'), '“a_b” is no size. Write “`” or 1_000.');
});
