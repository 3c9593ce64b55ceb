/** Reads the engine's stream of events. */
import type { EngineEvent } from './event.ts';
import { jsonLines } from './json-lines.ts';
import { fieldsOf, numberOf, textMapOf, textOf } from './json-value.ts';

const types: readonly EngineEvent['type'][] = ['container', 'network', 'service', 'node'];

/** Docker counts in nanoseconds, which a number cannot hold exactly: a fraction of a microsecond is lost. */
function timeOf({ timeNano, time }: { readonly timeNano?: unknown; readonly time?: unknown }): number {
  const nanoseconds = numberOf(timeNano);
  return nanoseconds === undefined ? (numberOf(time) ?? 0) * 1000 : nanoseconds / 1e6;
}

/** Undefined for what is no event of ours. */
export function eventOf(value: unknown): EngineEvent | undefined {
  const fields = fieldsOf(value);
  const type = types.find((known) => known === fields['Type']);
  const actor = fieldsOf(fields['Actor']);
  const id = textOf(actor['ID']) || textOf(fields['id']);
  return type === undefined || id === '' ? undefined : { type, action: textOf(fields['Action']) || textOf(fields['status']), id, attributes: textMapOf(actor['Attributes']), time: timeOf(fields) };
}

/** Throws an EngineError where a line is no JSON or too long. */
export async function* eventsIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<EngineEvent> {
  for await (const value of jsonLines(chunks, 'an event')) {
    const event = eventOf(value);
    if (event !== undefined) {
      yield event;
    }
  }
}
