/** Logs as a text: in the order of time, clean, within bounds, and honest about what is missing. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { logAsDocument } from '../../client/src/containers/actions/log-as-document.ts';
import type { Target } from '../../client/src/containers/action.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { LogQuery, OutputChunk, OutputStream } from '../../client/src/engine/streams.ts';
import { logDocument, type DocumentOptions } from '../../client/src/logs/log-document.ts';
import { container } from '../containers/fake-live-engine.ts';
import { ManualClock } from '../containers/manual-clock.ts';
import { noMemory, ScriptedUi, type Answer } from '../containers/scripted-ui.ts';
import { docker, removeLabelled, testImage } from '../support/docker-engine.ts';
import { testEngines, type TestEngine } from '../support/engines/one-of-each.ts';

const never = new AbortController().signal;

/** `12.5 err text`: seconds after some moment, the stream, what was written. */
type Entry = readonly [at: number, stream: OutputStream, text: string];

/** An engine whose log is known, `asked` with what it was asked for, and `open` with how many logs are being read. */
function engineWith(entries: readonly Entry[], { zone = 'Z', failsAfter = Infinity } = {}) {
  const asked: LogQuery[] = [];
  let open = 0;
  async function* logs(_: string, query: LogQuery): AsyncGenerator<readonly OutputChunk[]> {
    asked.push(query);
    open++;
    try {
      for (const [index, [at, stream, text]] of entries.entries()) {
        if (index >= failsAfter) {
          throw new EngineError('unreachable', 'No engine answers.', 'raw');
        }
        await Promise.resolve();
        const shift = zone === 'Z' ? 0 : Number(zone.slice(0, 3)) * 3_600_000;
        const time = new Date(1_700_000_000_000 + at * 1000 + shift).toISOString().replace('Z', `000000${zone}`);
        yield [{ stream, data: Buffer.from(`${time} ${text}\n`), begins: true }];
      }
    } finally {
      open--;
    }
  }
  const engine = { inspectContainer: () => Promise.resolve({ tty: false } as ContainerDetails), logs } as unknown as Engine;
  return { engine, asked, open: () => open };
}

async function document(engines: Readonly<Record<string, Engine>>, rest: Partial<DocumentOptions> = {}) {
  return logDocument({ sources: Object.entries(engines).map(([name, engine]) => ({ engine, id: 'a', name })), query: {}, timestamps: false, signal: never, progress: () => undefined, ...rest });
}

