/** What the engine measures of a container. */
import assert from 'node:assert/strict';
import { rejection } from '../rejection.ts';
import type { Usage } from '../../../client/src/engine/usage.ts';
import type { Bench, Check } from './bench.ts';

const mebibyte = 1024 ** 2;

export function usage(check: Check, { engine, run }: Bench): void {
  void check('measures what a container uses, again and again, until it is not wanted any more', async () => {
    const id = await run(['--memory', '64m', '--pids-limit', '20'], ['sh', '-c', 'trap "exit 3" TERM; echo ready; while :; do :; done']);
    const stop = new AbortController();
    const seen: Usage[] = [];
    const error = await rejection(
      (async () => {
        for await (const sample of engine().stats(id, stop.signal)) {
          seen.push(sample);
          if (seen.length === 3) {
            stop.abort();
          }
        }
      })(),
    );
    assert.equal(error.reason, 'aborted');
    assert.equal(seen.length, 3);
    const [first, second, third] = seen;
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    assert.equal(first.cpu, undefined, 'nothing to compare with');
    assert.ok(third.cpu !== undefined && third.cpu > 5 && third.cpu < 130, `a loop without rest uses one processor: ${third.cpu ?? 'nothing'}`);
    assert.ok(first.time < second.time && second.time < third.time);
    assert.equal(third.memoryLimit, 64 * mebibyte);
    assert.ok(third.memory > 0 && third.memory < 64 * mebibyte);
    assert.ok(third.processes >= 1 && third.processes <= 20);
    assert.ok(third.network !== undefined && third.network.in >= 0);
    assert.ok(third.disk.in >= 0 && third.disk.out >= 0);
  });

  void check('measures nothing of a container that is not there', async () => {
    const error = await rejection(
      (async () => {
        for await (const sample of engine().stats('gantry-missing', new AbortController().signal)) {
          assert.fail(JSON.stringify(sample));
        }
      })(),
    );
    assert.equal(error.reason, 'not-found');
  });
}
