/** What works on a container that its restart policy starts again and again, while it waits for the next attempt. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';
import { until } from '../../support/engines/process.ts';
import type { Bench, Check } from './bench.ts';

/** Pauses between attempts double from 0.1 s on: after so many there is time to look at one. */
const attempts = 5;

const actions: readonly (readonly [action: string, call: (engine: Engine, id: string) => Promise<unknown>, outcome: string])[] = [
  ['start', (engine, id) => engine.start(id), 'unchanged, restarting'],
  ['stop', (engine, id) => engine.stop(id, { seconds: 5 }), 'done, exited'],
  ['restart', (engine, id) => engine.restart(id, { seconds: 5 }), 'done, restarting'],
  ['kill', (engine, id) => engine.kill(id, 'SIGKILL'), 'done, exited'],
  ['pause', (engine, id) => engine.pause(id), 'conflict, restarting'],
  ['unpause', (engine, id) => engine.unpause(id), 'conflict, restarting'],
  ['remove', (engine, id) => engine.remove(id, { force: false, volumes: false }), 'conflict, restarting'],
  ['remove by force', (engine, id) => engine.remove(id, { force: true, volumes: true }), 'done, gone'],
];

/** What Docker can do or not, depending on the moment. */
const sometimes: typeof actions = [
  ['rename', (engine, id) => engine.rename(id, `loop-${randomUUID().slice(0, 8)}`), 'done, restarting'],
  ['update', (engine, id) => engine.update(id, { memory: 64 * 1024 * 1024, memorySwap: -1 }), 'done, restarting'],
];

async function waiting(engine: Engine, id: string): Promise<void> {
  for (;;) {
    const { state, restartCount } = await engine.inspectContainer(id);
    if (state === 'restarting' && restartCount >= attempts) {
      return;
    }
    await sleep(20);
  }
}

async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    return (await call) === 'unchanged' ? 'unchanged' : 'done';
  } catch (error) {
    assert.ok(error instanceof EngineError, String(error));
    assert.match(error.message, /^The container [^:]+(?:: [^:]+)?\.$/);
    return error.reason;
  }
}

export function restartLoop(check: Check, { engine, loop, rowOf }: Bench): void {
  void check('a container in a restart loop is restarting, and its actions are those of one that neither runs nor has ended', async (on) => {
    if (on.product === 'podman') {
      const id = await loop('sh', '-c', 'sleep 0.1; exit 4');
      for (let look = 0; look < 10; look++) {
        // There is no state for it: each run and each end is told.
        assert.ok(['created', 'running', 'exited'].includes((await rowOf(id)).state));
        await sleep(30);
      }
      await engine().stop(id, { seconds: 1 });
      return;
    }
    const outcomes = [...actions, ...sometimes].map(async ([action, call, expected]) => {
      const id = await loop('sh', '-c', 'exit 4');
      await waiting(engine(), id);
      assert.equal((await rowOf(id)).exitCode, 4);
      const outcome = await outcomeOf(call(engine(), id));
      const alternative = sometimes.some(([each]) => each === action) ? 'conflict, restarting' : expected;
      // Newer engines answer a signal before they note its effect.
      await until(`${action}, which gave ${outcome}: ${expected}`, async () => {
        const [row] = await engine().listContainers({ ids: [id] });
        // The next attempt may have begun meanwhile.
        const state = row?.state === 'running' ? 'restarting' : (row?.state ?? 'gone');
        return [expected, alternative].includes(`${outcome}, ${state}`);
      });
    });
    await Promise.all(outcomes);
  });
}
