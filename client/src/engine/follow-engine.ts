/** A live engine over the engine port: connects while somebody watches, and comes back by itself when the engine does. */
import { isDeepStrictEqual } from 'node:util';
import { Backoff } from './backoff.ts';
import type { Clock } from './clock.ts';
import { closeWhenIdle } from './close-when-idle.ts';
import type { Endpoint } from './endpoint.ts';
import type { Engine } from './engine.ts';
import { EngineSession } from './engine-session.ts';
import { EngineError } from './errors.ts';
import type { LiveChange, LiveEngine, LiveStatus, SwarmSnapshot } from './live-engine.ts';
import { TrackedContainers } from './tracked-containers.ts';

export interface FollowOptions {
  readonly name: string;
  readonly isNamedBySettings?: () => boolean;
  /** Where the engine is now. Asked before each attempt; fails with an EngineError. */
  readonly locate: () => Promise<Endpoint>;
  readonly connect: (endpoint: Endpoint) => Promise<Engine>;
  readonly clock: Clock;
  /** Calls back when something happens to a socket's file; what it returns ends that. */
  readonly watchSocket?: (path: string, changed: () => void) => () => void;
}

/** A connection that lasted so many milliseconds was a good one: the next failure starts from the shortest delay. */
const goodSession = 5_000;

export function followEngine(options: FollowOptions): LiveEngine {
  return new FollowedEngine(options);
}

class FollowedEngine implements LiveEngine {
  readonly name: string;
  readonly #options: FollowOptions;
  readonly #tracked = new TrackedContainers();
  readonly #listeners = new Set<(change: LiveChange) => void>();
  readonly #backoff: Backoff;
  #status: LiveStatus = { kind: 'idle' };
  #swarm: SwarmSnapshot | undefined;
  #endpoint: Endpoint | undefined;
  #engine: Engine | undefined;
  #session: EngineSession | undefined;
  #watching: AbortController | undefined;
  #disposed = false;
  /** Ends the pause before the next attempt. */
  #wake: (() => void) | undefined;
  /** Whether an attempt has ended, well or not, since somebody watches. */
  #isSettled = false;
  /** Whoever waits for the attempt under way to end, well or not. */
  #attemptEnded: (() => void)[] = [];

  constructor(options: FollowOptions) {
    this.#options = options;
    this.name = options.name;
    this.#backoff = new Backoff(options.clock.random);
  }

  get isNamedBySettings(): boolean {
    return this.#options.isNamedBySettings?.() ?? false;
  }

  get endpoint(): Endpoint | undefined {
    return this.#endpoint;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  get containers(): LiveEngine['containers'] {
    return this.#tracked.containers;
  }

  get swarm(): SwarmSnapshot | undefined {
    return this.#swarm;
  }

  setWatched(watched: boolean): void {
    if (this.#disposed || watched === (this.#watching !== undefined)) {
      return;
    }
    if (watched) {
      this.#watching = new AbortController();
      this.#isSettled = false;
      void this.#follow(this.#watching.signal);
      return;
    }
    this.#watching?.abort();
    this.#watching = undefined;
    this.#endAttempt();
    // What was connected can still be used for an action; a retry, however, will not come.
    if (this.#status.kind !== 'connected') {
      this.#setStatus({ kind: 'idle' });
    }
  }

  async settled(): Promise<void> {
    if (this.#watching !== undefined && !this.#isSettled) {
      await this.#endOfAttempt();
    }
  }

  async refresh(): Promise<void> {
    if (this.#watching === undefined) {
      return;
    }
    if (this.#session !== undefined && this.#status.kind === 'connected') {
      // A failure shows in the status, and is retried.
      await this.#session.refresh().catch(() => undefined);
      return;
    }
    const ended = this.#endOfAttempt();
    this.#backoff.reset();
    this.#wake?.();
    await ended;
  }

