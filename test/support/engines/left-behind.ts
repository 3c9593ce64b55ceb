/** Tells what code under test has left open: timers of its clock, and connections of this process. */
import { systemClock, type Clock } from '../../../client/src/engine/clock.ts';
import { until } from './process.ts';

/** The system's clock, and how many of its timers still wait. */
export function countingClock(): { readonly clock: Clock; readonly waiting: () => number } {
  const timers = new Set<object>();
  const schedule: Clock['schedule'] = (milliseconds, callback) => {
    const key = {};
    timers.add(key);
    const cancel = systemClock.schedule(milliseconds, () => {
      timers.delete(key);
      callback();
    });
    return () => {
      timers.delete(key);
      cancel();
    };
  };
  return { clock: { ...systemClock, schedule }, waiting: () => timers.size };
}

/** Sockets of Unix domains that are open now, those of programs that the process has started included. */
function count(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap' || name === 'TCPSocketWrap').length;
}

/** Remembers how many connections are open; `areAll` waits until there are no more than those. */
export function openConnections(): { readonly areAll: () => Promise<void> } {
  const before = count();
  return { areAll: () => until(`the end of all connections but ${before}`, () => count() <= before, undefined, 10_000) };
}
