/** Reads the engine's stream of events: JSON objects, one after the other, each on a line of bounded length. */
import type { EngineEvent } from './event.ts';
import { EngineError } from './errors.ts';
import { fieldsOf, numberOf, textMapOf, textOf } from './json-value.ts';

const types: readonly EngineEvent['type'][] = ['container', 'network', 'service', 'node'];

/** Characters; labels of a container are part of each of its events. */
const lineLimit = 4 * 1024 * 1024;

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

/** Podman ends a line with each event, and so does Docker. Throws an EngineError where a line is no JSON or too long. */
export async function* eventsIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<EngineEvent> {
  const decoder = new TextDecoder();
  // The line that has not ended yet, in the pieces that it came in: joining them for each would take ever longer.
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > lineLimit) {
      throw new EngineError('invalid-answer', 'The engine sent an event without an end.');
    }
    const last = others.pop();
    if (last === undefined) {
      continue;
    }
    const lines = [begun.join(''), ...others];
    begun = [last];
    length = last.length;
    for (const line of lines) {
      const event = line.trim() === '' ? undefined : eventOf(parsed(line));
      if (event !== undefined) {
        yield event;
      }
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EngineError('invalid-answer', 'The engine sent an event that is no JSON.', line.slice(0, 200));
  }
}
