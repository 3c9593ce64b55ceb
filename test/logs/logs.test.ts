/** Logs on real engines: whole, in order, over restarts, and as the CLI selects them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { LogQuery, OutputStream } from '../../client/src/engine/streams.ts';
import type { LogLine } from '../../client/src/logs/log-lines.ts';
import { LogSession } from '../../client/src/logs/log-session.ts';
import { readSource, type SourceOptions } from '../../client/src/logs/log-source.ts';
import { engineTime } from '../../client/src/logs/log-times.ts';
import { docker, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';
import { testEngines, type TestEngine } from '../support/engines/one-of-each.ts';
import { Screen } from '../support/screen.ts';

const run = promisify(execFile);
const forever = new AbortController().signal;

for (const [name, find] of testEngines) {
  void suite(`logs of ${name}`, () => {
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

    const check = (what: string, body: (engine: TestEngine) => Promise<void>) =>
      test(what, async (t) => {
        if (typeof on === 'string') {
          t.skip(on);
          return;
        }
        await body(on);
      });

    async function start({ cli }: TestEngine, flags: readonly string[], script: string): Promise<string> {
      const { ok, output } = await cli('run', '-d', '--label', label, ...flags, testImage, 'sh', '-c', script);
      assert.ok(ok, output);
      return /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    }

    /** Says that it runs, and goes on once that was read: a container that ends before anybody follows it has nothing more to tell. */
    const held = (script: string) => `[ -e /go ] || { echo runs; while [ ! -e /go ]; do sleep 0.05; done; }; ${script}`;
    const letGo = async ({ cli }: TestEngine, id: string) => {
      const { ok, output } = await cli('exec', id, 'touch', '/go');
      // The container may end before Podman has told of the program that let it go.
      assert.ok(ok || output.includes('no such exec session'), output);
    };

    /** Until it is stopped. */
    const follow = ({ engine }: TestEngine, id: string, stop: AbortController, onLine: SourceOptions['onLine'], onTurn: SourceOptions['onTurn']) =>
      readSource({ engine, id, query: { follow: true }, signal: stop.signal, clock: systemClock, onLine, onTurn }).catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));

    void check('are whole and in order while they are written, each stream for itself', async (engine) => {
      const lines = 60_000;
      const all = Array.from({ length: lines }, (_, index) => index + 1);
      const id = await start(engine, [], held(`seq 1 ${lines} & seq 1 ${lines} >&2; wait`));
      const readAll = async (follow: boolean) => {
        const seen = { stdout: [] as number[], stderr: [] as number[] };
        const stop = new AbortController();
        const onLine = ({ text }: LogLine, stream: OutputStream) => {
          if (text === 'runs') {
            return follow ? letGo(engine, id) : undefined;
          }
          seen[stream].push(Number(text));
          return undefined;
        };
        await readSource({ engine: engine.engine, id, query: { follow }, signal: stop.signal, clock: systemClock, onLine, onTurn: () => stop.abort() }).catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));
        return seen;
      };
      const followed = await readAll(true);
      // Podman 4.3 itself leaves lines out of a log that it follows, and has them all afterwards.
      if (name === 'Docker') {
        assert.deepEqual(followed, { stdout: all, stderr: all });
      }
      assert.deepEqual(await readAll(false), { stdout: all, stderr: all });
    });

    void check('of a container with a terminal come as one stream, without the terminal’s line ends', async (engine) => {
      const id = await start(engine, ['-t'], 'echo one; echo two >&2');
      const lines: string[] = [];
      await engine.engine.wait(id);
      await readSource({ engine: engine.engine, id, query: { follow: false }, signal: forever, clock: systemClock, onLine: ({ text }, stream) => void lines.push(`${stream} ${text}`), onTurn: () => undefined });
      assert.deepEqual(lines, ['stdout one', 'stdout two']);
    });

    void check('go on over restarts, nothing twice and nothing lost, and tell the exit codes', async (engine) => {
      const id = await start(engine, ['--restart', 'on-failure:2'], held('for n in 1 2 3; do echo line $n; done; exit 9'));
      const lines: string[] = [];
      const turns: string[] = [];
      const stop = new AbortController();
      await follow(engine, id, stop, ({ text }) => (text === 'runs' ? letGo(engine, id) : void lines.push(text)), (what) => {
        turns.push(what);
        if (what.startsWith('ended') && (lines.length >= 9 || turns.filter((turn) => turn.startsWith('ended')).length === 3)) {
          stop.abort();
        }
      });
      assert.deepEqual(lines, Array.from({ length: 9 }, (_, index) => `line ${(index % 3) + 1}`));
      assert.equal(turns.at(-1), 'ended with exit code 9');
    });

    void check('of a container that is over say how it ended, and go on when it starts again', async (engine) => {
      const id = await start(engine, [], 'echo here; exit 4');
      await engine.engine.wait(id);
      const seen: string[] = [];
      const stop = new AbortController();
      await follow(engine, id, stop, ({ text }) => void seen.push(text), (what) => {
        seen.push(what);
        if (seen.length === 2) {
          void engine.cli('start', id);
        } else if (seen.length === 5) {
          stop.abort();
        }
      });
      assert.deepEqual(seen, ['here', 'ended with exit code 4', 'starts again', 'here', 'ended with exit code 4']);
    });

    void check('of a container that never ran say so, and begin with it', async (engine) => {
      const { output } = await engine.cli('create', '--label', label, testImage, 'echo', 'here');
      const id = output.trim();
      const stop = new AbortController();
      const seen: string[] = [];
      const onTurn = (what: string) => {
        seen.push(what);
        if (seen.length === 1) {
          void engine.cli('start', id);
        } else if (what.startsWith('ended')) {
          stop.abort();
        }
      };
      await readSource({ engine: engine.engine, id, query: { follow: true }, signal: stop.signal, clock: systemClock, onLine: ({ text }) => void seen.push(text), onTurn }).catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));
      assert.deepEqual(seen, ['has not been started yet', 'starts', 'here', 'ended with exit code 0']);
    });

    void check('end with a word when the container is removed', async (engine) => {
      const id = await start(engine, [], 'echo here; sleep 1000');
      const turns: string[] = [];
      const gone = readSource({ engine: engine.engine, id, query: { follow: true }, signal: forever, clock: systemClock, onLine: ({ text }) => (text === 'here' ? engine.cli('rm', '-f', id).then(() => undefined) : undefined), onTurn: (what) => turns.push(what) });
      await gone;
      assert.equal(turns.at(-1), 'was removed');
    });
  });
}

