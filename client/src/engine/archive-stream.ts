/** Watches streams of unknown length: they may last for hours, but not stand still because the engine does. */
import type { Readable } from 'node:stream';
import { EngineError } from './errors.ts';

export interface ArchiveLimits {
  /** Milliseconds without a byte although somebody waits for one. */
  readonly stall: number;
  /** Milliseconds that the engine may take for its last word after it has everything. */
  readonly finish: number;
}

export const usualArchiveLimits: ArchiveLimits = { stall: 60_000, finish: 300_000 };

function stalled(milliseconds: number): EngineError {
  return new EngineError('timed-out', `The engine stopped for ${Math.round(milliseconds / 1000)} seconds in the middle of the copy.`);
}

/** What the engine sends. The time of a reader that is busy with something else does not count. */
export async function* notSent(source: Readable & { readonly complete?: boolean }, limit: number): AsyncGenerator<Buffer> {
  const chunks = source.iterator({ destroyOnReturn: true }) as AsyncIterator<Buffer, undefined>;
  try {
    for (;;) {
      const timer = setTimeout(() => source.destroy(stalled(limit)), limit);
      const { done, value } = await chunks.next().finally(() => clearTimeout(timer));
      if (done === true) {
        break;
      }
      yield value;
    }
  } catch (error) {
    throw error instanceof EngineError ? error : brokenOff(error);
  } finally {
    source.destroy();
  }
  if (source.complete === false) {
    throw brokenOff(undefined);
  }
}

function brokenOff(error: unknown): EngineError {
  return new EngineError('unreachable', 'The connection to the engine broke in the middle of the copy.', error instanceof Error ? error.message : '');
}

/** Aborts its signal when a timer runs out, and keeps why. */
export class StallWatch {
  readonly #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  failure: EngineError | undefined;

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  start(milliseconds: number): void {
    this.clear();
    this.#timer = setTimeout(() => {
      this.failure = stalled(milliseconds);
      this.#abort.abort();
    }, milliseconds);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** What the engine takes. The time in which nothing is there to send does not count. */
export async function* notTaken(source: Readable, watch: StallWatch, { stall, finish }: ArchiveLimits): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    watch.start(stall);
    yield chunk;
    watch.clear();
  }
  watch.start(finish);
}
