/** What the actions promise about states, run against the engine in memory and the real one alike. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { containerActions } from '../../../client/src/containers/actions/index.ts';
import type { ContainerAction, Target } from '../../../client/src/containers/action.ts';
import { systemClock } from '../../../client/src/engine/clock.ts';
import type { ContainerState } from '../../../client/src/engine/container.ts';
import { until } from '../../support/engines/process.ts';
import { noMemory, ScriptedUi, type Answer } from '../scripted-ui.ts';
import type { World } from './world.ts';

const states = ['created', 'running', 'paused', 'restarting', 'exited'] as const;
type State = (typeof states)[number];

/**
 * The state afterwards (`up`: running, or between two attempts), `gone` when nothing is left, or how it is declined.
 * `pointless`: the engine says yes, and nothing comes of it. `-`: it may go either way, or lasts for ever.
 */
type Cell = ContainerState | 'gone' | 'same' | 'up' | 'refused' | 'unchanged' | 'pointless' | '-';

/** What the engine makes of each action in each state, in the order of `states`. */
const matrix: Readonly<Record<string, readonly [Cell, Cell, Cell, Cell, Cell]>> = {
  start: ['running', 'unchanged', 'refused', 'unchanged', 'running'],
  stop: ['unchanged', 'exited', 'exited', 'exited', 'unchanged'],
  restart: ['running', 'running', 'running', 'up', 'running'],
  kill: ['refused', 'exited', 'exited', 'exited', 'refused'],
  pause: ['refused', 'paused', 'refused', 'refused', 'refused'],
  unpause: ['refused', 'refused', 'running', 'refused', 'refused'],
  // Between two attempts the engine may miss the network in which to rename: it is not offered then.
  rename: ['same', 'same', 'same', '-', 'same'],
  updateLimits: ['same', 'same', 'same', 'same', 'same'],
  commit: ['same', 'same', 'same', 'same', 'same'],
  wait: ['pointless', '-', '-', '-', 'pointless'],
  remove: ['gone', 'gone', 'gone', 'gone', 'gone'],
};

/** The same calls with another question in front. */
const variants: readonly string[] = ['stopWithTimeout', 'restartWithTimeout', 'removeWithVolumes'];

export function actionOf(id: string): ContainerAction {
  return containerActions.find((action) => action.id === id) ?? assert.fail(id);
}

function answersTo(id: string, { container: { state } }: Target, world: World): readonly Answer[] {
  switch (id) {
    case 'kill':
      return ['SIGKILL', true];
    case 'updateLimits':
      return [['Processes'], '77'];
    case 'rename':
      return [world.freshName()];
    case 'commit':
      return [world.imageName];
    case 'remove':
      return state === 'created' || state === 'exited' ? [true] : [true, true];
    default:
      return [];
  }
}

export async function act(id: string, targets: readonly Target[], answers: readonly Answer[]): Promise<ScriptedUi> {
  const ui = new ScriptedUi(...answers);
  await actionOf(id).run(targets, { ui, clock: systemClock, memory: noMemory });
  ui.done();
  return ui;
}

async function stateOf({ engine, container }: Target): Promise<ContainerState | undefined> {
  return (await engine.listContainers({ ids: [container.id] }))[0]?.state;
}

