/** The roots of the tree while settings and contexts change around them. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineSet } from '../../client/src/engine/engine-set.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { EngineList, EngineRoot } from '../../client/src/engine/list-engines.ts';
import type { Source } from '../../client/src/engine/resolve-endpoint.ts';
import { description } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';

const at = (path: string): Endpoint => ({ kind: 'unix', path });

/** A root that leads to the endpoint, or to a problem. */
function root(name: string, endpoint: Endpoint | undefined, source: Source = 'gantry.engines'): EngineRoot {
  const resolution = { name, source, considered: [], ...(endpoint === undefined ? { problem: new EngineError('misconfigured', `${name} is broken.`) } : { endpoint }) } as const;
  return { name, resolution, resolve: () => Promise.resolve(resolution) };
}

/** An engine that answers everything with nothing, and fails where it is said to. */
function quietEngine(fails: boolean, closed: () => void): Engine {
  const answer = <T>(value: T) => (fails ? Promise.reject(new EngineError('unreachable', 'Nobody is there.')) : Promise.resolve(value));
  return {
    describe: () => answer(description),
    listContainers: () => answer([]),
    events: async function* (_: unknown, signal: AbortSignal) {
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new EngineError('aborted', 'aborted')), { once: true }));
      yield* [];
    },
    close: closed,
  } as unknown as Engine;
}

class World {
  roots: readonly EngineRoot[] = [];
  broken: readonly string[] = [];
  lists = 0;
  readonly closed: string[] = [];
  readonly connected: string[] = [];
  changes = 0;
  notice: () => void = () => undefined;
  readonly set = new EngineSet({
    list: (): Promise<EngineList> => {
      this.lists += 1;
      return Promise.resolve({ roots: this.roots, problems: [] });
    },
    watchContexts: (changed) => {
      this.notice = changed;
      return () => {
        this.notice = () => undefined;
      };
    },
    connect: (endpoint) => {
      const name = endpoint.kind === 'unix' ? endpoint.path : '';
      this.connected.push(name);
      return Promise.resolve(quietEngine(this.broken.includes(name), () => this.closed.push(name)));
    },
    clock: new ManualClock(),
  });

  constructor() {
    this.set.onDidChange(() => {
      this.changes += 1;
    });
  }

  get names(): string[] {
    return this.set.engines.map(({ name }) => name);
  }

  get kinds(): string[] {
    return this.set.engines.map(({ status }) => status.kind);
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

void suite('the engines of the tree', () => {
  void test('tell whether the editor or the CLI itself names them, also when only that changes', async () => {
    const world = new World();
    const named = [];
    for (const source of ['currentContext', 'gantry.engine.context', 'DOCKER_HOST'] as const) {
      world.roots = [root('default', at('/var/run/docker.sock'), source)];
      await world.set.reload();
      named.push(world.set.engines[0]?.isNamedBySettings);
    }
    assert.deepEqual(named, [false, true, false]);
    assert.equal(world.changes, 1);
  });

  void test('are connected only while somebody looks', async () => {
    const world = new World();
    world.roots = [root('one', at('/1')), root('two', at('/2'))];
    await world.set.reload();
    await settle();
    assert.deepEqual([world.names, world.kinds, world.connected], [['one', 'two'], ['idle', 'idle'], []]);
    world.set.setWatched(true);
    await settle();
    assert.deepEqual([world.kinds, world.connected], [['connected', 'connected'], ['/1', '/2']]);
    world.set.dispose();
  });

  void test('fail one by one: the others do not notice', async () => {
    const world = new World();
    world.broken = ['/1'];
    world.roots = [root('one', at('/1')), root('two', at('/2')), root('three', undefined)];
    await world.set.reload();
    world.set.setWatched(true);
    await settle();
    assert.deepEqual(world.kinds, ['failed', 'connected', 'failed']);
    const [, , third] = world.set.engines;
    assert.equal(third?.status.kind === 'failed' && third.status.error.message, 'three is broken.');
    assert.match(world.set.explain(), /three is broken/);
    world.set.dispose();
  });

  void test('stay the same engines where nothing leads elsewhere, and are replaced where something does', async () => {
    const world = new World();
    world.roots = [root('one', at('/1')), root('two', at('/2'))];
    await world.set.reload();
    world.set.setWatched(true);
    await settle();
    const [one, two] = world.set.engines;
    const before = world.changes;
    await world.set.reload();
    assert.deepEqual([world.set.engines[0] === one, world.set.engines[1] === two, world.changes], [true, true, before], 'nothing is told where nothing changed');
    world.roots = [root('three', at('/3')), root('one', at('/1')), root('two', at('/elsewhere'))];
    await world.set.reload();
    await settle();
    assert.deepEqual(world.names, ['three', 'one', 'two']);
    assert.deepEqual([world.set.engines[1] === one, world.set.engines[2] === two], [true, false]);
    assert.deepEqual(world.kinds, ['connected', 'connected', 'connected'], 'those that come are watched, too');
    assert.deepEqual(world.closed, ['/2']);
    assert.equal(world.changes, before + 1);
    world.set.dispose();
  });

  void test('are read once for many changes at the same time, and again for one that comes meanwhile', async () => {
    const world = new World();
    await Promise.all([world.set.reload(), world.set.reload(), world.set.reload()]);
    assert.ok(world.lists <= 2, String(world.lists));
    world.roots = [root('late', at('/1'))];
    world.notice();
    await settle();
    assert.deepEqual(world.names, ['late']);
    world.set.dispose();
  });

  void test('are all let go when the tree is', async () => {
    const world = new World();
    world.roots = [root('one', at('/1'))];
    await world.set.reload();
    world.set.setWatched(true);
    await settle();
    world.set.dispose();
    world.roots = [root('two', at('/2'))];
    world.notice();
    await world.set.reload();
    await settle();
    assert.deepEqual([world.names, world.closed, world.connected], [[], ['/1'], ['/1']]);
  });
});
