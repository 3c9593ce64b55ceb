/** A view of statistics measures what it shows, while it is shown, and nothing else. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { statsSubjects } from '../../client/src/containers/stats-subjects.ts';
import type { ContainerDetails, ContainerState } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { Usage } from '../../client/src/engine/usage.ts';
import { chartOf } from '../../client/src/stats/chart.ts';
import { statsCsv } from '../../client/src/stats/stats-csv.ts';
import type { StatsUpdate } from '../../client/src/stats/stats-messages.ts';
import { StatsSession, type StatsSubject } from '../../client/src/stats/stats-session.ts';
import { container, FakeLiveEngine, idOf } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';

const mebibyte = 1024 ** 2;

function usage(seconds: number, rest: Partial<Usage> = {}): Usage {
  return { time: 1_700_000_000_000 + seconds * 1000, cpu: 1, memory: 10 * mebibyte, memoryLimit: 64 * mebibyte, network: { in: 0, out: 0 }, disk: { in: 0, out: 0 }, processes: 1, ...rest };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Streams that the test feeds, and counts. */
class Feed {
  readonly open = new Map<string, (usage: Usage | Error | undefined) => void>();
  begun = 0;
  readonly engine = {
    inspectContainer: () => Promise.resolve({ limits: { cpus: 0.5, memory: 64 * mebibyte, pids: -1 } } as ContainerDetails),
    stats: (id: string, signal: AbortSignal) => this.#stream(id, signal),
  } as unknown as Engine;

  async *#stream(id: string, signal: AbortSignal): AsyncGenerator<Usage> {
    this.begun += 1;
    const waiting: (Usage | Error | undefined)[] = [];
    let wake: () => void = () => undefined;
    this.open.set(id, (next) => {
      waiting.push(next);
      wake();
    });
    signal.addEventListener('abort', () => wake());
    try {
      for (;;) {
        if (signal.aborted) {
          throw new EngineError('aborted', 'Gantry stopped measuring.');
        }
        if (waiting.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const next = waiting.shift();
        if (next instanceof Error) {
          throw next;
        }
        if (next === undefined) {
          return;
        }
        yield next;
      }
    } finally {
      this.open.delete(id);
    }
  }
}

function subject(feed: Feed, number: number, state: ContainerState = 'running', rest: Partial<StatsSubject> = {}): StatsSubject {
  return { engine: feed.engine, id: idOf(number), name: `c${number}`, state, isDistant: false, ...rest };
}

function setUp() {
  const clock = new ManualClock();
  const updates: StatsUpdate[] = [];
  return { clock, updates, feed: new Feed(), session: new StatsSession(clock, (update) => updates.push(update)) };
}

void suite('a view of statistics', () => {
  void test('streams while it is shown, and not while it is hidden or paused', async () => {
    const { feed, session } = setUp();
    session.setSubjects([subject(feed, 1), subject(feed, 2)]);
    await settle();
    assert.equal(feed.open.size, 0);
    session.setShown(true);
    await settle();
    assert.equal(feed.open.size, 2);
    session.setPaused(true);
    await settle();
    assert.equal(feed.open.size, 0);
    session.setPaused(false);
    await settle();
    assert.equal(feed.open.size, 2);
    session.setShown(false);
    await settle();
    assert.equal(feed.open.size, 0);
    session.dispose();
  });

  void test('measures only what runs, and says of the others what they are', async () => {
    const { feed, session } = setUp();
    session.setShown(true);
    session.setSubjects([subject(feed, 1), subject(feed, 2, 'exited'), subject(feed, 3, 'paused'), subject(feed, 4, 'running', { engine: undefined })]);
    await settle();
    assert.deepEqual([...feed.open.keys()], [idOf(1), idOf(3)]);
    assert.deepEqual(session.snapshot.rows.map(({ note }) => note), ['', 'exited', 'paused', 'The engine does not answer.']);
    session.setSubjects([subject(feed, 1, 'exited'), subject(feed, 2)]);
    await settle();
    assert.deepEqual([...feed.open.keys()], [idOf(2)]);
    session.dispose();
    await settle();
    assert.equal(feed.open.size, 0);
  });

  void test('sends everything first, then what is new, several samples together', async () => {
    const { clock, feed, session, updates } = setUp();
    session.setShown(true);
    session.setSubjects([subject(feed, 1)]);
    await settle();
    clock.advance(1_000);
    assert.deepEqual(updates.map(({ kind }) => kind), ['all']);
    feed.open.get(idOf(1))?.(usage(1));
    feed.open.get(idOf(1))?.(usage(2));
    await settle();
    clock.advance(1_000);
    assert.deepEqual(updates.slice(1), [{ kind: 'samples', samples: [[idOf(1), usage(1)], [idOf(1), usage(2)]] }]);
    assert.deepEqual(session.snapshot.rows[0]?.limits, { cpus: 0.5, memory: 64 * mebibyte });
    session.dispose();
  });

  void test('keeps three minutes of samples, however long it runs', async () => {
    const { feed, session } = setUp();
    session.setShown(true);
    session.setSubjects([subject(feed, 1)]);
    await settle();
    for (let second = 0; second < 500; second++) {
      feed.open.get(idOf(1))?.(usage(second));
    }
    await settle();
    const history = session.snapshot.rows[0]?.history ?? [];
    assert.deepEqual([history.length, history.at(-1)], [180, usage(499)]);
    session.dispose();
  });

  void test('says why nothing comes, and goes on when it does again', async () => {
    const { clock, feed, session } = setUp();
    session.setShown(true);
    session.setSubjects([subject(feed, 1)]);
    await settle();
    feed.open.get(idOf(1))?.(new EngineError('unreachable', 'The engine has gone.'));
    await settle();
    assert.equal(session.snapshot.rows[0]?.note, 'The engine has gone.');
    assert.equal(feed.open.size, 0);
    clock.advance(3_000);
    await settle();
    feed.open.get(idOf(1))?.(usage(1));
    await settle();
    assert.deepEqual(session.snapshot.rows.map(({ note, history }) => [note, history.length]), [['', 1]]);
    session.dispose();
    await settle();
    assert.equal(clock.waiting, 0);
  });

  void test('leaves connections for others, and says so', async () => {
    const { feed, session } = setUp();
    session.setShown(true);
    session.setSubjects([...Array.from({ length: 120 }, (_, index) => subject(feed, index + 1)), ...Array.from({ length: 12 }, (_, index) => subject(feed, index + 201, 'running', { isDistant: true }))]);
    await settle();
    assert.equal(feed.open.size, 110);
    assert.match(session.snapshot.note, /^22 more containers run/);
    session.dispose();
  });

  void test('is about what the tree knows', () => {
    const live = new FakeLiveEngine([container(1, { name: 'web' }), container(2, { name: 'db', state: 'paused' }), container(3, { name: 'old', state: 'exited' })]);
    assert.deepEqual(statsSubjects([live], 'all').map(({ name }) => name), ['db', 'web']);
    // Two contexts may lead to the same engine: a container is measured once, where it answers.
    const [away, again] = [new FakeLiveEngine([...live.containers.values()]), new FakeLiveEngine([...live.containers.values()], live.status.kind === 'connected' ? live.status.engine : {})];
    away.setStatus({ kind: 'failed', error: new EngineError('unreachable', 'gone'), retryAt: 0 });
    assert.deepEqual(statsSubjects([away, live, again], 'all').map(({ name, engine }) => [name, engine !== undefined]), [['db', true], ['web', true]]);
    assert.deepEqual(statsSubjects([live], [idOf(3), idOf(9)]).map(({ name, state }) => [name, state]), [['old', 'exited']]);
  });
});

