/** What stop and restart share: a grace period that counts down before everybody's eyes, and a cancel that only stops waiting. */
import type { ActionContext, Target } from '../action.ts';
import { displayText } from '../display-text.ts';
import type { Order } from '../start-order.ts';
import { doToEach, namesOf, reportEach, type Wording } from './each-target.ts';

/** Seconds that the engine grants where neither the call nor the container says. */
const usualGrace = 10;

export interface Stopping extends Wording {
  /** `Stopping`. */
  readonly doing: string;
  /** `stop`: what the engine goes on doing when nobody waits any more. */
  readonly verb: string;
  readonly order: Order;
  /** Absent: the container's own grace period. */
  readonly seconds?: number;
  readonly call: (target: Target, seconds: number | undefined) => Promise<unknown>;
}

/** A container that is being stopped, and when it will be killed; infinite where it is waited for without an end. */
interface Pending {
  readonly signal: string;
  readonly killedAt: number;
}

function countdown(pending: readonly Pending[], left: number, now: number): string {
  const [first] = pending;
  if (first === undefined) {
    return '';
  }
  const last = Math.max(...pending.map(({ killedAt }) => killedAt));
  const seconds = Math.ceil((last - now) / 1000);
  const when = last === Infinity ? 'no SIGKILL will follow' : seconds > 0 ? `SIGKILL in ${seconds} s` : 'SIGKILL sent';
  const many = left > 1 ? `${left} left; ` : '';
  return `${many}${displayText(first.signal, 20)} sent, ${when}`;
}

/** Resolves or rejects as the call does, or resolves at once when the user has stopped waiting; the call then goes on unheard. */
function unlessCancelled(call: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  call.catch(() => undefined);
  return Promise.race([
    call,
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve(undefined);
      }
      signal.addEventListener('abort', resolve, { once: true });
    }),
  ]);
}

export async function stopEach(targets: readonly Target[], { ui, clock }: ActionContext, stopping: Stopping): Promise<void> {
  const title = `${stopping.doing} ${namesOf(targets)}`;
  const finished = new Set<Target>();
  const { results, cancelled } = await ui.progress({ title, cancellable: true }, async (report, signal) => {
    const pending = new Map<Target, Pending>();
    let cancelTick: (() => void) | undefined;
    const tick = () => {
      report(countdown([...pending.values()], targets.length - finished.size, clock.now()));
      cancelTick = clock.schedule(1000, tick);
    };
    const work = async (target: Target) => {
      const { stopTimeout = usualGrace, stopSignal } = await target.engine.inspectContainer(target.container.id);
      const grace = stopping.seconds ?? stopTimeout;
      pending.set(target, { signal: stopSignal, killedAt: grace < 0 ? Infinity : clock.now() + grace * 1000 });
      cancelTick?.();
      tick();
      try {
        const call = stopping.call(target, stopping.seconds).finally(() => finished.add(target));
        return await unlessCancelled(call, signal);
      } finally {
        pending.delete(target);
      }
    };
    try {
      return { results: await doToEach(targets, work, stopping.order, signal), cancelled: signal.aborted };
    } finally {
      cancelTick?.();
    }
  });
  reportEach(ui, results, stopping);
  if (cancelled) {
    const begun = results.done.filter((target) => !finished.has(target));
    const going = begun.length === 0 ? '' : ` The engine goes on to ${stopping.verb} ${namesOf(begun)}.`;
    const notBegun = results.skipped.length === 0 ? '' : ` Not begun: ${namesOf(results.skipped)}.`;
    ui.report({ severity: 'info', message: `Gantry stopped waiting.${going}${notBegun}` });
  }
}
