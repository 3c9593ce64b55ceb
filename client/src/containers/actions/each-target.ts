/** Does the same to several containers, a few at a time, and knows of each what became of it. */
import { EngineError } from '../../engine/errors.ts';
import type { Outcome } from '../../engine/engine.ts';
import type { Target } from '../action.ts';
import { dependsOnAny, inOrder, type Order } from '../start-order.ts';

/** Calls that are under way together. More would make one window crowd out the engine's other users. */
const usuallyTogether = 6;

export interface Failure {
  readonly target: Target;
  readonly error: unknown;
}

export interface Results {
  readonly done: readonly Target[];
  readonly unchanged: readonly Target[];
  readonly failed: readonly Failure[];
  /** Begun, and under way when the user cancelled: what the engine has begun it goes on with. */
  readonly abandoned: readonly Target[];
  /** Not begun, because the user cancelled. */
  readonly skipped: readonly Target[];
  /** Not begun, because something that it depends on failed. */
  readonly held: readonly Target[];
}

/** Thrown by work that finds itself cancelled before it has asked the engine to change anything. */
export class NotBegun extends Error {}

export interface Manner {
  /** Keeps what depends on each other apart: dependencies first, or last. */
  readonly order?: Order;
  readonly signal?: AbortSignal;
  readonly together?: number;
  /** Called whenever one more is finished, well or not. */
  readonly finished?: (count: number) => void;
}

export async function doToEach(targets: readonly Target[], work: (target: Target) => Promise<unknown>, { order = 'any', signal, together = usuallyTogether, finished }: Manner = {}): Promise<Results> {
  const results = { done: [] as Target[], unchanged: [] as Target[], failed: [] as Failure[], abandoned: [] as Target[], skipped: [] as Target[], held: [] as Target[] };
  const isCancelled = () => signal?.aborted === true;
  let count = 0;
  const one = async (target: Target) => {
    if (isCancelled()) {
      results.skipped.push(target);
      return;
    }
    try {
      const outcome = (await work(target)) as Outcome | undefined;
      results[outcome === 'unchanged' ? 'unchanged' : 'done'].push(target);
    } catch (error) {
      if (error instanceof NotBegun) {
        results.skipped.push(target);
        return;
      }
      if (isCancelled() && error instanceof EngineError && error.reason === 'aborted') {
        results.abandoned.push(target);
        return;
      }
      results.failed.push({ target, error });
    }
    finished?.(++count);
  };
  for (const level of inOrder(targets, order)) {
    const unmet = order === 'dependencies-first' ? [...results.failed.map(({ target }) => target), ...results.held] : [];
    const held = level.filter((target) => dependsOnAny(target, unmet));
    results.held.push(...held);
    const waiting = level.filter((target) => !held.includes(target));
    const worker = async () => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
        await one(target);
      }
    };
    await Promise.all(Array.from({ length: Math.min(together, waiting.length) }, worker));
  }
  // In the order in which the user sees them, whichever ended first.
  const places = new Map(targets.map((target, place) => [target, place]));
  const byPlace = (one: Target, other: Target) => (places.get(one) ?? 0) - (places.get(other) ?? 0);
  results.failed.sort((one, other) => byPlace(one.target, other.target));
  [results.done, results.unchanged, results.abandoned, results.skipped, results.held].forEach((list) => list.sort(byPlace));
  return results;
}
