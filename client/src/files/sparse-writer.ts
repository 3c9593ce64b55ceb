/** Writes a file in large pieces while the next one is being read, and leaves stretches of zeros as holes. */
import type { FileHandle } from 'node:fs/promises';

const pieceSize = 1024 * 1024;
const shortestHole = 4096;
/** Chunks of any length are looked at in stretches of this one. */
const zeros = Buffer.alloc(64 * 1024);

function isZero(stretch: Buffer): boolean {
  return stretch.length >= shortestHole && stretch.equals(zeros.subarray(0, stretch.length));
}

export class SparseWriter {
  readonly #handle: FileHandle;
  #pending: Buffer[] = [];
  #pendingSize = 0;
  /** Where the pending chunks begin. */
  #position = 0;
  #endsInHole = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Resolves as soon as more may come. */
  async write(chunk: Buffer): Promise<void> {
    for (let at = 0; at < chunk.length; at += zeros.length) {
      await this.#add(chunk.subarray(at, at + zeros.length));
    }
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#writing;
    if (this.#endsInHole) {
      await this.#handle.truncate(this.#position);
    }
  }

  /** Lets what was begun come to its end, so that nothing writes to a handle that is closed. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #add(stretch: Buffer): Promise<void> {
    this.#endsInHole = isZero(stretch);
    if (this.#endsInHole) {
      await this.#flush();
      this.#position += stretch.length;
      return;
    }
    this.#pending.push(stretch);
    this.#pendingSize += stretch.length;
    if (this.#pendingSize >= pieceSize) {
      await this.#flush();
    }
  }

  /** Waits for the piece before, and begins the next one. */
  async #flush(): Promise<void> {
    await this.#writing;
    if (this.#pendingSize > 0) {
      this.#writing = this.#writeAll(this.#pending, this.#pendingSize, this.#position);
      // Whoever waits next gets the failure; until then it is nobody's.
      this.#writing.catch(() => undefined);
      this.#position += this.#pendingSize;
      this.#pending = [];
      this.#pendingSize = 0;
    }
  }

  async #writeAll(chunks: readonly Buffer[], size: number, position: number): Promise<void> {
    const { bytesWritten } = await this.#handle.writev(chunks, position);
    if (bytesWritten < size) {
      // A disk that is nearly full takes a part: the rest says why.
      const rest = Buffer.concat(chunks).subarray(bytesWritten);
      for (let at = 0; at < rest.length; ) {
        at += (await this.#handle.write(rest, at, rest.length - at, position + bytesWritten + at)).bytesWritten;
      }
    }
  }
}
