/** A live engine by the clock of the test: how often it asks, what it hears, how it comes back. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Backoff } from '../../client/src/engine/backoff.ts';
import type { ContainerSummary } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { EngineEvent } from '../../client/src/engine/event.ts';
import { followEngine } from '../../client/src/engine/follow-engine.ts';
import { container, description, idOf } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';

/** An engine whose list and events the test writes. */
class WrittenEngine {
  containers: ContainerSummary[] = [];
  readonly calls: string[] = [];
  down = false;
  /** Calls are taken, and never answered. */
  frozen = false;
  #tell: ((event: EngineEvent) => void) | undefined;
  #break: ((error: unknown) => void) | undefined;

  readonly port = {
    describe: () => this.#answer('describe', description),
    listContainers: ({ ids = [] }: { readonly ids?: readonly string[] } = {}) => this.#answer(ids.length === 0 ? 'list' : `list ${ids.length}`, this.containers.filter(({ id }) => ids.length === 0 || ids.includes(id))),
    events: (query: unknown, signal: AbortSignal) => this.#events(query, signal),
    close: () => void this.calls.push('close'),
  } as unknown as Engine;

  get listening(): boolean {
    return this.#tell !== undefined;
  }

  tell(action: string, number: number): void {
    this.#tell?.({ type: 'container', action, id: idOf(number), attributes: {}, time: 0 });
  }

  /** The connection breaks; until `down` is false again nothing answers. */
  fail(): void {
    this.down = true;
    this.#break?.(new EngineError('unreachable', 'gone'));
  }

  #answer<T>(call: string, value: T): Promise<T> {
    this.calls.push(call);
    if (this.frozen) {
      return new Promise(() => undefined);
    }
    return this.down ? Promise.reject(new EngineError('unreachable', 'gone')) : Promise.resolve(value);
  }

  async *#events(query: unknown, signal: AbortSignal): AsyncGenerator<EngineEvent> {
    this.calls.push(`events ${JSON.stringify(query)}`);
    const queue: EngineEvent[] = [];
    signal.addEventListener('abort', () => this.#break?.(new EngineError('aborted', 'aborted')), { once: true });
    for (;;) {
      const next = queue.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      await new Promise<void>((resolve, reject) => {
        this.#break = reject;
        this.#tell = (event) => {
          queue.push(event);
          resolve();
        };
      });
    }
  }
}