void test('a log does not end with an engine that fails for a moment, but with one that fails for good', async () => {
  const failed = new EngineError('engine-failed', 'The engine failed.');
  const gone = new EngineError('not-found', 'The container was removed.');
  const read = async (...answers: readonly Error[]) => {
    const left = [...answers];
    const engine = { inspectContainer: () => Promise.reject(left.shift() ?? failed) } as unknown as Engine;
    const turns: string[] = [];
    await readSource({ engine, id: 'web', query: { follow: true }, signal: forever, clock: systemClock, onLine: () => undefined, onTurn: (what) => void turns.push(what) }).catch((error: unknown) => turns.push(String(error)));
    return turns;
  };
  assert.deepEqual(await read(failed, failed, gone), ['was removed']);
  assert.deepEqual(await read(), [String(failed)]);
});

void suite('a selection of lines', { skip: (await missingEngine()) ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  after(() => removeLabelled(label));

  void test('is that of the CLI, byte for byte, for every way to write it', async () => {
    const [, find] = testEngines[0] ?? assert.fail();
    const on = await find();
    assert.ok(typeof on !== 'string');
    const { output } = await docker('run', '-d', '--label', label, testImage, 'sh', '-c', 'for n in 1 2 3 4 5 6; do echo out $n; echo err $n >&2; sleep 0.4; done');
    const id = output.trim();
    await on.engine.wait(id);
    const { startedAt = 0 } = await on.engine.inspectContainer(id);
    const at = (milliseconds: number) => new Date(startedAt + milliseconds);
    const times = [
      at(0).toISOString(),
      at(1000).toISOString(),
      at(1000).toISOString().replace('Z', '+00:00'),
      at(1_000 + 90 * 60_000).toISOString().replace('Z', '+01:30'),
      at(1000).toISOString().slice(0, 19),
      at(0).toISOString().slice(0, 10),
      String(Math.floor(at(1000).getTime() / 1000)),
      (at(1200).getTime() / 1000).toFixed(9),
      '1h30m',
      '24h',
      '1s',
      '1500ms',
    ];
    let compared = 0;
    const compare = async (query: () => Omit<LogQuery, 'tty' | 'follow' | 'timestamps'> & { readonly timestamps?: boolean }, flags: readonly string[]) => {
      const chunks: Buffer[] = [];
      for await (const batch of on.engine.logs(id, { tty: false, follow: false, timestamps: false, ...query() }, forever)) {
        chunks.push(...batch.filter(({ stream }) => stream === 'stdout').map(({ data }) => data));
      }
      const { stdout } = await run('docker', ['logs', ...flags, id], { encoding: 'buffer' });
      assert.deepEqual(Buffer.concat(chunks).toString(), stdout.toString(), flags.join(' '));
      compared++;
    };
    for (const tail of [undefined, 0, 1, 3, 100]) {
      for (const timestamps of [false, true]) {
        await compare(() => ({ timestamps, ...(tail !== undefined && { tail }) }), [...(timestamps ? ['--timestamps'] : []), '--tail', tail === undefined ? 'all' : String(tail)]);
      }
    }
    /** A duration is counted from now in whole seconds: both have to come to the same one. */
    const compareAt = async (time: string, ...how: Parameters<typeof compare>) => {
      for (;;) {
        const before = engineTime(time, Date.now());
        const failure = await compare(...how).then(() => undefined, (error: unknown) => error as Error);
        if (failure === undefined) {
          return;
        }
        if (before === engineTime(time, Date.now())) {
          throw failure;
        }
      }
    };
    for (const time of times) {
      const since = () => engineTime(time, Date.now()) ?? assert.fail(time);
      await compareAt(time, () => ({ since: since() }), ['--since', time]);
      await compareAt(time, () => ({ until: since() }), ['--until', time]);
      await compareAt(time, () => ({ since: since(), tail: 2 }), ['--since', time, '--tail', '2']);
    }
    for (const time of times.slice(1, 5)) {
      const until = engineTime(time, Date.now()) ?? assert.fail(time);
      await compare(() => ({ since: engineTime(times[0] ?? '', 0) ?? '', until }), ['--since', times[0] ?? '', '--until', time]);
    }
    await on.stop();
    console.log(`docker logs: ${compared} selections compared`);
    assert.ok(compared >= 40, `${compared}`);
  });

  void test('that begins so long ago is counted in whole seconds, as by the CLI', () => {
    for (const [text, expected] of [['1500ms', '4469'], ['0.3s', '4470'], ['1h', '870'], ['0s', '4470']] as const) {
      assert.equal(engineTime(text, 4_470_696), expected, text);
    }
  });

  void test('that the CLI cannot read is refused here, too', () => {
    for (const text of ['yesterday', '10', '2026-13-01', '1d', '12:00']) {
      assert.equal(engineTime(text, 0), /^\d+$/.test(text) ? text : undefined, text);
    }
  });
});

