/** Keeps the promise of safe fixes: after one of them the CLI takes the value. */
import type { ValueFix, ValueProblem } from '../value-grammar.ts';

/** The value after the fix. */
export function applied(value: string, { start = 0, end = value.length, newText }: ValueFix): string {
  return value.slice(0, start) + newText + value.slice(end);
}

/** A fix that leaves the value refused for another reason is offered, but no longer called safe. */
export function soundFixes(value: string, problems: readonly ValueProblem[], judge: (fixed: string) => readonly ValueProblem[]): ValueProblem[] {
  const sound = (fix: ValueFix) => judge(applied(value, fix)).every(({ refusedBy }) => refusedBy !== 'cli');
  return problems.map((problem) => ({ ...problem, fixes: (problem.fixes ?? []).map((fix) => ({ ...fix, safe: fix.safe && sound(fix) })) }));
}
