/** Checks the files of a run, with the help of other threads where that is worth it. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { LintArguments } from './arguments.ts';
import { FileChecker, type FileResult } from './file-checker.ts';
import { startHelpers, takeFile, type SharedWork } from './helper-threads.ts';

/** So long a run warms up, in milliseconds, and so long it is watched then, before anybody guesses how long it is going to last. */
const patience = 300;
/** A helper has to start and to warm up, on processors that collect garbage and compile meanwhile: so much of the run has to be left, in milliseconds. */
const worthwhile = 2_000;
/** More threads than this want more memory than they save time. */
const maximalThreads = 8;
/** How long results of helpers wait to be received, in milliseconds. */
const turn = 50;

function helperCount({ fix, concurrency }: LintArguments): number {
  // Two names of one file may not be repaired at once.
  return fix ? 0 : (concurrency ?? Math.min(availableParallelism(), maximalThreads)) - 1;
}

/** Tells from the first files of a run that is warm how long the rest is going to take. */
class Forecast {
  readonly #total: number;
  readonly #began = performance.now();
  /** The file before which the run was warm, and when that was. */
  #warm: { readonly index: number; readonly at: number } | undefined;

  constructor(total: number) {
    this.#total = total;
  }

  /** Whether enough is left for helpers, as far as one knows before the file with this index. */
  isLong(index: number, now: number): boolean {
    if (this.#warm === undefined) {
      this.#warm = now - this.#began > patience ? { index, at: now } : undefined;
      return false;
    }
    const watched = now - this.#warm.at;
    const left = (watched / (index - this.#warm.index)) * (this.#total - index);
    return watched > patience && left > worthwhile;
  }
}

export interface CheckFilesOptions {
  readonly args: LintArguments;
  readonly cwd: string;
  /** The file that helping threads run; there are none where it is absent. */
  readonly program: string | undefined;
  progress(done: number, file: string): void;
}

/** The results in the order of the files, each as soon as those before it are known. Several may tell the same mistake in a configuration file. */
export async function* checkFiles(files: readonly string[], { args, cwd, program, progress }: CheckFilesOptions): AsyncGenerator<FileResult, void> {
  const results = new Map<number, FileResult>();
  let given = 0;
  const checker = new FileChecker(args, cwd);
  const work: SharedWork = { files, args, cwd, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const count = program === undefined ? 0 : helperCount(args);
  const forecast = new Forecast(files.length);
  let lastTurn = performance.now();
  let helpers: Promise<unknown> | undefined;
  for (let index = takeFile(work); index !== undefined; index = takeFile(work)) {
    const file = files[index] ?? '';
    progress(given + results.size, file);
    const now = performance.now();
    const isWorthHelp = forecast.isLong(index, now) || args.concurrency !== undefined;
    if (program !== undefined && count > 0 && helpers === undefined && isWorthHelp) {
      helpers = startHelpers(count, program, work, (done, result) => results.set(done, result));
    }
    if (helpers !== undefined && now - lastTurn > turn) {
      lastTurn = now;
      await setImmediate();
    }
    results.set(index, await checker.check(file));
    for (let next = results.get(given); next !== undefined; next = results.get(given)) {
      results.delete(given++);
      yield next;
    }
  }
  await helpers;
  for (; given < files.length; given++) {
    // A checker of its own tells again what it meets, so that mistakes are told in the order of the files as ever.
    yield results.get(given) ?? (await new FileChecker(args, cwd).check(files[given] ?? ''));
  }
}
