/** Ends a run of node:test of which a file does not come to its end, and says what was running in it. */
import type { TestEvent } from 'node:test/reporters';

export interface TimeLimitOptions {
  /** Once a file was ended for its time, how long what it started may keep the run waiting, in milliseconds. */
  readonly grace: number;
  readonly say: (line: string) => void;
}

function timedOut(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType === 'testTimeoutFailure';
}

/**
 * The events of a run whose files have a `timeout`. Node ends the process of a file then, but tells neither which test it was
 * in nor that it still waits for programs which that process started: both are said here, and the events end after a grace in
 * which nothing came.
 */
export async function* withinTime(events: AsyncIterable<TestEvent>, { grace, say }: TimeLimitOptions): AsyncGenerator<TestEvent> {
  const running = new Set<string>();
  const iterator = events[Symbol.asyncIterator]();
  let late = false;
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = late ? setTimeout(resolve, grace, undefined) : undefined;
    });
    const next = await Promise.race([iterator.next(), silence]).finally(() => clearTimeout(timer));
    if (next === undefined) {
      say('What a test file started still runs; it is not waited for.');
      return;
    }
    if (next.done === true) {
      return;
    }
    const { type, data } = next.value;
    if (type === 'test:dequeue' && data.name !== data.file) {
      running.add(`${data.file ?? ''}: ${data.name}`);
    } else if (type === 'test:pass' || type === 'test:fail') {
      running.delete(`${data.file ?? ''}: ${data.name}`);
      // What ran in a file is only told once the files before it have ended.
      if (type === 'test:fail' && timedOut(data.details.error)) {
        say(`was running in ${[...running].filter((test) => test.startsWith(`${data.file ?? ''}: `)).join(' > ') || data.name}`);
      }
    } else if (type === 'test:complete' && timedOut(data.details.error)) {
      late = true;
      say(`out of time: ${data.name}`);
    }
    yield next.value;
  }
}
