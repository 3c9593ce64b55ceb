/** Threads that help to check many files. Each takes the next file that nobody took, and sends what came of it. */
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { LintArguments } from './arguments.ts';
import { FileChecker, type FileResult } from './file-checker.ts';

/** What every thread knows. */
export interface SharedWork {
  readonly files: readonly string[];
  readonly args: LintArguments;
  readonly cwd: string;
  /** One number: the index of the next file that nobody took. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** The index of a file for this thread alone; undefined when all are taken. */
export function takeFile({ next, files }: SharedWork): number | undefined {
  const index = Atomics.add(next, 0, 1);
  return index < files.length ? index : undefined;
}

interface Message {
  readonly index: number;
  readonly result: FileResult;
}

/**
 * Starts helpers that run `program`, which must call `help`. The promise holds when all have ended; what a helper took and
 * did not send, because it failed, has no result then.
 */
export function startHelpers(count: number, program: string, work: SharedWork, receive: (index: number, result: FileResult) => void): Promise<unknown> {
  const helpers = Array.from({ length: count }, () => {
    const helper = new Worker(program, { workerData: work });
    helper.on('message', ({ index, result }: Message) => {
      receive(index, result);
    });
    return helper;
  });
  return Promise.allSettled(helpers.map((helper) => once(helper, 'exit')));
}

/** What a helper does from its start to its end. */
export async function help(): Promise<void> {
  const work = workerData as SharedWork;
  const checker = new FileChecker(work.args, work.cwd);
  for (let index = takeFile(work); index !== undefined; index = takeFile(work)) {
    const message: Message = { index, result: await checker.check(work.files[index] ?? '') };
    parentPort?.postMessage(message);
  }
}
