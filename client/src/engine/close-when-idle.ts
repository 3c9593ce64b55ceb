/** Lets what is under way end before a connection closes: who switches contexts breaks off no `stop`, no log and no shell. */
import { Readable } from 'node:stream';
import type { Engine } from './engine.ts';
import type { ExecSession } from './streams.ts';

/** How many still need the engine. */
class Holds {
  readonly #idle: () => void;
  #count = 0;

  constructor(idle: () => void) {
    this.#idle = idle;
  }

  get isIdle(): boolean {
    return this.#count === 0;
  }

  /** What it returns lets go, once. */
  take(): () => void {
    this.#count++;
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#count--;
        // Whoever goes straight on with the next call is not done yet.
        setImmediate(() => {
          if (this.isIdle) {
            this.#idle();
          }
        });
      }
    };
  }

  /** Until the promise is settled. */
  async during<T>(promise: Promise<T>): Promise<T> {
    const release = this.take();
    try {
      return await promise;
    } finally {
      release();
    }
  }

  /** From the first item that is asked for until there are no more. */
  async *iterating<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    yield* releasing(items, this.take());
  }

  /** Until its output ends, or it is closed. */
  session(session: ExecSession): ExecSession {
    const release = this.take();
    return {
      output: releasing(session.output, release),
      write: (data) => session.write(data),
      endInput: () => session.endInput(),
      resize: (columns, rows) => this.during(session.resize(columns, rows)),
      exitCode: () => this.during(session.exitCode()),
      close: () => {
        session.close();
        release();
      },
    };
  }
}

/** Lets go when there are no more items, or whoever reads wants no more. */
async function* releasing<T>(items: AsyncIterable<T>, release: () => void): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    release();
  }
}

function isIterable(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

/** The same engine, whose `close` waits for its calls and for what they handed out. Events are not waited for: who follows an engine ends them. */
export function closeWhenIdle(engine: Engine): Engine {
  let closing = false;
  let closed = false;
  const closeNow = () => {
    if (closing && !closed) {
      closed = true;
      engine.close();
    }
  };
  const holds = new Holds(closeNow);
  const close = () => {
    closing = true;
    if (holds.isIdle) {
      closeNow();
    }
  };
  const handOut = async (call: Promise<unknown>): Promise<unknown> => {
    const release = holds.take();
    try {
      const result = await call;
      if (result instanceof Readable && !result.closed) {
        result.once('close', holds.take());
      }
      return result;
    } finally {
      release();
    }
  };
  return new Proxy(engine, {
    get(target, name) {
      if (name === 'close') {
        return close;
      }
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') {
        return member;
      }
      return (...parameters: unknown[]) => {
        const result: unknown = Reflect.apply(member, target, parameters);
        if (name === 'exec' || name === 'attach') {
          return holds.during((result as Promise<ExecSession>).then((session) => holds.session(session)));
        }
        if (result instanceof Promise) {
          return handOut(result);
        }
        return isIterable(result) && name !== 'events' ? holds.iterating(result) : result;
      };
    },
  });
}
