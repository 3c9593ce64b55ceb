/** Lets the calls that are under way end before a connection closes: who switches contexts does not break off a `stop`. */
import { Readable } from 'node:stream';
import type { Engine } from './engine.ts';

/** The same engine, whose `close` waits for its calls and for the streams that they handed out. Event streams have signals of their own. */
export function closeWhenIdle(engine: Engine): Engine {
  let busy = 0;
  let closing = false;
  const release = () => {
    busy -= 1;
    if (closing && busy === 0) {
      engine.close();
    }
  };
  const close = () => {
    if (!closing) {
      closing = true;
      if (busy === 0) {
        engine.close();
      }
    }
  };
  const hold = (call: Promise<unknown>) => {
    busy += 1;
    call.then((result) => {
      if (result instanceof Readable && !result.closed) {
        result.once('close', release);
      } else {
        release();
      }
    }, release);
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
        if (result instanceof Promise) {
          hold(result);
        }
        return result;
      };
    },
  });
}
