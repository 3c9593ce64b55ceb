/** What is known of array variables at a point of a script: only what was assigned in a straight line before it. */
import type { ReadWord } from './value-builder.ts';

export class ArrayScope {
  /** The elements by name; undefined for an array whose elements are not known here. */
  readonly #elements: Map<string, readonly ReadWord[] | undefined>;
  readonly #assigned = new Set<string>();
  readonly #local = new Set<string>();
  /** Names that functions assign: they may change with any call. */
  readonly #leaked: Set<string>;

  constructor(elements: ReadonlyMap<string, readonly ReadWord[] | undefined> = new Map(), leaked = new Set<string>()) {
    this.#elements = new Map(elements);
    this.#leaked = leaked;
  }

  /** The elements, where they are known. */
  get(name: string): readonly ReadWord[] | undefined {
    return this.#leaked.has(name) && !this.#local.has(name) ? undefined : this.#elements.get(name);
  }

  set(name: string, elements: readonly ReadWord[] | undefined): void {
    this.#elements.set(name, elements);
    this.#assigned.add(name);
  }

  append(name: string, elements: readonly ReadWord[] | undefined): void {
    const before = this.get(name);
    this.set(name, before === undefined || elements === undefined ? undefined : [...before, ...elements]);
  }

  /** Marks the name as the function's own. */
  declare(name: string): void {
    this.#local.add(name);
  }

  /** Forgets the array, because something writes to it in a way that is not followed. */
  forget(name: string): void {
    if (this.#elements.has(name)) {
      this.set(name, undefined);
    }
  }

  /** A scope for commands that run once, later or not at all. */
  branch(): ArrayScope {
    return new ArrayScope(this.#elements, this.#leaked);
  }

  /** A scope for a loop, whose text may change arrays for its own next round. */
  loop(text: string): ArrayScope {
    const scope = this.branch();
    for (const name of this.#elements.keys()) {
      if (text.includes(`${name}=`) || text.includes(`${name}+=`)) {
        scope.forget(name);
      }
    }
    return scope;
  }

  /** A scope for a function's body, which knows nothing of its caller. */
  body(): ArrayScope {
    return new ArrayScope(new Map(), this.#leaked);
  }

  /** After commands that may not have run: what they assigned is no longer known. */
  join(branch: ArrayScope): void {
    for (const name of branch.#assigned) {
      this.set(name, undefined);
    }
  }

  /** After a function's body: what it assigns to the outside is never known. */
  leak(body: ArrayScope): void {
    for (const name of body.#assigned) {
      if (!body.#local.has(name)) {
        this.#leaked.add(name);
      }
    }
  }
}
