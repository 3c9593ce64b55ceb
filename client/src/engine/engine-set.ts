/** The live engines that are the roots of the tree: replaced when settings or contexts lead elsewhere, left alone when they do not. */
import { isDeepStrictEqual } from 'node:util';
import type { ContextProblem } from './contexts.ts';
import { EngineError } from './errors.ts';
import { explainConnection } from './explain-connection.ts';
import { followEngine, type FollowOptions } from './follow-engine.ts';
import type { EngineList, EngineRoot } from './list-engines.ts';
import type { LiveEngine } from './live-engine.ts';
import type { Resolution } from './resolve-endpoint.ts';

export interface EngineSetOptions extends Pick<FollowOptions, 'connect' | 'clock' | 'watchSocket'> {
  /** The roots as settings, environment and contexts have it now. */
  readonly list: () => Promise<EngineList>;
  /** Calls back when contexts may have changed; what it returns ends that. */
  readonly watchContexts: (changed: () => void) => () => void;
}

interface Entry {
  readonly live: LiveEngine;
  resolution: Resolution;
}

export class EngineSet {
  readonly #options: EngineSetOptions;
  readonly #listeners = new Set<() => void>();
  readonly #endWatching: () => void;
  #entries: readonly Entry[] = [];
  #problems: readonly ContextProblem[] = [];
  #watched = false;
  #disposed = false;
  #reloading: Promise<void> | undefined;
  #again = false;

  /** Empty until the first `reload`. */
  constructor(options: EngineSetOptions) {
    this.#options = options;
    this.#endWatching = options.watchContexts(() => void this.reload());
  }

  get engines(): readonly LiveEngine[] {
    return this.#entries.map(({ live }) => live);
  }

  /** Tells when engines came, went or were replaced. What happens within one is told by itself. Returns what ends the subscription. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether the engines of the set, and those that come later, are watched. */
  setWatched(watched: boolean): void {
    this.#watched = watched;
    this.engines.forEach((live) => live.setWatched(watched));
  }

  /** Reads settings and contexts again, now. */
  async reload(): Promise<void> {
    this.#again = true;
    this.#reloading ??= this.#reloadWhileAsked().finally(() => {
      this.#reloading = undefined;
    });
    await this.#reloading;
  }

  /** The report of "Show Engine Connection", in Markdown that holds no secret. */
  explain(): string {
    return explainConnection(this.#entries.map(({ live, resolution }) => ({ resolution, status: live.status })), this.#problems);
  }

  dispose(): void {
    this.#disposed = true;
    this.#endWatching();
    this.#listeners.clear();
    this.engines.forEach((live) => live.dispose());
    this.#entries = [];
  }

  async #reloadWhileAsked(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const list = await this.#options.list();
      if (!this.#disposed) {
        this.#replace(list);
      }
    }
  }

  #replace({ roots, problems }: EngineList): void {
    const before = this.#entries;
    this.#problems = problems;
    this.#entries = roots.map((root) => {
      const same = before.find(({ live, resolution }) => live.name === root.name && isDeepStrictEqual(live.endpoint ?? resolution.endpoint, root.resolution.endpoint));
      if (same === undefined) {
        return this.#follow(root);
      }
      same.resolution = root.resolution;
      return same;
    });
    const kept = new Set(this.#entries);
    before.filter((entry) => !kept.has(entry)).forEach(({ live }) => live.dispose());
    if (!isDeepStrictEqual(before.map(({ live }) => live.name), this.engines.map(({ name }) => name)) || before.some((entry) => !kept.has(entry))) {
      [...this.#listeners].forEach((listener) => listener());
    }
  }

  #follow(root: EngineRoot): Entry {
    const { connect, clock, watchSocket } = this.#options;
    const locate = async () => {
      const resolution = await root.resolve();
      entry.resolution = resolution;
      if (resolution.name !== root.name) {
        // Where files cannot be watched, this is how a switched context is noticed.
        void this.reload();
        throw new EngineError('misconfigured', `Another context than "${root.name}" is current now.`);
      }
      if (resolution.endpoint === undefined) {
        throw resolution.problem ?? new EngineError('misconfigured', `"${root.name}" leads to no engine.`);
      }
      return resolution.endpoint;
    };
    const live = followEngine({ name: root.name, isNamedBySettings: () => entry.resolution.source.startsWith('gantry.'), locate, connect, clock, ...(watchSocket !== undefined && { watchSocket }) });
    const entry: Entry = { live, resolution: root.resolution };
    live.setWatched(this.#watched);
    return entry;
  }
}
