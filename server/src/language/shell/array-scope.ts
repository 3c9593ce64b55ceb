/** What is known of array variables at a point of a script: what was assigned in a straight line before it, and whether more may follow. */
import type { ReadWord } from './value-builder.ts';

/** Longer arrays are not followed: nobody writes them by hand, and arrays that hold themselves grow fast. */
const mostElements = 1_000;

export interface Elements {
  readonly words: readonly ReadWord[];
  /** Whether more elements may stand behind these: some were added in a branch, or by what is not known. */
  readonly isOpen: boolean;
}

export class ArrayScope {
  /** The elements by name; undefined for an array whose elements are not known here. */
  #elements = new Map<string, Elements | undefined>();
  /** Whether another scope holds the same map, which is then copied before it changes. */
  #isShared = false;
  /** The names that this scope assigns, and whether they are the function's own. */
  #assigned: Map<string, boolean> | undefined;
  /** Names to which this scope does more than add elements. */
  #replaced: Set<string> | undefined;
  /** Names that functions assign: they may change with any call. One set for the whole script. */
  readonly #leaked: Set<string>;

  constructor(leaked = new Set<string>()) {
    this.#leaked = leaked;
  }

  /** The elements, where they are known. */
  get(name: string): Elements | undefined {
    return this.#leaked.has(name) && this.#assigned?.get(name) !== true ? undefined : this.#elements.get(name);
  }

  set(name: string, elements: readonly ReadWord[] | undefined): void {
    this.#replaced ??= new Set();
    this.#replaced.add(name);
    this.#put(name, elements === undefined ? undefined : { words: elements, isOpen: false });
  }

  #put(name: string, elements: Elements | undefined): void {
    const known = elements === undefined || elements.words.length > mostElements ? undefined : elements;
    if (this.#isShared) {
      this.#elements = new Map(this.#elements);
      this.#isShared = false;
    }
    this.#elements.set(name, known);
    this.#assigned ??= new Map();
    this.#assigned.set(name, this.#assigned.get(name) ?? false);
  }

  append(name: string, elements: readonly ReadWord[] | undefined): void {
    const before = this.get(name);
    if (before === undefined || before.isOpen || elements === undefined) {
      this.#open(name, before);
    } else {
      this.#put(name, { words: [...before.words, ...elements], isOpen: false });
    }
  }

  /** Notes that more elements may follow. */
  #open(name: string, before: Elements | undefined): void {
    this.#put(name, before === undefined ? undefined : { words: before.words, isOpen: true });
  }

  /** Marks the name as the function's own. */
  declare(name: string): void {
    this.#assigned ??= new Map();
    this.#assigned.set(name, true);
  }

  /** Forgets the array, because something writes to it in a way that is not followed. */
  forget(name: string): void {
    if (this.#elements.has(name)) {
      this.set(name, undefined);
    }
  }

  /** A scope for commands that run once, later or not at all. */
  branch(): ArrayScope {
    const scope = new ArrayScope(this.#leaked);
    scope.#elements = this.#elements;
    scope.#isShared = this.#isShared = true;
    return scope;
  }

  /** A scope for a loop, whose text may change arrays for its own next round. */
  loop(text: () => string): ArrayScope {
    const scope = this.branch();
    if (this.#elements.size > 0) {
      const body = text();
      for (const [name, before] of this.#elements) {
        if (body.includes(`${name}=`)) {
          scope.forget(name);
        } else if (body.includes(`${name}+=`)) {
          scope.#open(name, before);
        }
      }
    }
    return scope;
  }

  /** A scope for a function's body, which knows nothing of its caller. */
  body(): ArrayScope {
    return new ArrayScope(this.#leaked);
  }

  /** After commands that may not have run: what they assigned is no longer known, what they added may be there. */
  join(branch: ArrayScope): void {
    for (const name of branch.#assigned?.keys() ?? []) {
      if (branch.#replaced?.has(name) === true) {
        this.set(name, undefined);
      } else {
        this.#open(name, this.get(name));
      }
    }
  }

  /** After a function's body: what it assigns to the outside is never known. */
  leak(body: ArrayScope): void {
    for (const [name, isOwn] of body.#assigned ?? []) {
      if (!isOwn) {
        this.#leaked.add(name);
      }
    }
  }
}
