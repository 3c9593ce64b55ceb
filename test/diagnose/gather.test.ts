/** What is asked of an engine for a diagnosis, where the engine tells more than anybody reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherEvidence } from '../../client/src/diagnose/gather.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import type { Engine, EngineDescription } from '../../client/src/engine/engine.ts';
import type { EngineEvent } from '../../client/src/engine/event.ts';
import { systemClock } from '../../client/src/engine/clock.ts';

async function* manyEvents(count: number): AsyncGenerator<EngineEvent> {
  for (let index = 0; index < count; index++) {
    yield await Promise.resolve({ type: 'container', action: 'die', id: 'c', time: index, attributes: {} } as EngineEvent);
  }
}

async function* nothing(): AsyncGenerator<never> {
  // Neither log nor usage.
}

void test('keeps the last events of a container that has died all day long', async () => {
  const engine = {
    inspectContainer: () => Promise.resolve({ id: 'c', image: 'i', state: 'exited', document: {} } as ContainerDetails),
    events: () => manyEvents(50_000),
    logs: nothing,
    listContainers: () => Promise.resolve([]),
    describe: () => Promise.resolve({ product: 'Docker Engine' } as EngineDescription),
  } as Partial<Engine> as Engine;
  const evidence = await gatherEvidence(engine, 'c', { clock: systemClock, signal: new AbortController().signal });
  assert.equal(evidence.events.length, 1000);
  assert.equal(evidence.events.at(-1)?.time, 49_999);
});