export function actionsSuite(name: string, open: () => Promise<World>, options: { readonly skip?: string | false } = {}): void {
  void suite(`actions on ${name}`, { ...options, concurrency: 3 }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    void test('the matrix has a row for every action that changes something', () => {
      const changing = containerActions.filter(({ place }) => typeof place === 'string' && ['lifecycle', 'change', 'destructive'].includes(place)).map(({ id }) => id);
      assert.deepEqual(changing.filter((id) => !(id in matrix) && !variants.includes(id)), []);
    });

    for (const [id, row] of Object.entries(matrix)) {
      row.forEach((cell, index) => {
        const state: State = states[index] ?? assert.fail();
        if (cell === '-') {
          return;
        }
        void test(`${id} of a container that is ${state}: ${cell}`, async () => {
          const declined = cell === 'refused' || cell === 'unchanged' || cell === 'pointless';
          assert.equal(actionOf(id).states.includes(state), !declined, 'The menu offers it exactly where the engine does it.');
          const target = await world.make(state);
          const { reports } = await act(id, [target], answersTo(id, target, world));
          const failed = reports.some(({ severity }) => severity === 'error');
          const now = await stateOf(target);
          switch (cell) {
            case 'refused':
              assert.deepEqual([reports.length, failed], [1, true]);
              break;
            case 'unchanged':
              assert.match(reports[0]?.message ?? '', /^\S+ was (?:already running|not running)\.$/);
              break;
            case 'up':
              assert.ok(!failed && (now === 'running' || now === 'restarting'), JSON.stringify([reports, now]));
              break;
            default:
              assert.ok(!failed, JSON.stringify(reports));
              // Newer engines answer a signal before they note its effect.
              await until(cell, async () => (await stateOf(target)) === (cell === 'gone' ? undefined : cell === 'same' || cell === 'pointless' ? state : cell));
          }
        });
      });
    }

    void test('is silent where the tree shows what happened', async () => {
      const targets = [await world.make('created'), await world.make('exited')];
      const { reports, progressed } = await act('start', targets, []);
      assert.deepEqual(reports, []);
      assert.match(progressed[0] ?? '', /^Starting \S+, \S+$/);
    });

    void test('tells in one report what became of each, and goes on after a failure', async () => {
      const [ended, frozen, gone, running] = await Promise.all((['exited', 'paused', 'exited', 'running'] as const).map((state) => world.make(state)));
      assert.ok(ended && frozen && gone && running);
      await world.vanish(gone);
      const { reports } = await act('start', [frozen, gone, running, ended], []);
      const names = [frozen, gone].map((target) => target.container.name);
      assert.equal(reports.length, 1);
      assert.equal(reports[0]?.message, `2 containers could not be started: ${names.join(', ')}. ${running.container.name} was already running.`);
      assert.match(reports[0].details ?? '', /: The container is paused: unpause it instead\.\n[^]*: The container is gone: something else removed it\./);
      assert.equal(await stateOf(ended), 'running');
    });

    void test('says that a name was taken meanwhile, and keeps the old one', async () => {
      const [one, other] = [await world.make('created'), await world.make('exited')];
      const before = { rename: one.engine.rename.bind(one.engine), listContainers: () => Promise.resolve([one.container]) } as unknown as Target['engine'];
      const { reports } = await act('rename', [{ ...one, engine: before }], [other.container.name]);
      assert.equal(reports[0]?.message, `${one.container.name} could not be renamed. The name "${other.container.name}" is already in use by another container.`);
      assert.match(reports[0].details ?? '', /You have to remove \(or rename\) that container/);
      const fresh = world.freshName();
      assert.deepEqual((await act('rename', [one], [fresh])).reports, []);
      assert.equal((await one.engine.inspectContainer(one.container.id)).name, fresh);
    });

    void test('tells what an update changed, which no row shows', async () => {
      const target = await world.make('running');
      const { reports } = await act('updateLimits', [target], [['Processes', 'Restart policy'], '0x40', 'on-failure:3']);
      assert.deepEqual(reports, [{ severity: 'info', message: `${target.container.name} was updated: --pids-limit 0x40 --restart on-failure:3.` }]);
      const { limits } = await target.engine.inspectContainer(target.container.id);
      assert.deepEqual([limits.pids, limits.restart], [64, { name: 'on-failure', maximumRetries: 3 }]);
    });

    void test('removes nothing by force when the row says that it has ended and it runs again', async () => {
      const target = await world.make('exited');
      await target.engine.start(target.container.id);
      const { reports } = await act('remove', [target], [true]);
      assert.equal(reports[0]?.message, `${target.container.name} could not be removed. The container has not ended: stop it first, or remove it by force.`);
      assert.equal(await stateOf(target), 'running');
    });

    void test('starts and stops a Compose project in the order of its dependencies', async () => {
      const project = `p${world.freshName()}`;
      const service = (name: string, needs: string) =>
        world.make('created', { labels: { 'com.docker.compose.project': project, 'com.docker.compose.service': name, 'com.docker.compose.depends_on': needs } });
      const [web, db] = [await service('web', 'db:service_started:false'), await service('db', '')];
      const begun: string[] = [];
      const watched = [web, db].map((target): Target => {
        const { engine, container } = target;
        const noting = <T>(call: Promise<T>) => call.then((result) => (begun.push(container.labels['com.docker.compose.service'] ?? ''), result));
        return { ...target, engine: Object.assign(Object.create(engine) as Target['engine'], { inspectContainer: engine.inspectContainer.bind(engine), start: (id: string) => noting(engine.start(id)), stop: (id: string) => noting(engine.stop(id, { seconds: 1 })) }) };
      });
      await act('start', watched, []);
      await act('stop', watched, []);
      assert.deepEqual(begun, ['db', 'web', 'web', 'db']);
      await act('start', [web], []);
    });
  });
}