  onDidChange(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.setWatched(false);
    this.#disposed = true;
    this.#listeners.clear();
    this.#engine?.close();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    // A function, because the signal aborts while this waits.
    const isOver = () => signal.aborted;
    while (!isOver()) {
      let failure: unknown;
      let connectedAt: number | undefined;
      try {
        await this.#attempt(signal, () => {
          connectedAt = this.#options.clock.now();
        });
      } catch (error) {
        failure = error;
      }
      if (isOver()) {
        return;
      }
      if (connectedAt !== undefined && this.#options.clock.now() - connectedAt >= goodSession) {
        this.#backoff.reset();
      }
      const delay = this.#backoff.next(this.#endpoint);
      this.#setStatus({ kind: 'failed', error: asEngineError(failure), retryAt: this.#options.clock.now() + delay });
      this.#endAttempt();
      await this.#pause(delay, signal);
    }
  }

  /** Connects and follows until that fails. */
  async #attempt(signal: AbortSignal, connected: () => void): Promise<void> {
    if (this.#status.kind === 'idle') {
      this.#setStatus({ kind: 'connecting' });
    }
    const endpoint = await this.#options.locate();
    const engine = await this.#engineAt(endpoint, signal);
    // Somebody else may watch by now, with a session of their own.
    signal.throwIfAborted();
    const session = new EngineSession({
      engine,
      endpoint,
      tracked: this.#tracked,
      clock: this.#options.clock,
      onContainers: (containers) => this.#tell({ status: false, swarm: false, containers }),
      onSwarm: (snapshot) => this.#setSwarm(snapshot),
      onDescription: (changed) => {
        if (this.#session === session && !isDeepStrictEqual(changed, this.#description)) {
          this.#setStatus({ kind: 'connected', engine, description: changed });
        }
      },
    });
    this.#session = session;
    try {
      const description = await session.open(signal);
      signal.throwIfAborted();
      if (description.swarm !== 'manager') {
        this.#setSwarm(undefined);
      }
      connected();
      this.#setStatus({ kind: 'connected', engine, description });
      this.#endAttempt();
      await session.ended();
    } finally {
      session.close();
      if (this.#session === session) {
        this.#session = undefined;
      }
    }
  }

  get #description(): unknown {
    return this.#status.kind === 'connected' ? this.#status.description : undefined;
  }

  /** The same engine as before while the endpoint is the same, so that actions outlive a broken stream. */
  async #engineAt(endpoint: Endpoint, signal: AbortSignal): Promise<Engine> {
    if (this.#engine !== undefined && isDeepStrictEqual(endpoint, this.#endpoint)) {
      return this.#engine;
    }
    const engine = closeWhenIdle(await this.#options.connect(endpoint));
    if (signal.aborted) {
      engine.close();
      signal.throwIfAborted();
    }
    this.#engine?.close();
    this.#engine = engine;
    this.#endpoint = endpoint;
    return engine;
  }

  /** Until the delay is over, somebody cannot wait, or the socket's file changes. */
  async #pause(delay: number, signal: AbortSignal): Promise<void> {
    const { clock, watchSocket } = this.#options;
    const over = new AbortController();
    const { path } = this.#endpoint?.kind === 'unix' ? this.#endpoint : {};
    const cleanups: ((() => void) | undefined)[] = [];
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      signal.addEventListener('abort', () => resolve(), { signal: over.signal });
      cleanups.push(clock.schedule(delay, resolve));
      if (path !== undefined) {
        const changed = () => {
          this.#backoff.reset();
          resolve();
        };
        cleanups.push(watchSocket?.(path, changed));
      }
    });
    this.#wake = undefined;
    over.abort();
    cleanups.forEach((cleanUp) => cleanUp?.());
  }

  #endOfAttempt(): Promise<void> {
    return new Promise((resolve) => this.#attemptEnded.push(resolve));
  }

  #endAttempt(): void {
    this.#isSettled = true;
    const waiting = this.#attemptEnded;
    this.#attemptEnded = [];
    waiting.forEach((resolve) => resolve());
  }

  #setStatus(status: LiveStatus): void {
    this.#status = status;
    this.#tell({ status: true, swarm: false, containers: new Set() });
  }

  #setSwarm(snapshot: SwarmSnapshot | undefined): void {
    if (!isDeepStrictEqual(snapshot, this.#swarm)) {
      this.#swarm = snapshot;
      this.#tell({ status: false, swarm: true, containers: new Set() });
    }
  }

  #tell(change: LiveChange): void {
    for (const listener of [...this.#listeners]) {
      listener(change);
    }
  }
}

function asEngineError(error: unknown): EngineError {
  return error instanceof EngineError ? error : new EngineError('engine-failed', 'Following the engine failed unexpectedly.', String(error).slice(0, 2_000));
}