void suite('a log as a document', () => {
  void test('of one container is what it wrote, without a name, with what went to standard error marked', async () => {
    const { engine } = engineWith([[1, 'stdout', 'one'], [2, 'stderr', 'two']]);
    assert.deepEqual(await document({ web: engine }), { text: 'one\n▏two\n', isCut: false, failed: [] });
    assert.equal((await document({ web: engine }, { query: { only: 'stderr' } })).text, 'one\ntwo\n');
    assert.match((await document({ web: engine }, { timestamps: true })).text, /^2023-11-14T22:13:21\.000000000Z one\n2023-11-14T22:13:22\.000000000Z ▏two\n$/);
  });

  void test('of several is interleaved by time, whatever the zones of their engines', async () => {
    const one = engineWith([[1, 'stdout', 'a'], [3, 'stdout', 'c'], [3, 'stdout', 'd']]);
    const other = engineWith([[2, 'stdout', 'b'], [4, 'stdout', 'e']], { zone: '+02:00' });
    assert.equal((await document({ api: one.engine, database: other.engine })).text, 'api      | a\ndatabase | b\napi      | c\napi      | d\ndatabase | e\n');
  });

  void test('keeps the order of the engine where its own times go back', async () => {
    const one = engineWith([[5, 'stdout', 'first'], [1, 'stderr', 'second']]);
    const other = engineWith([[3, 'stdout', 'early'], [6, 'stdout', 'late']]);
    assert.equal((await document({ x: one.engine, y: other.engine })).text, 'y | early\nx | first\nx | ▏second\ny | late\n');
  });

  void test('holds no control sequence, and no line break that the log has not', async () => {
    const { engine } = engineWith([[1, 'stdout', '\u001b]0;owned\u0007\u001b[31mred\u001b[0m 10%\r20%\u202e\u0000']]);
    assert.equal((await document({ web: engine })).text, 'red 10%␍20%\n');
  });

  void test('is cut within its bounds at the same moment for all, reads no further, and leaves nothing open', async () => {
    const many = (from: number): readonly Entry[] => Array.from({ length: 1000 }, (_, index) => [from + index * 2, 'stdout', `line ${String(from + index * 2).padStart(4, '0')}`]);
    const [one, other] = [engineWith(many(0)), engineWith(many(1))];
    const { text, isCut } = await document({ x: one.engine, y: other.engine }, { most: 100 });
    assert.deepEqual([isCut, text.length <= 100, text.split('\n').length], [true, true, 8]);
    assert.deepEqual(text.match(/\d{4}/g)?.map(Number), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual([one.open(), other.open()], [0, 0]);
  });

  void test('tells what could not be read, and has what came before, once', async () => {
    const whole = engineWith([[1, 'stdout', 'a'], [3, 'stdout', 'c']]);
    const broken = engineWith([[2, 'stdout', 'b'], [4, 'stdout', 'd']], { failsAfter: 1 });
    const { text, failed } = await document({ x: whole.engine, y: broken.engine });
    assert.equal(text, 'x | a\ny | b\nx | c\n');
    assert.deepEqual(failed.map(({ source, error }) => [source, (error as EngineError).message]), [[1, 'No engine answers.']]);
  });
});

void suite('Open Log as Document…', () => {
  async function run(engine: Engine, answers: readonly Answer[], count = 1, ui = new ScriptedUi(...answers)) {
    const targets: Target[] = Array.from({ length: count }, (_, number) => ({ engine, container: container(number + 1, { name: `web-${number + 1}` }) }));
    await logAsDocument.run(targets, { ui, clock: new ManualClock(1_700_000_100_000), memory: noMemory });
    ui.done();
    return ui;
  }
  const log = () => engineWith([[1, 'stdout', 'one']]);

  void test('asks which lines and how, never to follow', async () => {
    const cases: readonly (readonly [answers: readonly string[], query: Partial<LogQuery>])[] = [
      [['The last 100 lines', 'Both outputs'], { tail: 100 }],
      [['The last 10 minutes', 'Only standard error, with times'], { since: '1699999500', only: 'stderr' }],
      [['Between two times…', '2023-11-14T00:00:00Z', '1m', 'Both outputs, with times'], { since: '1699920000.000000000', until: '1700000040' }],
      [['Everything', 'Only standard output, with times'], { only: 'stdout' }],
    ];
    for (const [answers, query] of cases) {
      const { engine, asked } = log();
      const ui = await run(engine, answers);
      assert.deepEqual(asked, [{ ...query, tty: false, follow: false, timestamps: true }]);
      assert.deepEqual(ui.shown.map(({ name }) => name), ['web-1.log']);
      assert.doesNotMatch(ui.seen, /from now on/);
    }
  });

  void test('does nothing when a question is dismissed', async () => {
    for (const answers of [[undefined], ['Between two times…', undefined], ['Everything', undefined]]) {
      const { engine, asked } = log();
      const ui = await run(engine, answers);
      assert.deepEqual([asked, ui.shown, ui.reports], [[], [], []]);
    }
  });

  void test('names the containers of a document of several', async () => {
    const ui = await run(log().engine, ['Everything', 'Both outputs'], 3);
    assert.deepEqual(ui.shown, [{ name: 'web-1 and 2 more.log', text: 'web-1 | one\nweb-2 | one\nweb-3 | one\n' }]);
  });

  void test('says that there is nothing, instead of showing nothing', async () => {
    const ui = await run(engineWith([]).engine, ['Everything', 'Both outputs']);
    assert.deepEqual([ui.shown, ui.reports], [[], [{ severity: 'info', message: 'The log of web-1 has no such lines.' }]]);
  });

  void test('shows what it has when the engine is lost, and says so', async () => {
    const ui = await run(engineWith([[1, 'stdout', 'one'], [2, 'stdout', 'two']], { failsAfter: 1 }).engine, ['Everything', 'Both outputs']);
    assert.deepEqual([ui.shown.map(({ text }) => text), ui.reports], [['one\n'], [{ severity: 'error', message: 'The log of web-1 could not be read to its end. No engine answers.', details: 'raw' }]]);
  });

  void test('that is cancelled shows and says nothing', async () => {
    const ui = new ScriptedUi('Everything', 'Both outputs');
    ui.cancel.abort();
    const cancelled = await run(log().engine, [], 1, ui);
    assert.deepEqual([cancelled.shown, cancelled.reports], [[], []]);
  });
});

for (const [name, find] of testEngines) {
  void suite(`logs of ${name} as a document`, () => {
    const label = `gantry.test=${randomUUID()}`;
    let on: TestEngine | string;
    before(async () => {
      on = await find();
    });
    after(async () => {
      if (typeof on !== 'string') {
        await removeLabelled(label, on.cli);
        await on.stop();
      }
    });

    void test('are those of the CLI, and interleaved as they were written', async (t) => {
      if (typeof on === 'string') {
        t.skip(on);
        return;
      }
      const { engine, cli } = on;
      const start = async (script: string) => {
        const { ok, output } = await cli('run', '-d', '--label', label, testImage, 'sh', '-c', script);
        assert.ok(ok, output);
        const id = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
        await engine.wait(id);
        const [found] = await engine.listContainers({ ids: [id] });
        return { engine, container: found ?? assert.fail(id) };
      };
      // Podman tells times in whole seconds.
      const [one, other] = [await start('seq 1 5000'), await start('sleep 1.1; seq 5001 10000')];
      const open = async (targets: readonly Target[], ...answers: readonly string[]) => {
        const ui = new ScriptedUi(...answers);
        await logAsDocument.run(targets, { ui, clock: systemClock, memory: noMemory });
        ui.done();
        assert.deepEqual(ui.reports, []);
        return ui.shown[0]?.text ?? assert.fail();
      };
      assert.equal(await open([one], 'The last 100 lines', 'Both outputs'), (await cli('logs', '--tail', '100', one.container.id)).output);
      const both = await open([other, one], 'Everything', 'Both outputs');
      assert.deepEqual(both.trimEnd().split('\n').map((line) => Number(line.split('| ')[1])), Array.from({ length: 10_000 }, (_, index) => index + 1));
    });
  });
}

void test('a flood becomes a document of bounded size', async (t) => {
  const [, find] = testEngines[0] ?? assert.fail();
  const on = await find();
  if (typeof on === 'string') {
    t.skip(on);
    return;
  }
  const label = `gantry.test=${randomUUID()}`;
  t.after(async () => {
    await removeLabelled(label);
    await on.stop();
  });
  const { output } = await docker('run', '-d', '--label', label, testImage, 'sh', '-c', 'line=$(seq -s , 1 2500); for n in $(seq 1 5000); do echo $line; done');
  const id = output.trim();
  await on.engine.wait(id);
  const [found] = await on.engine.listContainers({ ids: [id] });
  const ui = new ScriptedUi('Everything', 'Both outputs');
  await logAsDocument.run([{ engine: on.engine, container: found ?? assert.fail(id) }], { ui, clock: systemClock, memory: noMemory });
  assert.match(ui.reports[0]?.message ?? '', /is longer than a document may be: the first 48 MiB are shown/);
  const text = ui.shown[0]?.text ?? '';
  assert.ok(text.length < 50 * 1024 * 1024, String(text.length));
  assert.match(text.slice(-60), /\n\[cut after 48 MiB: later lines are missing\]\n$/);
});
