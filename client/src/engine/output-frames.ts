/** Takes apart the frames in which engines send the two outputs of a program without a terminal. */
import { EngineError } from './errors.ts';
import { headerLength, readHeader } from './frame-header.ts';
import type { OutputChunk } from './streams.ts';

/** Keeps what of a frame is still to come, from one piece of the connection to the next. */
class Frames {
  #header: Buffer = Buffer.alloc(0);
  #stream: OutputChunk['stream'] = 'stdout';
  #left = 0;
  #begins = false;

  /** Adds what the piece holds to `found`. A frame is handed on piece by piece as it comes, however long it says it is. */
  read(piece: Buffer, found: OutputChunk[]): void {
    let at = 0;
    while (at < piece.length) {
      if (this.#left > 0) {
        const data = piece.subarray(at, at + this.#left);
        this.#left -= data.length;
        at += data.length;
        found.push({ stream: this.#stream, data, begins: this.#begins });
        this.#begins = false;
      } else {
        at = this.#readHeader(piece, at);
      }
    }
  }

  #readHeader(piece: Buffer, at: number): number {
    const missing = headerLength - this.#header.length;
    const header = missing === headerLength && piece.length - at >= headerLength ? piece.subarray(at, at + headerLength) : Buffer.concat([this.#header, piece.subarray(at, at + missing)]);
    this.#header = header;
    if (header.length === headerLength) {
      const frame = readHeader(header);
      if (frame === undefined) {
        throw new EngineError('invalid-answer', 'The engine sent output without the frames that tell its streams apart.');
      }
      this.#stream = frame.stream;
      this.#left = frame.length;
      this.#begins = true;
      this.#header = Buffer.alloc(0);
    }
    return at + Math.min(missing, piece.length - at);
  }
}

/**
 * All frames of one piece of the connection together: a log has one for each line, and waiting for every one of them took longer
 * than all the rest. With a terminal there are no frames. Throws an EngineError where there is no frame.
 */
export async function* outputBatches(chunks: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<readonly OutputChunk[]> {
  const frames = new Frames();
  for await (const data of chunks) {
    const found: OutputChunk[] = [];
    let failure: Error | undefined;
    try {
      if (tty) {
        found.push({ stream: 'stdout', data, begins: false });
      } else {
        frames.read(data, found);
      }
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    // What stood in front of a mistake is handed on before it.
    yield found;
    if (failure !== undefined) {
      throw failure;
    }
  }
}

/** The same, one by one. */
export async function* outputIn(chunks: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<OutputChunk> {
  for await (const found of outputBatches(chunks, tty)) {
    yield* found;
  }
}
