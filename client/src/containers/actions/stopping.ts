/** What stop and restart share: a grace period that counts down before everybody's eyes, and a cancel that only stops waiting. */
import { activeStates, type ContainerDetails } from '../../engine/container.ts';
import { EngineError } from '../../engine/errors.ts';
import type { ActionContext, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import type { Order } from '../start-order.ts';
import { doToEach, NotBegun } from './each-target.ts';
import { namesOf, reportEach, type Wording } from './report-each.ts';

/** Seconds that an engine grants where neither the call nor the container says, unless it is set up otherwise; no answer of it tells. */
const usualGrace = 10;

export interface Stopping {
  /** `Stopping`. */
  readonly doing: string;
  readonly wording: Wording;
  readonly order: Order;
  /** Absent: the container's own grace period. */
  readonly seconds?: number;
  readonly call: (target: Target, seconds: number | undefined) => Promise<unknown>;
}

/** A container that is being stopped, and when it will be killed; infinite where it is waited for without an end. */
interface Pending {
  readonly signal: string;
  readonly killedAt: number;
  /** By what engines usually grant. */
  readonly assumed: boolean;
}

function countdown(pending: readonly Pending[], left: number, now: number): string {
  const [first] = pending;
  if (first === undefined) {
    return '';
  }
  const last = Math.max(...pending.map(({ killedAt }) => killedAt));
  const seconds = Math.ceil((last - now) / 1000);
  const when = last === Infinity ? 'no SIGKILL will follow' : seconds > 0 ? `SIGKILL in ${seconds} s` : pending.some(({ assumed }) => assumed) ? 'SIGKILL sent unless the engine grants more' : 'SIGKILL sent';
  const many = left > 1 ? `${left} left; ` : '';
  return `${many}${displayText(first.signal, 20)} sent, ${when}`;
}

/** Ends as the call does, or at once when the user has stopped waiting; the call then goes on unheard. */
async function unlessCancelled(call: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  let give: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    give = () => reject(new EngineError('aborted', 'Gantry stopped waiting for the engine.'));
  });
  signal.addEventListener('abort', give, { once: true });
  if (signal.aborted) {
    give();
  }
  try {
    return await Promise.race([call, cancelled]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}

/** How it is stopped, by its own account. */
async function lookAt({ engine, container }: Target, signal: AbortSignal): Promise<ContainerDetails> {
  const details = await engine.inspectContainer(container.id, { signal }).catch((error: unknown) => {
    throw signal.aborted ? new NotBegun() : error;
  });
  if (signal.aborted) {
    throw new NotBegun();
  }
  return details;
}

/** Whether there is a process that gets a signal: restart merely starts the others. */
function isActive({ container: { state } }: Target): boolean {
  return activeStates.includes(state);
}

export async function stopEach(targets: readonly Target[], { ui, clock }: ActionContext, stopping: Stopping): Promise<void> {
  const results = await ui.progress({ title: `${stopping.doing} ${namesOf(targets)}`, cancellable: true }, async (report, signal) => {
    const pending = new Map<Target, Pending>();
    let left = targets.length;
    let cancelTick: (() => void) | undefined;
    const tick = () => {
      report(countdown([...pending.values()], left, clock.now()));
      cancelTick = clock.schedule(1000, tick);
    };
    const work = async (target: Target) => {
      const { stopTimeout, stopSignal } = await lookAt(target, signal);
      const known = stopping.seconds ?? stopTimeout;
      const grace = known ?? usualGrace;
      // The call itself is not aborted: it would leave open whether the engine has heard it.
      const call = stopping.call(target, stopping.seconds);
      if (isActive(target)) {
        pending.set(target, { signal: stopSignal, killedAt: grace < 0 ? Infinity : clock.now() + grace * 1000, assumed: known === undefined });
        cancelTick?.();
        tick();
      }
      try {
        return await unlessCancelled(call, signal);
      } finally {
        pending.delete(target);
      }
    };
    try {
      return await doToEach(targets, work, { order: stopping.order, signal, finished: (count) => (left = targets.length - count) });
    } finally {
      cancelTick?.();
    }
  });
  reportEach(ui, results, stopping.wording);
}