void suite('exported statistics', () => {
  const row = { key: idOf(1), name: 'web', note: '', limits: {}, history: [usage(0, { cpu: 12.34567, network: { in: 1, out: 2 }, disk: { in: 3, out: 4 } })] };

  void test('hold a line for each sample, in plain units', () => {
    assert.deepEqual(statsCsv([row]).split('\r\n'), [
      'time,container,id,cpu_percent,memory_bytes,memory_limit_bytes,network_received_bytes,network_sent_bytes,disk_read_bytes,disk_written_bytes,processes',
      '2023-11-14T22:13:20.000Z,web,000000000000,12.346,10485760,67108864,1,2,3,4,1',
      '',
    ]);
  });

  for (const [name, cell] of [['=cmd()', `'=cmd()`], ['a,b', '"a,b"'], ['say "hi"', '"say ""hi"""'], ['@x', `'@x`]] as const) {
    void test(`are no formula, and no second cell: ${name}`, () => {
      assert.ok(statsCsv([{ ...row, name }]).includes(`Z,${cell},0000`));
    });
  }

  void test('leave empty what is not known', () => {
    const { time, memory, memoryLimit, disk, processes } = usage(0);
    assert.match(statsCsv([{ ...row, history: [{ time, memory, memoryLimit, disk, processes }] }]), /Z,web,000000000000,,10485760,67108864,,,0,0,1\r\n/);
  });
});

void suite('charts', () => {
  void test('show the last three minutes, newest at the right, and the limit', () => {
    const chart = chartOf([usage(0), usage(100, { cpu: 25 }), usage(105, { cpu: 50 }), usage(190, { cpu: 100 })], 'cpu', { cpus: 1 });
    assert.deepEqual(chart.pieces.map((piece) => piece.length), [2, 1], 'what lies 12 seconds apart is not joined, what is older than three minutes is gone');
    assert.deepEqual(chart.pieces.map((piece) => piece[0]?.[0]), [0, 1]);
    assert.equal(chart.top, '110.00%');
    assert.ok(Math.abs((chart.limit ?? 0) - (1 - 100 / 110)) < 1e-9);
    assert.equal(chart.words, 'between 25.00% and 100.00%, now 100.00%; the limit is 100.00%');
  });

  void test('show transfers as rates, and a counter that began anew as what came since', () => {
    const transfer = (seconds: number, bytes: number) => usage(seconds, { network: { in: bytes, out: 0 } });
    assert.equal(chartOf([transfer(0, 0), transfer(1, 5_000), transfer(2, 7_000), transfer(4, 2_000)], 'network', {}).words, 'between 1kB/s and 5kB/s, now 1kB/s');
  });

  void test('stay inside their box, and say when there is nothing', () => {
    assert.equal(chartOf([], 'memory', { memory: mebibyte }).words, 'nothing measured yet; the limit is 1MiB');
    const { pieces } = chartOf([usage(0, { memory: 0 }), usage(1, { memory: 2 ** 40 })], 'memory', { memory: mebibyte });
    assert.ok(pieces.flat().every(([x, y]) => x >= 0 && x <= 1 && y >= 0 && y <= 1));
  });
});
