/** What is known of variables that hold words at a point of a script: what was assigned in a straight line before it, and whether more may follow. */
import type { ReadWord } from './value-builder.ts';

/** Longer ones are not followed: nobody writes them by hand, and those that hold themselves grow fast. */
const mostElements = 1_000;

/** At what the shell splits a text that stands without quotes: zsh at nothing. */
export type Splitting = 'blanks' | 'nothing' | 'unknown';

/** An array, whose elements stay as they are, or a text that the shell splits into words. */
export type Holder = 'array' | 'text';

export interface Elements {
  readonly holder: Holder;
  readonly words: readonly ReadWord[];
  /** Whether more elements may stand behind these: some were added in a branch, or by what is not known. */
  readonly isOpen: boolean;
}

/** What every scope begins with; most assign nothing. */
const nothingKnown: ReadonlyMap<string, Elements | undefined> = new Map();

export class VariableScope {
  /** The elements by name; undefined for a variable whose elements are not known here. Copied before it changes. */
  #elements = nothingKnown;
  /** The same map where no other scope holds it. */
  #own: Map<string, Elements | undefined> | undefined;
  /** The names that this scope assigns, and whether they are the function's own. */
  #assigned: Map<string, boolean> | undefined;
  /** Names to which this scope does more than add elements. */
  #replaced: Set<string> | undefined;
  /** Names that functions assign: they may change with any call. One set for the whole script. */
  readonly #leaked: Set<string>;
  /** Whether what is assigned here may belong to a caller. */
  readonly #isInFunction: boolean;
  #splitting: Splitting;

  private constructor(splitting: Splitting, leaked: Set<string>, isInFunction: boolean) {
    this.#splitting = splitting;
    this.#leaked = leaked;
    this.#isInFunction = isInFunction;
  }

  /** That of a whole script. */
  static outermost(splitting: Splitting): VariableScope {
    return new VariableScope(splitting, new Set(), false);
  }

  #get(name: string): Elements | undefined {
    return this.#leaked.has(name) && this.#assigned?.get(name) !== true ? undefined : this.#elements.get(name);
  }

  /** The elements of the array, where they are known. */
  array(name: string): Elements | undefined {
    const elements = this.#get(name);
    return elements?.holder === 'array' ? elements : undefined;
  }

  /** The words of the text, where they are known; `asWords` where it becomes these words without quotes, `asOne` where it stays one. */
  text(name: string, without: 'asWords' | 'asOne' = 'asWords'): Elements | undefined {
    const elements = this.#splitting === (without === 'asWords' ? 'blanks' : 'nothing') ? this.#get(name) : undefined;
    return elements?.holder === 'text' ? elements : undefined;
  }

  /** Texts are split at other characters than blanks from here on. */
  splitOtherwise(): void {
    this.#splitting = 'unknown';
  }

  set(name: string, holder: Holder, elements: readonly ReadWord[] | undefined): void {
    this.#lose(name);
    if (elements !== undefined) {
      this.#put(name, { holder, words: elements, isOpen: false });
    }
  }

  #put(name: string, elements: Elements | undefined): void {
    const known = elements === undefined || elements.words.length > mostElements ? undefined : elements;
    this.#own ??= new Map(this.#elements);
    this.#own.set(name, known);
    this.#elements = this.#own;
    this.#assigned ??= new Map();
    this.#assigned.set(name, this.#assigned.get(name) ?? false);
  }

  append(name: string, holder: Holder, elements: readonly ReadWord[] | undefined): void {
    const before = this.#get(name);
    if (before === undefined || before.isOpen || elements === undefined) {
      this.#open(name, before);
    } else if (before.holder === holder) {
      this.#put(name, { holder, words: [...before.words, ...elements], isOpen: false });
    } else {
      this.#lose(name);
    }
  }

  /** Notes that more elements may follow. */
  #open(name: string, before: Elements | undefined): void {
    this.#put(name, before === undefined ? undefined : { ...before, isOpen: true });
  }

  /** Marks the name as the function's own. */
  declare(name: string): void {
    this.#assigned ??= new Map();
    this.#assigned.set(name, true);
  }

  /** Forgets the variable, because something writes to it in a way that is not followed. */
  forget(name: string): void {
    if (this.#elements.has(name)) {
      this.#lose(name);
    } else if (this.#isInFunction) {
      this.#assigned ??= new Map();
      this.#assigned.set(name, this.#assigned.get(name) ?? false);
    }
  }

  #lose(name: string): void {
    this.#replaced ??= new Set();
    this.#replaced.add(name);
    this.#put(name, undefined);
  }

  /** Forgets all of them: another script ran here, and may have set any. */
  forgetAll(): void {
    for (const name of [...this.#elements.keys()]) {
      this.forget(name);
    }
  }

  /** A scope for commands that run once, later or not at all. */
  branch(): VariableScope {
    const scope = new VariableScope(this.#splitting, this.#leaked, this.#isInFunction);
    scope.#elements = this.#elements;
    this.#own = undefined;
    return scope;
  }

  /** A scope for a loop, whose text may change variables for its own next round. */
  loop(text: () => string): VariableScope {
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
  body(): VariableScope {
    return new VariableScope(this.#splitting, this.#leaked, true);
  }

  /** After commands that may not have run: what they assigned is no longer known, what they added may be there. */
  join(branch: VariableScope): void {
    this.#splitting = branch.#splitting;
    for (const name of branch.#assigned?.keys() ?? []) {
      if (branch.#replaced?.has(name) === true) {
        this.#lose(name);
      } else {
        this.#open(name, this.#get(name));
      }
    }
  }

  /** After a function's body: what it assigns to the outside is never known. */
  leak(body: VariableScope): void {
    for (const [name, isOwn] of body.#assigned ?? []) {
      if (!isOwn) {
        this.#leaked.add(name);
      }
    }
  }
}
