/** The order in which containers of a Compose project can be started or stopped, as their labels tell it. */
import { composeLabels } from './compose-labels.ts';
import type { Target } from './action.ts';

/** `dependencies-first` to start, `dependents-first` to stop or remove. */
export type Order = 'any' | 'dependencies-first' | 'dependents-first';

function keyOf({ container: { labels } }: Target): string | undefined {
  const name = labels[composeLabels.service];
  return name === undefined ? undefined : `${labels[composeLabels.project] ?? ''}/${name}`;
}

function dependenciesOf({ container: { labels } }: Target): string[] {
  const entries = (labels[composeLabels.dependsOn] ?? '').split(',').map((entry) => entry.split(':')[0]?.trim() ?? '');
  return entries.filter((name) => name !== '').map((name) => `${labels[composeLabels.project] ?? ''}/${name}`);
}

/** Whether a label of the target names one of the others, on the same engine. */
export function dependsOnAny(target: Target, others: readonly Target[]): boolean {
  const names = new Set(others.filter(({ engine }) => engine === target.engine).map(keyOf));
  return dependenciesOf(target).some((name) => names.has(name));
}

/** Groups that may be handled together, one after the other. What depends on each other in a circle stands in the last one. */
export function inOrder(targets: readonly Target[], order: Order): readonly (readonly Target[])[] {
  if (order === 'any') {
    return [targets];
  }
  const levels: Target[][] = [];
  let rest = [...targets];
  while (rest.length > 0) {
    const waiting = new Set(rest.map(keyOf));
    const ready = rest.filter((target) => !dependenciesOf(target).some((name) => waiting.has(name) && name !== keyOf(target)));
    const level = ready.length > 0 ? ready : rest;
    levels.push(level);
    rest = rest.filter((target) => !level.includes(target));
  }
  return order === 'dependencies-first' ? levels : levels.reverse();
}