void suite('a log in a terminal', { skip: (await missingEngine()) ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  after(() => removeLabelled(label));

  void test('interleaves containers with their names, filters anew, saves what is shown, and closes without a trace', async () => {
    const [, find] = testEngines[0] ?? assert.fail();
    const on = await find();
    assert.ok(typeof on !== 'string');
    const ids = await Promise.all(['alpha', 'beta'].map(async (name) => (await docker('run', '-d', '--label', label, testImage, 'sh', '-c', `echo ${name} says hello; echo ${name} is upset >&2; sleep 1000`)).output.trim()));
    let saved = '';
    let filter: string | undefined = 'upset';
    const session = new LogSession({
      sources: ids.map((id, index) => ({ engine: on.engine, id, name: ['alpha', 'beta'][index] ?? '' })),
      query: { follow: true },
      timestamps: false,
      clock: systemClock,
      askFilter: () => Promise.resolve(filter),
      save: (text) => {
        saved = text;
        return Promise.resolve();
      },
    });
    assert.equal(session.name, 'Logs: alpha and 1 more');
    const screen = new Screen();
    session.open(screen);
    await Promise.all([screen.until(/alpha is upset/), screen.until(/beta is upset/)]);
    assert.match(screen.raw, /\u001b\[36malpha \|\u001b\[0m alpha says hello\r\n/);
    assert.match(screen.raw, /\u001b\[32mbeta {2}\|\u001b\[0m \u001b\[31m▏\u001b\[0mbeta is upset\r\n/);
    screen.clear();
    session.input('f');
    await screen.until(/beta is upset/);
    assert.doesNotMatch(screen.raw, /hello/);
    session.input('s');
    assert.deepEqual(saved.split('\n').sort(), ['', 'alpha | alpha is upset', 'beta | beta is upset']);
    filter = '';
    screen.clear();
    session.input('f');
    await screen.until(/alpha says hello/);
    session.close();
    await on.stop();
  });
});
