/** How the port says no, whatever it is asked. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { rejection } from '../rejection.ts';
import type { Bench, Check } from './bench.ts';

const calls: readonly (readonly [name: string, call: (engine: Engine, id: string) => Promise<unknown>])[] = [
  ['inspect', (engine, id) => engine.inspectContainer(id)],
  ['top', (engine, id) => engine.listProcesses(id)],
  ['start', (engine, id) => engine.start(id)],
  ['stop', (engine, id) => engine.stop(id)],
  ['stop within a second', (engine, id) => engine.stop(id, { seconds: 1 })],
  ['restart', (engine, id) => engine.restart(id, { seconds: 1 })],
  ['kill', (engine, id) => engine.kill(id, 'KILL')],
  ['pause', (engine, id) => engine.pause(id)],
  ['unpause', (engine, id) => engine.unpause(id)],
  ['rename', (engine, id) => engine.rename(id, `gone-${randomUUID().slice(0, 8)}`)],
  ['remove', (engine, id) => engine.remove(id, { force: false, volumes: true })],
  ['wait', (engine, id) => engine.wait(id)],
  ['commit', (engine, id) => engine.commit(id, { reference: 'gantry-test/never-made', pause: true })],
  ['export', (engine, id) => engine.exportFileSystem(id)],
];

const hostileIds = ['', '.', '..', '../images/json', '../../version', 'x/../../info', '/x', 'a b', 'ü', '%2e%2e', 'x?force=1', 'x#y', '?', '\0', 'x\r\nX-Header: 1', '\ud800'];

export function refusals(check: Check, { engine, create, run, rowOf }: Bench): void {
  void check('a container that is gone is named so by every call', async () => {
    const id = await create([]);
    // Between the click and the call.
    await engine().remove(id, { force: false, volumes: false });
    for (const [name, call] of calls) {
      const { reason, message, status } = await rejection(call(engine(), id));
      assert.deepEqual([name, reason, message, status], [name, 'not-found', 'The container is gone: something else removed it.', 404]);
    }
    assert.deepEqual(await engine().listContainers({ ids: [id] }), []);
  });

  void check('an id is never more than an id', async () => {
    const witness = await create([]);
    for (const id of hostileIds) {
      for (const [name, call] of calls) {
        const { reason } = await rejection(call(engine(), id));
        assert.ok(['not-found', 'refused', 'engine-failed'].includes(reason), `${name} ${JSON.stringify(id)}: ${reason}`);
      }
    }
    assert.equal((await rowOf(witness)).state, 'created');
  });

  void check('a name that is taken, a name that is none and a signal that is none are refused in plain words', async (on) => {
    const name = `taken-${randomUUID().slice(0, 8)}`;
    const [, id] = [await create(['--name', name]), await run()];
    const taken = await rejection(engine().rename(id, name));
    assert.equal(taken.reason, 'conflict');
    // Podman 5 does not repeat the name.
    assert.ok((taken.message.includes(name) || (on.product === 'podman' && on.isPodman4 !== true && /already in use/.test(taken.message))) && !/[\da-f]{64}/.test(taken.message), taken.message);
    assert.match((await rejection(engine().rename(id, 'no/name & none'))).message, /name/i);
    assert.match((await rejection(engine().kill(id, 'SIGNONSENSE'))).message, /signal/i);
    assert.equal((await rowOf(id)).state, 'running');
  });

  void check('an answer that is too large says so, having been read no further', async (on) => {
    const id = await create(['--label', `gantry.long=${'x'.repeat(20_000)}`]);
    const other = await on.connect({ limits: { time: 15_000, size: 10_000 } });
    try {
      const error = await rejection(other.inspectContainer(id));
      assert.equal(error.reason, 'invalid-answer');
      assert.match(error.details, /longer than 10000 bytes/);
    } finally {
      other.close();
    }
  });

  void check('an action is not sent when it is not wanted any more', async () => {
    const id = await run();
    assert.equal((await rejection(engine().kill(id, 'KILL', { signal: AbortSignal.abort() }))).reason, 'aborted');
    assert.equal((await rowOf(id)).state, 'running');
  });
}
