/** The engine's framing of log streams: a header of eight bytes tells the stream and the length of what follows. */
import type { Readable } from 'node:stream';

/** Bytes of a log that are held in memory. */
const limit = 8 * 1024 * 1024;
const headerLength = 8;

/** Takes the headers away. A log without them, of a container with a terminal, is returned as it is. */
export function withoutHeaders(log: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + headerLength <= log.length) {
    const stream = log[at] ?? 0;
    const isHeader = stream <= 2 && log.readUIntBE(at + 1, 3) === 0;
    if (!isHeader) {
      return log;
    }
    const length = log.readUInt32BE(at + 4);
    parts.push(log.subarray(at + headerLength, at + headerLength + length));
    at += headerLength + length;
  }
  return Buffer.concat(parts);
}

/** The whole stream as text, up to a limit that is far above what one reads. */
export async function plainText(stream: Readable): Promise<string> {
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
