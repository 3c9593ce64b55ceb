/** Writes a tar as a stream: an entry is asked for when the one before has gone out. */
import { Readable } from 'node:stream';
import { blockSize, encodeHeader, paddingOf, type TarHeader } from './tar-header.ts';

export interface TarSource extends TarHeader {
  /** Exactly as many bytes as the header says: too few are filled with zeros, too many cut off. Absent: none. */
  readonly content?: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export function tarOf(entries: AsyncIterable<TarSource> | Iterable<TarSource>): Readable {
  return Readable.from(blocks(entries), { objectMode: false, highWaterMark: 256 * 1024 });
}

async function* blocks(entries: AsyncIterable<TarSource> | Iterable<TarSource>): AsyncGenerator<Buffer> {
  for await (const { content = [], ...header } of entries) {
    yield encodeHeader(header);
    let left = header.size;
    for await (const chunk of content) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (part.length > 0) {
        yield part;
      }
      if (left === 0) {
        break;
      }
    }
    yield* zeros(left + paddingOf(header.size));
  }
  yield Buffer.alloc(2 * blockSize);
}

function* zeros(length: number): Generator<Buffer> {
  const chunk = Buffer.alloc(Math.min(length, 64 * 1024));
  for (let left = length; left > 0; left -= chunk.length) {
    yield chunk.subarray(0, left);
  }
}