/** Lets everything that is already possible happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function followed(engine: WrittenEngine, kind: 'unix' | 'tcp' = 'unix', located: () => Promise<void> = () => Promise.resolve()) {
  const clock = new ManualClock();
  const endpoint = kind === 'unix' ? ({ kind, path: '/x' } as const) : ({ kind, host: 'x', port: 1 } as const);
  const live = followEngine({ name: 'x', locate: () => located().then(() => endpoint), connect: () => Promise.resolve(engine.port), clock });
  const changes: string[][] = [];
  live.onDidChange(({ containers }) => {
    if (containers.size > 0) {
      changes.push([...containers]);
    }
  });
  return { live, clock, changes, lists: () => engine.calls.filter((call) => call.startsWith('list')) };
}

void suite('a live engine', () => {
  void test('asks nothing before somebody watches, and nothing after', async () => {
    const engine = new WrittenEngine();
    const { live, clock } = followed(engine);
    await settle();
    assert.deepEqual(engine.calls, []);
    live.setWatched(true);
    await settle();
    live.setWatched(false);
    const asked = engine.calls.length;
    engine.tell('start', 1);
    clock.advance(3_600_000);
    await settle();
    assert.deepEqual([engine.calls.length, clock.waiting], [asked, 0]);
  });

  void test('asks for nothing while nothing happens: there is no polling', async () => {
    const engine = new WrittenEngine();
    const { live, clock } = followed(engine);
    live.setWatched(true);
    await settle();
    const asked = engine.calls.length;
    clock.advance(24 * 3_600_000);
    await settle();
    assert.equal(engine.calls.length, asked);
  });

  void test('has the engine leave out processes that come and go inside, and asks for health, memory and names', async () => {
    const engine = new WrittenEngine();
    followed(engine).live.setWatched(true);
    await settle();
    const query = engine.calls.find((call) => call.startsWith('events')) ?? '';
    assert.doesNotMatch(query, /exec/);
    for (const action of ['health_status', 'oom', 'rename', 'destroy', 'die', 'update']) {
      assert.ok(query.includes(`"${action}"`), action);
    }
  });

  void test('answers a thousand events of one frame with one list of what they touched', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1), container(2), container(3)];
    const { live, clock, changes, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    changes.length = 0;
    const before = lists().length;
    engine.containers = [container(1, { state: 'paused' }), container(2), container(3)];
    for (let count = 0; count < 1000; count++) {
      engine.tell('pause', 1 + (count % 2));
    }
    await settle();
    clock.advance(16);
    await settle();
    assert.deepEqual([lists().slice(before), changes], [['list 2'], [[idOf(1)]]]);
  });

  void test('looks again at a container that ended and is still listed as running: Docker 20.10 tells the end before it lists it', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1)];
    const { live, clock, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    const pass = async (milliseconds: number) => {
      for (const end = clock.now() + milliseconds; clock.now() < end; ) {
        clock.advance(50);
        await settle();
      }
      await settle();
    };
    engine.tell('die', 1);
    await pass(1_000);
    assert.equal(live.containers.get(idOf(1))?.state, 'running');
    engine.containers = [container(1, { state: 'exited', exitCode: 137 })];
    await pass(5_000);
    assert.equal(live.containers.get(idOf(1))?.state, 'exited');
    const asked = lists().length;
    await pass(60_000);
    assert.equal(lists().length, asked);

    // One that was started again runs indeed, and one that is never listed as ended is given up.
    engine.containers = [container(1)];
    engine.tell('die', 1);
    engine.tell('start', 1);
    await pass(60_000);
    assert.equal(lists().length, asked + 1);
    engine.tell('die', 1);
    await pass(600_000);
    assert.ok(lists().length <= asked + 8, `${lists().length - asked} lists`);
    assert.equal(clock.waiting, 0);
  });

  void test('asks at most once a frame under a thousand events a second', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1)];
    const { live, clock, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    const before = lists().length;
    for (let millisecond = 0; millisecond < 1000; millisecond++) {
      engine.tell('start', 1);
      await settle();
      clock.advance(1);
    }
    const asked = lists().length - before;
    assert.ok(asked > 30 && asked <= 63, `${asked} lists in a second`);
  });

  void test('asks a frozen engine once, however much happens and however often the user refreshes', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1)];
    const { live, clock, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    const before = lists().length;
    engine.frozen = true;
    for (let count = 0; count < 200; count++) {
      engine.tell('start', 1);
      void live.refresh();
      await settle();
      clock.advance(50);
    }
    assert.equal(lists().length - before, 1);
  });

  void test('keeps the present connection when an attempt for somebody who left ends late', async () => {
    const engine = new WrittenEngine();
    const located: (() => void)[] = [];
    const { live, lists } = followed(engine, 'unix', () => new Promise((resolve) => located.push(resolve)));
    live.setWatched(true);
    located.shift()?.();
    await settle();
    live.setWatched(false);
    live.setWatched(true);
    live.setWatched(false);
    live.setWatched(true);
    const [late, present] = located;
    present?.();
    await settle();
    late?.();
    await settle();
    assert.equal(live.status.kind, 'connected');
    const before = lists().length;
    await Promise.race([live.refresh(), settle().then(() => settle())]);
    assert.equal(lists().length, before + 1, 'a refresh asks, and is not left waiting');
  });

  void test('lists everything rather than naming hundreds', async () => {
    const engine = new WrittenEngine();
    const { live, clock, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    for (let number = 0; number < 150; number++) {
      engine.tell('create', number);
    }
    await settle();
    clock.advance(16);
    await settle();
    assert.equal(lists().at(-1), 'list');
  });

  void test('drops what is removed without asking, and a list under way does not bring it back', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1), container(2)];
    const { live, clock, changes, lists } = followed(engine);
    live.setWatched(true);
    await settle();
    const before = lists().length;
    engine.tell('destroy', 1);
    await settle();
    clock.advance(16);
    await settle();
    assert.deepEqual([[...live.containers.keys()], changes.at(-1), lists().length], [[idOf(2)], [idOf(1)], before]);
  });

  void test('keeps its rows while the engine is away, and sees all that happened meanwhile when it is back', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1), container(2)];
    const { live, clock } = followed(engine);
    live.setWatched(true);
    await settle();
    engine.fail();
    await settle();
    assert.deepEqual([live.status.kind, live.containers.size], ['failed', 2]);
    engine.down = false;
    engine.containers = [container(2, { state: 'exited' }), container(3)];
    clock.advance(1_000);
    await settle();
    assert.deepEqual([live.status.kind, [...live.containers.values()].map(({ id, state }) => [id, state])], ['connected', [[idOf(2), 'exited'], [idOf(3), 'running']]]);
  });

  void test('is settled when what it knows is as of now, not as of when somebody looked last', async () => {
    const engine = new WrittenEngine();
    engine.containers = [container(1)];
    const { live } = followed(engine);
    live.setWatched(true);
    await live.settled();
    assert.equal(live.containers.size, 1);
    live.setWatched(false);
    engine.containers = [container(1, { state: 'exited' }), container(2)];
    live.setWatched(true);
    await live.settled();
    assert.deepEqual([...live.containers.values()].map(({ id, state }) => [id, state]), [[idOf(1), 'exited'], [idOf(2), 'running']]);
    live.setWatched(false);
    engine.down = true;
    live.setWatched(true);
    await live.settled();
    assert.equal(live.status.kind, 'failed');
    live.dispose();
    await live.settled();
  });

  void test('refreshes at once when the user asks, also in the middle of a delay', async () => {
    const engine = new WrittenEngine();
    engine.down = true;
    const { live, clock } = followed(engine, 'tcp');
    live.setWatched(true);
    await settle();
    for (let round = 0; round < 10; round++) {
      clock.advance(30_000);
      await settle();
    }
    engine.down = false;
    await live.refresh();
    assert.equal(live.status.kind, 'connected');
  });
});

void suite('the delay before another attempt', () => {
  for (const [kind, first, ceiling] of [['unix', 100, 1_000], ['tcp', 500, 30_000], ['ssh', 500, 30_000]] as const) {
    void test(`of ${kind} doubles up to ${ceiling} ms, half of it by chance`, () => {
      const endpoint = kind === 'unix' ? ({ kind, path: '/x' } as const) : kind === 'tcp' ? ({ kind, host: 'x', port: 1 } as const) : ({ kind, destination: 'x' } as const);
      const [shortest, longest] = [new Backoff(() => 0), new Backoff(() => 0.999_999)];
      let expected: number = first;
      for (let attempt = 0; attempt < 12; attempt++) {
        assert.equal(shortest.next(endpoint), expected / 2);
        assert.equal(Math.round(longest.next(endpoint)), expected);
        expected = Math.min(ceiling, expected * 2);
      }
      shortest.reset();
      assert.equal(shortest.next(endpoint), first / 2);
    });
  }
});
