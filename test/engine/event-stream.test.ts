/** The engine's events are the same, however the network cuts them up. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { eventsIn } from '../../client/src/engine/event-stream.ts';
import type { EngineEvent } from '../../client/src/engine/event.ts';

async function* each(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    yield await Promise.resolve(chunk);
  }
}

async function read(chunks: readonly Buffer[]): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  for await (const event of eventsIn(each(chunks))) {
    events.push(event);
  }
  return events;
}

const events = fc.array(
  fc.record({
    type: fc.constantFrom<EngineEvent['type'][]>('container', 'network', 'service', 'node'),
    action: fc.constantFrom('start', 'die', 'health_status: healthy'),
    id: fc.string({ minLength: 1 }),
    attributes: fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
    time: fc.integer({ min: 1, max: 2_000_000_000 }),
  }),
  { maxLength: 5 },
);

void suite('a stream of events', () => {
  void test('is read the same wherever it is cut, in the middle of characters, too', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.array(fc.nat(), { maxLength: 20 }), async (written, cuts) => {
        const text = written.map(({ type, action, id, attributes, time }) => `${JSON.stringify({ Type: type, Action: action, Actor: { ID: id, Attributes: attributes }, time })}\n`).join('');
        const bytes = Buffer.from(text);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        assert.deepEqual(await read(chunks), written.map((event) => ({ ...event, time: event.time * 1000 })));
      }),
    );
  });

  void test('tells the nanoseconds of Docker, and leaves out what is no event of ours', async () => {
    const lines = ['{"Type":"image","Action":"pull","Actor":{"ID":"x"}}', '', '7', 'null', '[]', '{"Type":"container","Actor":{}}', '{"status":"start","id":"abc","Type":"container","time":1,"timeNano":1700000000123456789}'];
    assert.deepEqual(await read([Buffer.from(`${lines.join('\n')}\n`)]), [{ type: 'container', action: 'start', id: 'abc', attributes: {}, time: 1_700_000_000_123.456_8 }]);
  });

  void test('may not hold a line of more than four million characters, in one piece or in many', async () => {
    const piece = Buffer.alloc(100_000, 'x');
    await assert.rejects(read(Array.from({ length: 50 }, () => piece)), { name: 'EngineError', reason: 'invalid-answer' });
    await assert.rejects(read([Buffer.alloc(5_000_000, 'x'), Buffer.from('\n')]), { name: 'EngineError', reason: 'invalid-answer' });
  });

  void test('ends quietly where the engine breaks off an event', async () => {
    assert.deepEqual(await read([Buffer.from('{"Type":"container","Action":"start","Actor":{"ID":"abc"}}\n{"Type":')]), [{ type: 'container', action: 'start', id: 'abc', attributes: {}, time: 0 }]);
  });
});
