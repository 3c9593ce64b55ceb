/** Ways to look at value grammars in tests: problems and parts as marked text, fixes applied. */
import type { ValueKind } from '../../server/src/language/docker/cli-facts.ts';
import { grammarOf } from '../../server/src/language/docker/values/index.ts';
import type { ValueContext, ValueFix, ValueProblem, ValueSuggestion } from '../../server/src/language/docker/values/value-grammar.ts';
import { mark } from './markers.ts';

export type PartialContext = Partial<ValueContext>;

/** The newest CLI and `create`, unless the test says otherwise. */
export function contextOf(overrides: PartialContext = {}): ValueContext {
  return { version: '29.8.0-dev', command: 'create', ...overrides };
}

/** Sibling flags as a grammar gets them. */
export function siblings(flags: Readonly<Record<string, readonly string[]>>): { readonly siblings: ReadonlyMap<string, readonly string[]> } {
  return { siblings: new Map(Object.entries(flags)) };
}

export function problemsOf(kind: ValueKind, value: string, context: PartialContext = {}): readonly ValueProblem[] {
  return grammarOf(kind).parse(value, contextOf(context)).problems;
}

export function applyFix(value: string, { start = 0, end = value.length, newText }: ValueFix): string {
  return value.slice(0, start) + newText + value.slice(end);
}

/** One line per problem: who refuses, under which rule, where, and what the first fix makes of it (`!` when it is safe). */
export function shown(kind: ValueKind, value: string, context: PartialContext = {}): string[] {
  return problemsOf(kind, value, context).map((problem) => {
    const fix = problem.fixes?.[0];
    const fixed = fix === undefined ? '' : ` →${fix.safe ? '!' : ''} ${applyFix(value, fix)}`;
    return `${problem.refusedBy} ${problem.code} ${mark(value, [problem])}${fixed}`;
  });
}

/** One line per part: `⟦512m⟧ size: meaning`. */
export function explained(kind: ValueKind, value: string, context: PartialContext = {}): string[] {
  return grammarOf(kind)
    .parse(value, contextOf(context))
    .parts.map(({ start, end, label, meaning }) => `${value.slice(start, end)} | ${label} | ${meaning}`);
}

export function suggested(kind: ValueKind, value: string, cursor: number, context: PartialContext = {}): readonly ValueSuggestion[] {
  return grammarOf(kind).suggest?.(value, cursor, contextOf(context)) ?? [];
}

/** What the value becomes when the suggestion is taken and its placeholders are left as they are. */
export function accept(value: string, { text, start, end, snippet }: ValueSuggestion): string {
  const plain = snippet === true ? text.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, (_all, inner?: string) => (inner ?? '').replace(/\\(.)/g, '$1')) : text;
  return value.slice(0, start) + plain + value.slice(end);
}
