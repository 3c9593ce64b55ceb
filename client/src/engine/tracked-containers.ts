/** The containers of an engine as of the last event: which have to be asked for again, and what an answer changes. */
import { isDeepStrictEqual } from 'node:util';
import type { ContainerSummary } from './container.ts';
import type { Engine } from './engine.ts';
import type { EngineEvent } from './event.ts';

/** From so many touched containers on, listing all is cheaper than naming them. */
const mostNamed = 100;

/** `destroy` is Docker's word, `remove` Podman's. */
const removals = new Set(['destroy', 'remove']);

export class TrackedContainers {
  readonly #known = new Map<string, ContainerSummary>();
  readonly #touched = new Set<string>();
  /** Removed since the last `takeRemoved`: a list that was asked for before must not bring them back. */
  readonly #removed = new Set<string>();
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

  /** Notes what an event makes stale. Asks nothing. */
  note(event: EngineEvent): void {
    const id = event.type === 'network' ? event.attributes['container'] : event.type === 'container' ? event.id : undefined;
    if (id === undefined || id === '') {
      return;
    }
    if (event.type === 'container' && removals.has(event.action)) {
      this.#removed.add(id);
      this.#touched.delete(id);
    } else if (!this.#removed.has(id)) {
      this.#touched.add(id);
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
