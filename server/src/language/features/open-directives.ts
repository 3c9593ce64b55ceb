/** Follows `disable` and `enable` through a document: what is switched off at an offset. */
import type { Directive } from '../shell/directives.ts';
import type { PlacedDirective } from './ignoring.ts';
import { isValid, type Use } from './scoped-directives.ts';

/** What is switched off at one place, and by which comment. */
class Switches {
  #everything: Directive | undefined;
  readonly #exceptions = new Set<string>();
  readonly #rules = new Map<string, Directive>();

  disable(directive: Directive): void {
    for (const { text } of directive.ids) {
      if (!this.#rules.has(text)) {
        this.#rules.set(text, directive);
      }
    }
    if (directive.ids.length === 0 && (this.#everything === undefined || this.#exceptions.size > 0)) {
      this.#everything = directive;
      this.#exceptions.clear();
    }
  }

  enable(directive: Directive, use: Use): void {
    if (directive.ids.length === 0) {
      if (this.#everything !== undefined || this.#rules.size > 0) {
        use(directive, '');
      }
      this.#everything = undefined;
      this.#exceptions.clear();
      this.#rules.clear();
    }
    for (const { text } of directive.ids) {
      if (this.#rules.delete(text) || (this.#everything !== undefined && !this.#exceptions.has(text))) {
        this.#exceptions.add(text);
        use(directive, text);
      }
    }
  }

  /** The comment that switches the rule off here. */
  for(ruleId: string, byName: boolean): Directive | undefined {
    return this.#rules.get(ruleId) ?? (byName || this.#exceptions.has(ruleId) ? undefined : this.#everything);
  }
}

export class OpenDirectives {
  readonly #steps: readonly PlacedDirective[];
  readonly #use: Use;
  readonly #ofDocument = new Switches();
  #ofBlock = new Switches();
  #blockEnd = -1;
  #next = 0;

  /** `directives` in the order of the document. */
  constructor(directives: readonly PlacedDirective[], use: Use) {
    this.#steps = directives.filter(({ directive }) => (directive.kind === 'disable' || directive.kind === 'enable') && isValid(directive));
    this.#use = use;
  }

  /** Whether the rule is off at the offset; offsets must not fall from call to call. */
  silence(ruleId: string, offset: number, byName: boolean): boolean {
    this.follow(offset);
    const inBlock = offset <= this.#blockEnd ? this.#ofBlock.for(ruleId, byName) : undefined;
    const by = inBlock ?? this.#ofDocument.for(ruleId, byName);
    if (by !== undefined) {
      this.#use(by, ruleId);
    }
    return by !== undefined;
  }

  /** Takes the directives up to the offset. */
  follow(offset: number): void {
    for (let step = this.#steps[this.#next]; step !== undefined && step.directive.span.start <= offset; step = this.#steps[++this.#next]) {
      this.#take(step);
    }
  }

  #take({ directive, block }: PlacedDirective): void {
    if (block !== undefined && block.end !== this.#blockEnd) {
      this.#ofBlock = new Switches();
      this.#blockEnd = block.end;
    }
    const switches = block === undefined ? this.#ofDocument : this.#ofBlock;
    if (directive.kind === 'disable') {
      switches.disable(directive);
    } else {
      switches.enable(directive, this.#use);
    }
  }
}
