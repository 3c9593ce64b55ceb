/** One unbroken connection to an engine: a stream of events, and lists of what they touched. Ends with the first failure. */
import type { Clock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { Engine, EngineDescription } from './engine.ts';
import { EngineError } from './errors.ts';
import type { EngineEvent, EventQuery } from './event.ts';
import type { SwarmSnapshot } from './live-engine.ts';
import { SwarmWatch } from './swarm-watch.ts';
import type { TrackedContainers } from './tracked-containers.ts';

/** What changes a row. `exec_*` is left out: a health check causes three of them each time it runs. */
const actions = [
  ...['create', 'start', 'restart', 'die', 'stop', 'pause', 'unpause', 'rename', 'update', 'oom', 'health_status', 'destroy'],
  // Podman's words.
  ...['died', 'remove'],
  // Networks; `update` and `remove` also of services and nodes.
  ...['connect', 'disconnect'],
];
const types: EventQuery['types'] = ['container', 'network', 'service', 'node'];

/** Milliseconds. Events of one frame are answered by one list. */
const frame = 16;
/** Events of this long before the subscription are asked for as well, so that none falls between it and the list. */
const overlap = 2_000;
/** How often, and in what distance, an engine that reported something of a swarm is asked whether it is its manager. */
const mostSwarmChecks = 10;
const swarmPause = 500;
/** How long a distant engine may be silent until it is asked whether it is still there. */
const silence = 30_000;

export interface SessionOptions {
  readonly engine: Engine;
  readonly endpoint: Endpoint;
  readonly tracked: TrackedContainers;
  readonly clock: Clock;
  readonly onContainers: (ids: ReadonlySet<string>) => void;
  readonly onSwarm: (snapshot: SwarmSnapshot | undefined) => void;
  /** The engine joined or left a swarm. */
  readonly onDescription: (description: EngineDescription) => void;
}

export class EngineSession {
  readonly #options: SessionOptions;
  readonly #end = new AbortController();
  readonly #ended: Promise<never>;
  #fail!: (error: unknown) => void;
  #stream: AbortController | undefined;
  #cancelFrame: (() => void) | undefined;
  #cancelSilence: (() => void) | undefined;
  #cancelLook: (() => void) | undefined;
  #listing: Promise<void> | undefined;
  #heardAt: number;
  #lastEvent: number | undefined;
  #swarm: SwarmWatch | undefined;
  #describing = false;
  /** How often the engine is still asked whether it manages a swarm: it reports the swarm before it is its manager. */
  #swarmChecks = 0;
  #cancelCheck: (() => void) | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#heardAt = options.clock.now();
    this.#ended = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // It may fail while nobody waits for it.
    this.#ended.catch(() => undefined);
  }

  /** Subscribes, lists everything, and asks who the engine is meanwhile; rejects where it does not answer. */
  async open(signal: AbortSignal): Promise<EngineDescription> {
    signal.addEventListener('abort', () => this.close(), { signal: this.#end.signal });
    if (signal.aborted) {
      this.close();
    }
    this.#subscribe(this.#options.clock.now() - overlap);
    this.#options.tracked.noteAll();
    const [description] = await Promise.race([this.#ended, Promise.all([this.#describe(), this.#list()])]);
    this.#listenForSilence();
    return description;
  }

  /** Never resolves: rejects when the connection is lost or the session closed. */
  ended(): Promise<never> {
    return this.#ended;
  }

  /** Lists everything again; rejects where the engine does not answer. */
  async refresh(): Promise<void> {
    // A list under way may have been answered before whatever the user wants to see.
    await Promise.race([this.#ended, this.#listing]);
    this.#options.tracked.noteAll();
    await Promise.race([this.#ended, Promise.all([this.#list(), this.#swarm?.look()])]);
  }

  close(): void {
    this.#end.abort();
    this.#stream?.abort();
    this.#cancelFrame?.();
    this.#cancelSilence?.();
    this.#cancelLook?.();
    this.#swarmChecks = 0;
    this.#cancelCheck?.();
    this.#fail(new EngineError('aborted', 'The engine is not being watched any more.'));
  }

  #subscribe(since: number): void {
    const stream = new AbortController();
    this.#stream = stream;
    void this.#follow(since, stream.signal).catch((error: unknown) => {
      // A stream that has been replaced may end as it likes.
      if (!stream.signal.aborted) {
        this.#fail(error);
      }
    });
  }

  async #follow(since: number, signal: AbortSignal): Promise<never> {
    for await (const event of this.#options.engine.events({ types, actions, since }, signal)) {
      this.#hear(event);
    }
    throw new EngineError('unreachable', 'The engine ended its stream of events.');
  }

  #hear(event: EngineEvent): void {
    this.#heardAt = this.#options.clock.now();
    this.#lastEvent = Math.max(event.time, this.#lastEvent ?? 0);
    if (event.type === 'service' || event.type === 'node' || event.attributes['com.docker.swarm.service.id'] !== undefined) {
      this.#hearOfSwarm();
    }
    this.#options.tracked.note(event);
    this.#flushSoon();
  }

  #flushSoon(): void {
    this.#cancelFrame ??= this.#options.clock.schedule(frame, () => {
      this.#cancelFrame = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    const { tracked, onContainers } = this.#options;
    const removed = tracked.takeRemoved(this.#listing === undefined);
    if (removed.size > 0) {
      onContainers(removed);
    }
    if (tracked.stale && this.#listing === undefined) {
      void this.#list();
    }
  }

  /** One list at a time: what is touched meanwhile waits for the next. Resolves in any case. */
  #list(): Promise<void> {
    this.#listing ??= this.#update().finally(() => {
      this.#listing = undefined;
      const { tracked } = this.#options;
      if (!this.#end.signal.aborted && (tracked.stale || tracked.hasRemovals)) {
        this.#flushSoon();
      }
      this.#lookAgain();
    });
    return this.#listing;
  }

  #lookAgain(): void {
    const { tracked, clock } = this.#options;
    const { nextLook } = tracked;
    if (nextLook === undefined || this.#end.signal.aborted) {
      return;
    }
    this.#cancelLook ??= clock.schedule(nextLook, () => {
      this.#cancelLook = undefined;
      tracked.noteEnding();
      this.#flushSoon();
    });
  }

  async #update(): Promise<void> {
    const { engine, tracked, onContainers } = this.#options;
    try {
      const changed = await tracked.update(engine, this.#end.signal);
      if (changed.size > 0) {
        onContainers(changed);
      }
    } catch (error) {
      this.#fail(error);
      this.close();
    }
  }

  #newSwarmWatch(): SwarmWatch {
    const { engine, clock, onSwarm } = this.#options;
    const publish = (snapshot: SwarmSnapshot | undefined) => {
      onSwarm(snapshot);
      if (snapshot === undefined) {
        this.#swarm = undefined;
        void this.#describeAgain();
      }
    };
    return new SwarmWatch({ engine, clock, signal: this.#end.signal, publish, fail: (error) => this.#fail(error) });
  }

  async #describe(): Promise<EngineDescription> {
    const description = await this.#options.engine.describe({ signal: this.#end.signal });
    if (description.swarm === 'manager' && this.#swarm === undefined) {
      this.#swarm = this.#newSwarmWatch();
      await this.#swarm.look();
    }
    return description;
  }

  #hearOfSwarm(): void {
    if (this.#swarm === undefined) {
      this.#swarmChecks = mostSwarmChecks;
      void this.#describeAgain();
    } else {
      this.#swarm.touch();
    }
  }

  /** Whether the engine manages a swarm changes while it runs. */
  async #describeAgain(): Promise<void> {
    if (this.#describing || this.#end.signal.aborted) {
      return;
    }
    this.#describing = true;
    try {
      this.#options.onDescription(await this.#describe());
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#describing = false;
      if (this.#swarm === undefined && this.#swarmChecks > 0) {
        this.#swarmChecks--;
        this.#cancelCheck?.();
        this.#cancelCheck = this.#options.clock.schedule(swarmPause, () => void this.#describeAgain());
      }
    }
  }

  /**
   * A distant engine that vanished without closing its connections is silent, as is one where nothing happens, and the
   * kernel's probes end at the nearest proxy. So after a silence the engine is asked who it is, and the subscription made
   * anew from the last event on, in case only the stream's connection was lost. Local sockets break audibly.
   */
  #listenForSilence(): void {
    const { clock, endpoint } = this.#options;
    if (this.#end.signal.aborted || (endpoint.kind !== 'tcp' && endpoint.kind !== 'ssh')) {
      return;
    }
    const rest = this.#heardAt + silence - clock.now();
    this.#cancelSilence = clock.schedule(Math.max(rest, 1), () => {
      if (clock.now() - this.#heardAt >= silence) {
        void this.#breakSilence();
      } else {
        this.#listenForSilence();
      }
    });
  }

  async #breakSilence(): Promise<void> {
    const { engine, clock } = this.#options;
    const previous = this.#stream;
    // A microsecond later, or the last event would be told again.
    this.#subscribe(this.#lastEvent === undefined ? clock.now() - silence - overlap : this.#lastEvent + 0.001);
    try {
      await engine.describe({ signal: this.#end.signal });
    } catch (error) {
      this.#fail(error);
      return;
    }
    previous?.abort();
    this.#heardAt = clock.now();
    this.#listenForSilence();
  }
}
