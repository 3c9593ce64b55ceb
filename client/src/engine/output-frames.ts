/** Takes apart the frames in which engines send the two outputs of a program without a terminal. */
import { EngineError } from './errors.ts';
import type { OutputChunk } from './streams.ts';

/** One byte for the stream, three zeros, four for the length of what follows. */
const headerLength = 8;

/**
 * With a terminal there are no frames. A frame is handed on piece by piece as it comes, however long it says it is. Throws an
 * EngineError where there is no frame.
 */
export async function* outputIn(chunks: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<OutputChunk> {
  if (tty) {
    for await (const data of chunks) {
      yield { stream: 'stdout', data, begins: false };
    }
    return;
  }
  let header: Buffer = Buffer.alloc(0);
  let stream: OutputChunk['stream'] = 'stdout';
  let left = 0;
  let begins = false;
  for await (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      if (left > 0) {
        const data = chunk.subarray(at, at + left);
        left -= data.length;
        at += data.length;
        yield { stream, data, begins };
        begins = false;
        continue;
      }
      const missing = headerLength - header.length;
      header = header.length === 0 && chunk.length - at >= headerLength ? chunk.subarray(at, at + headerLength) : Buffer.concat([header, chunk.subarray(at, at + missing)]);
      at += Math.min(missing, chunk.length - at);
      if (header.length === headerLength) {
        if ((header[0] ?? 9) > 2 || header.readUIntBE(1, 3) !== 0) {
          throw new EngineError('invalid-answer', 'The engine sent output without the frames that tell its streams apart.');
        }
        stream = header[0] === 2 ? 'stderr' : 'stdout';
        left = header.readUInt32BE(4);
        begins = true;
        header = Buffer.alloc(0);
      }
    }
  }
}
