/** What the explorer sees of one engine: who it is, whether it answers, and its containers as of the last event. */
import type { ContainerSummary } from './container.ts';
import type { Endpoint } from './endpoint.ts';
import type { Engine, EngineDescription } from './engine.ts';
import type { EngineError } from './errors.ts';
import type { SwarmNode, SwarmService, SwarmTask } from './swarm.ts';

export interface LiveEngine {
  /** The context's name, `default`, or the host that the user configured; unique among the roots of the tree. */
  readonly name: string;
  readonly endpoint: Endpoint | undefined;
  /** Whether settings of the editor name it: the CLI, which knows nothing of them, may talk to another one by itself. */
  readonly isNamedBySettings: boolean;
  readonly status: LiveStatus;
  /** All containers by id, as of the last event. Empty until the first answer; kept while a lost connection is being restored. */
  readonly containers: ReadonlyMap<string, ContainerSummary>;
  /** Present on a swarm manager only. */
  readonly swarm: SwarmSnapshot | undefined;

  /**
   * Watching connects, lists once and follows the events. Not watching asks nothing of the engine, holds no stream and
   * keeps what is known.
   */
  setWatched(watched: boolean): void;
  /** Resolves when the engine has answered, or failed to, since it is watched: what is known is as of now then. At once where nobody watches. */
  settled(): Promise<void>;
  /** Lists everything again, at once: what the user's refresh does. */
  refresh(): Promise<void>;
  /** Returns what ends the subscription. */
  onDidChange(listener: (change: LiveChange) => void): () => void;
  dispose(): void;
}

export type LiveStatus =
  /** Not watched yet. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly engine: Engine; readonly description: EngineDescription }
  /** Tries again by itself at `retryAt`, in milliseconds since 1970. */
  | { readonly kind: 'failed'; readonly error: EngineError; readonly retryAt: number };

export interface SwarmSnapshot {
  readonly services: readonly SwarmService[];
  readonly tasks: readonly SwarmTask[];
  readonly nodes: readonly SwarmNode[];
}

/** What changed since the last call of the listener; changes of one frame arrive together. */
export interface LiveChange {
  readonly status: boolean;
  readonly swarm: boolean;
  /** Ids of containers that came, went or changed. */
  readonly containers: ReadonlySet<string>;
}
