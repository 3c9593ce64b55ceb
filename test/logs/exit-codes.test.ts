/** The exit code that a followed log tells, on an engine that is in the middle of something when it is asked. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { systemClock } from '../../client/src/engine/clock.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { EngineEvent } from '../../client/src/engine/event.ts';
import { readSource } from '../../client/src/logs/log-source.ts';

type State = Pick<ContainerDetails, 'state' | 'startedAt' | 'exitCode'>;

const id = '0a'.repeat(32);
const [first, second] = [1_000_000, 2_000_000];

function line(text: string, second: number) {
  return { stream: 'stdout' as const, data: Buffer.from(`2026-01-02T03:04:0${second}.000000000Z ${text}\n`) };
}

/** One answer after the other, the last one for ever. */
function answers<T>(...all: [T, ...T[]]): () => T {
  let next = 0;
  return () => all[Math.min(next++, all.length - 1)] ?? all[0];
}

/** What a reader is told until the container's end, of an engine with these states, logs, and ends in the order in which it is asked. */
async function told(engine: { readonly states: [State, ...State[]]; readonly logs: [string[], ...string[][]]; readonly ends: readonly (readonly [time: number, attributes: Record<string, string>])[] }): Promise<string[]> {
  const [state, log] = [answers(...engine.states), answers(...engine.logs)];
  const stop = new AbortController();
  const said: string[] = [];
  const answering = {
    inspectContainer: async (_id: string, { signal }: { readonly signal: AbortSignal }) => {
      await Promise.resolve();
      signal.throwIfAborted();
      return { id, tty: false, oomKilled: false, ...state() };
    },
    async *logs(_id: string, _query: unknown, signal: AbortSignal) {
      await Promise.resolve();
      signal.throwIfAborted();
      const texts = log();
      yield texts.map((text) => line(text, Number(/\d/.exec(text)?.[0])));
    },
    async *events({ since = 0, until }: { since?: number; until?: number }, signal: AbortSignal): AsyncGenerator<EngineEvent> {
      for (const [time, attributes] of engine.ends) {
        if (time >= since && time <= (until ?? Infinity)) {
          yield { type: 'container', action: 'die', id, time, attributes };
        }
      }
      if (until === undefined) {
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
          if (signal.aborted) {
            resolve(undefined);
          }
        });
        signal.throwIfAborted();
      }
    },
  };
  try {
    await readSource({
      engine: answering as unknown as Engine,
      id,
      query: { follow: true },
      signal: stop.signal,
      clock: systemClock,
      onLine: ({ text }) => void said.push(text),
      onTurn: (what) => {
        said.push(what);
        stop.abort();
      },
    });
  } catch (error) {
    assert.ok(stop.signal.aborted, String(error));
  }
  return said;
}

const running = { state: 'running', startedAt: first, exitCode: 0 } as const;

void suite('the exit code behind a log', () => {
  void test('is asked for once the engine has noted the end, which it does after it has closed the log', async () => {
    const said = await told({ states: [running, running, { ...running, state: 'exited', exitCode: 9 }], logs: [['line 1'], []], ends: [[first + 50, { exitCode: '9' }]] });
    assert.deepEqual(said, ['line 1', 'ended with exit code 9']);
  });

  void test('is that of the run that was read, also when the next one has begun', async () => {
    const said = await told({ states: [running, { ...running, startedAt: second }], logs: [['line 1'], []], ends: [[first + 50, { exitCode: '9' }], [second + 50, { exitCode: '4' }]] });
    assert.deepEqual(said, ['line 1', 'ended with exit code 9']);
  });

  void test('is read in the words of Podman', async () => {
    const said = await told({ states: [running, { ...running, startedAt: second }], logs: [['line 1'], []], ends: [[first + 50, { containerExitCode: '9' }]] });
    assert.deepEqual(said, ['line 1', 'ended with exit code 9']);
  });

  void test('is not made up where nobody knows it any more', async () => {
    const said = await told({ states: [running, { ...running, startedAt: second }], logs: [['line 1'], []], ends: [] });
    assert.deepEqual(said, ['line 1', 'ended']);
  });

  void test('is that of the last run where the engine remembers no other', async () => {
    const said = await told({ states: [running, { state: 'exited', startedAt: second, exitCode: 4 }], logs: [['line 1'], []], ends: [] });
    assert.deepEqual(said, ['line 1', 'ended with exit code 4']);
  });

  void test('is not told of a container that goes on: the log that the engine closed is read on', async () => {
    const said = await told({ states: [running, running, running, { ...running, state: 'exited', exitCode: 3 }], logs: [['line 1'], ['line 1', 'line 2'], ['line 1', 'line 2', 'line 3'], []], ends: [] });
    assert.deepEqual(said, ['line 1', 'line 2', 'line 3', 'ended with exit code 3']);
  });
});
