/** Reads a stream of JSON texts, each on a line of bounded length: the engine's events and statistics. */
import { EngineError } from './errors.ts';

/** Characters; labels of a container are part of each of its events. */
const lineLimit = 4 * 1024 * 1024;

/** Podman ends a line with each of them, and so does Docker. Throws an EngineError, which names `what`, where a line is no JSON or too long. */
export async function* jsonLines(chunks: AsyncIterable<Buffer>, what: string): AsyncGenerator {
  const decoder = new TextDecoder();
  // The line that has not ended yet, in the pieces that it came in: joining them for each would take ever longer.
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > lineLimit) {
      throw new EngineError('invalid-answer', `The engine sent ${what} without an end.`);
    }
    const last = others.pop();
    if (last === undefined) {
      continue;
    }
    const lines = [begun.join(''), ...others];
    begun = [last];
    length = last.length;
    yield* lines.filter((line) => line.trim() !== '').map((line) => parsed(line, what));
  }
}

function parsed(line: string, what: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EngineError('invalid-answer', `The engine sent ${what} that is no JSON.`, line.slice(0, 200));
  }
}
