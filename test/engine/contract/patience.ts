/** How long calls last: as long as the container takes, or the one who asked has patience. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/engines/process.ts';
import { rejection } from '../rejection.ts';
import { stubborn, type Bench, type Check } from './bench.ts';

export function patience(check: Check, { engine, run, rowOf }: Bench): void {
  void check('stop gives a container its own grace period where it is told none', async () => {
    const id = await run(['--stop-timeout', '2'], stubborn);
    const before = Date.now();
    await engine().stop(id);
    const took = Date.now() - before;
    assert.ok(took >= 1_900 && took < 9_000, `${took} ms`);
  });

  void check('stop lasts as long as the grace period, whatever other calls may take', async (on) => {
    const hasty = await on.connect({ limits: { time: 5_000, size: 1_000_000 } });
    try {
      // Over ssh the first call has to log in.
      await until('an answer in time', () => hasty.describe().then(() => true, () => false));
      assert.equal(await hasty.stop(await run([], stubborn), { seconds: 7 }), 'done');
    } finally {
      hasty.close();
    }
  });

  void check('stop waits for ever when it is told so, until somebody kills', async () => {
    const id = await run([], stubborn);
    const stopped = engine().stop(id, { seconds: -1 });
    assert.equal(await Promise.race([stopped, sleep(1_500, 'still waiting')]), 'still waiting');
    assert.equal((await rowOf(id)).state, 'running');
    await engine().kill(id, 'KILL');
    await stopped;
    assert.equal((await engine().inspectContainer(id)).exitCode, 137);
  });

  void check('who stops watching a stop can still kill', async () => {
    const id = await run([], stubborn);
    const abort = new AbortController();
    const stopped = rejection(engine().stop(id, { seconds: 60 }, { signal: abort.signal }));
    await sleep(300);
    abort.abort();
    assert.equal((await stopped).reason, 'aborted');
    await engine().kill(id, 'KILL');
    assert.equal(await engine().wait(id), 137);
  });

  void check('an export ends in the middle when it is not wanted any more', async () => {
    const abort = new AbortController();
    const stream = await engine().exportFileSystem(await run(), { signal: abort.signal });
    await once(stream, 'readable');
    const failed = once(stream, 'error');
    abort.abort();
    assert.equal((await rejection(Promise.reject((await failed)[0] as Error))).reason, 'aborted');
    assert.ok(stream.destroyed);
  });

  void check('who listens to events may walk away, or never begin', async () => {
    const id = await run();
    for await (const event of engine().events({ types: ['container'], actions: ['start'], since: Date.now() - 60_000 }, new AbortController().signal)) {
      if (event.id === id) {
        break;
      }
    }
    const none = async () => {
      for await (const event of engine().events({ types: ['container'], actions: ['oom'] }, AbortSignal.abort())) {
        assert.fail(event.action);
      }
    };
    assert.equal((await rejection(none())).reason, 'aborted');
    assert.equal((await rowOf(id)).state, 'running');
  });
}
