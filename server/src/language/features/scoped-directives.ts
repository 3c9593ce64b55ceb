/** Directives about one command, one block or the whole file: which of them silences a finding. */
import type { Finding } from '../rules/rule.ts';
import type { Directive } from '../shell/directives.ts';

/** Takes note that the directive silenced the rule. */
export type Use = (directive: Directive, ruleId: string) => void;

/** Directives whose scopes overlap. */
interface Group {
  readonly start: number;
  end: number;
  readonly directives: Directive[];
}

function groupsOf(directives: readonly Directive[]): Group[] {
  const scoped = directives.flatMap((directive) => (directive.scope === undefined || !isValid(directive) ? [] : { directive, scope: directive.scope }));
  const groups: Group[] = [];
  for (const { directive, scope } of scoped.sort((a, b) => a.scope.start - b.scope.start)) {
    const last = groups.at(-1);
    if (last !== undefined && scope.start <= last.end) {
      last.end = Math.max(last.end, scope.end);
      last.directives.push(directive);
    } else {
      groups.push({ ...scope, directives: [directive] });
    }
  }
  return groups;
}

/** Whether the directive can be followed: a malformed one silences nothing. */
export function isValid({ kind, lacksIds }: Directive): boolean {
  return kind !== undefined && !lacksIds;
}

/** Whether the directive speaks of the rule; `byName` where it must say so. */
function names({ ids }: Directive, ruleId: string, byName: boolean): boolean {
  return ids.length === 0 ? !byName : ids.some(({ text }) => text === ruleId);
}

export class ScopedDirectives {
  readonly #groups: readonly Group[];
  readonly #ofFile: readonly Directive[];
  readonly #use: Use;

  constructor(directives: readonly Directive[], use: Use) {
    this.#groups = groupsOf(directives);
    this.#ofFile = directives.filter((directive) => directive.kind === 'disable-file' && isValid(directive));
    this.#use = use;
  }

  /** Whether a directive silences the finding; `byName` when only one that names the rule may. */
  silence({ ruleId, span, subject }: Finding, byName: boolean): boolean {
    let silent = false;
    for (const directive of this.#ofFile) {
      if (names(directive, ruleId, byName)) {
        this.#use(directive, ruleId);
        silent = true;
      }
    }
    silent = this.#silencesAt(span.start, ruleId, byName) || silent;
    return subject === undefined || subject.start === span.start ? silent : this.#silencesAt(subject.start, ruleId, byName) || silent;
  }

  #silencesAt(offset: number, ruleId: string, byName: boolean): boolean {
    let low = 0;
    let high = this.#groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#groups[middle]?.start ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    let silent = false;
    for (const directive of this.#groups[low]?.directives ?? []) {
      const { scope } = directive;
      if (scope !== undefined && scope.start <= offset && offset <= scope.end && names(directive, ruleId, byName)) {
        this.#use(directive, ruleId);
        silent = true;
      }
    }
    return silent;
  }
}
