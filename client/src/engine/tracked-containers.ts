/** The containers of an engine as of the last event: which have to be asked for again, and what an answer changes. */
import { isDeepStrictEqual } from 'node:util';
import { isUp, type ContainerSummary } from './container.ts';
import type { Engine } from './engine.ts';
import type { EngineEvent } from './event.ts';

/** From so many touched containers on, listing all is cheaper than naming them. */
const mostNamed = 100;

/** `destroy` is Docker's word, `remove` Podman's. */
const removals = new Set(['destroy', 'remove']);
const ends = new Set(['die', 'died']);

/** Milliseconds until each further look at a container that has ended and is still listed as running: Docker 20.10 lists the end after it has tidied up. */
const looks = [100, 300, 1_000, 3_000, 10_000];

export class TrackedContainers {
  readonly #known = new Map<string, ContainerSummary>();
  readonly #touched = new Set<string>();
  /** Removed since the last `takeRemoved`: a list that was asked for before must not bring them back. */
  readonly #removed = new Set<string>();
  /** Those that ended, and how often they were listed as running all the same. */
  readonly #ending = new Map<string, number>();
  #all = false;

  get containers(): ReadonlyMap<string, ContainerSummary> {
    return this.#known;
  }

  /** Whether the engine has to be asked. */
  get stale(): boolean {
    return this.#all || this.#touched.size > 0;
  }

  get hasRemovals(): boolean {
    return this.#removed.size > 0;
  }

  /** Milliseconds until the next look at containers whose end is not listed yet; undefined where there are none. */
  get nextLook(): number | undefined {
    return this.#ending.size === 0 ? undefined : looks[Math.max(0, Math.min(...this.#ending.values()) - 1)];
  }

  /** Has them asked for again. */
  noteEnding(): void {
    for (const id of this.#ending.keys()) {
      this.#touched.add(id);
    }
  }

  /** Notes what an event makes stale. Asks nothing. */
  note(event: EngineEvent): void {
    const id = event.type === 'network' ? event.attributes['container'] : event.type === 'container' ? event.id : undefined;
    if (id === undefined || id === '') {
      return;
    }
    if (event.type === 'container') {
      this.#noteEnd(event.action, id);
    }
    if (event.type === 'container' && removals.has(event.action)) {
      this.#removed.add(id);
      this.#touched.delete(id);
    } else if (!this.#removed.has(id)) {
      this.#touched.add(id);
    }
  }

  #noteEnd(action: string, id: string): void {
    if (ends.has(action)) {
      this.#ending.set(id, 0);
    } else if (action === 'start' || removals.has(action)) {
      this.#ending.delete(id);
    }
  }

  noteAll(): void {
    this.#all = true;
  }

  /** Drops the containers whose removal was noted; their ids. Only while no `update` is under way may the notes be forgotten. */
  takeRemoved(forget: boolean): ReadonlySet<string> {
    const dropped = new Set([...this.#removed].filter((id) => this.#known.delete(id)));
    if (forget) {
      this.#removed.clear();
    }
    return dropped;
  }

  /** `asked`: all where undefined. */
  #countLooks(asked: ReadonlySet<string> | undefined, rows: readonly ContainerSummary[]): void {
    const alive = new Set(rows.filter(({ state }) => isUp(state)).map(({ id }) => id));
    for (const [id, count] of [...this.#ending]) {
      if (asked?.has(id) === false) {
        continue;
      }
      if (alive.has(id) && count < looks.length) {
        this.#ending.set(id, count + 1);
      } else {
        this.#ending.delete(id);
      }
    }
  }

  /** Asks once for everything that is stale; the ids that came, went or changed. One call at a time. */
  async update(engine: Engine, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const touched = [...this.#touched];
    const all = this.#all || touched.length > mostNamed;
    this.#touched.clear();
    this.#all = false;
    let rows: readonly ContainerSummary[];
    try {
      rows = await engine.listContainers(all ? {} : { ids: touched }, { signal });
    } catch (error) {
      this.#all ||= all;
      touched.forEach((id) => this.#touched.add(id));
      throw error;
    }
    const changed = new Set<string>();
    const listed = new Set(rows.map(({ id }) => id));
    this.#countLooks(all ? undefined : new Set(touched), rows);
    for (const id of all ? [...this.#known.keys()] : touched) {
      if (!listed.has(id) && this.#known.delete(id)) {
        changed.add(id);
      }
    }
    for (const row of rows) {
      if (!this.#removed.has(row.id) && !isDeepStrictEqual(this.#known.get(row.id), row)) {
        this.#known.set(row.id, row);
        changed.add(row.id);
      }
    }
    return changed;
  }
}
