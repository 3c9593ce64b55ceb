/** Reads logs that may come in frames or without, as those of services do. */
import type { Readable } from 'node:stream';
import { headerLength, readHeader } from './frame-header.ts';

/** Bytes of a log that are held in memory. */
const limit = 8 * 1024 * 1024;

/** Takes the headers away. A log without them, of a container with a terminal, is returned as it is. */
function withoutHeaders(log: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + headerLength <= log.length) {
    const header = readHeader(log.subarray(at));
    if (header === undefined) {
      return log;
    }
    const end = at + headerLength + header.length;
    parts.push(log.subarray(at + headerLength, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The whole stream as text, up to a limit that is far above what one reads. */
export async function logText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      break;
    }
  }
  return withoutHeaders(Buffer.concat(chunks)).toString('utf8');
}
