/**
 * Keeps the picture of a swarm. Its manager reports services and nodes, but never tasks: they are listed again after
 * events that concern them, and for as long as one of them is on its way to another state. What happens to tasks on
 * other nodes is reported to nobody here, so where there are other nodes tasks are listed at long intervals, too.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import { isConnectionError } from './errors.ts';
import type { SwarmSnapshot } from './live-engine.ts';
import type { SwarmTask } from './swarm.ts';

/** Milliseconds. */
const settling = 100;
const firstLook = 500;
const slowestLook = 15_000;
const distantTasks = 15_000;

const finalStates = new Set(['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned']);

function isMoving({ state, desiredState }: SwarmTask): boolean {
  return desiredState === 'running' ? state !== 'running' && !finalStates.has(state) : !finalStates.has(state);
}

/** Replicas that the swarm still has to start or replace. */
function isSettled({ services, tasks }: SwarmSnapshot): boolean {
  return !tasks.some(isMoving) && services.every(({ mode, desired, running }) => mode === 'job' || desired === running);
}

export interface SwarmWatchOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Ends every call and timer. */
  readonly signal: AbortSignal;
  /** Undefined: the engine is no manager any more. */
  readonly publish: (snapshot: SwarmSnapshot | undefined) => void;
  readonly fail: (error: unknown) => void;
}

export class SwarmWatch {
  readonly #options: SwarmWatchOptions;
  #cancelTimer: (() => void) | undefined;
  #dueAt = Infinity;
  #listing: Promise<void> | undefined;
  #stale = false;
  #delay = firstLook;
  #last: SwarmSnapshot | undefined;

  constructor(options: SwarmWatchOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#cancelTimer?.(), { once: true });
  }

  /** Something happened: looks again soon, and often until all is settled. */
  touch(): void {
    this.#delay = firstLook;
    this.#lookIn(settling);
  }

  /** Lists services, tasks and nodes. Resolves in any case. */
  async look(): Promise<void> {
    if (this.#listing !== undefined) {
      this.#stale = true;
      return this.#listing;
    }
    this.#listing = this.#list();
    await this.#listing;
    this.#listing = undefined;
    if (this.#stale) {
      this.#stale = false;
      this.#lookIn(settling);
    }
  }

  async #list(): Promise<void> {
    const { engine, signal, publish, fail } = this.#options;
    try {
      const [services, tasks, nodes] = await Promise.all([engine.listServices({ signal }), engine.listTasks({ signal }), engine.listNodes({ signal })]);
      const snapshot = { services, tasks, nodes };
      const same = isDeepStrictEqual(snapshot, this.#last);
      this.#last = snapshot;
      publish(snapshot);
      if (!isSettled(snapshot)) {
        // What cannot be placed stays unsettled for days: looks become rare while nothing moves.
        this.#delay = same ? Math.min(slowestLook, this.#delay * 2) : firstLook;
        this.#lookIn(this.#delay);
      } else if (nodes.length > 1) {
        this.#lookIn(distantTasks);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (isConnectionError(error)) {
        fail(error);
      } else {
        publish(undefined);
      }
    }
  }

  /** The sooner of two appointments holds. */
  #lookIn(delay: number): void {
    const { clock, signal } = this.#options;
    const dueAt = clock.now() + delay;
    if (signal.aborted || dueAt >= this.#dueAt) {
      return;
    }
    this.#cancelTimer?.();
    this.#dueAt = dueAt;
    this.#cancelTimer = clock.schedule(delay, () => {
      this.#dueAt = Infinity;
      this.#cancelTimer = undefined;
      void this.look();
    });
  }
}
