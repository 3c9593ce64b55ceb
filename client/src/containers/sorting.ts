/** The order of containers and groups. */
import type { sortSettings } from '../../../shared/explorer-settings.ts';
import type { containerStates, ContainerSummary } from '../engine/container.ts';

export type SortBy = (typeof sortSettings)[number];

/** Numbers in names count as numbers: web-2 stands before web-10. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function compareNames(one: string, other: string): number {
  return collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}

/** What needs attention or runs stands in front. */
const stateOrder: readonly string[] = ['running', 'restarting', 'paused', 'removing', 'created', 'exited', 'dead'] satisfies (typeof containerStates)[number][];

/** Total: containers with one name, on two engines, are ordered by their ids. */
export function compareContainers(by: SortBy): (one: ContainerSummary, other: ContainerSummary) => number {
  const byName = (one: ContainerSummary, other: ContainerSummary) => compareNames(one.name, other.name) || (one.id < other.id ? -1 : 1);
  switch (by) {
    case 'name':
      return byName;
    case 'created':
      return (one, other) => other.created - one.created || byName(one, other);
    case 'state':
      return (one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state) || byName(one, other);
  }
}
