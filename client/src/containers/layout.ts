/** The containers of one engine as the view arranges them: filtered, sorted, grouped. */
import type { ContainerSummary } from '../engine/container.ts';
import { passes, type ContainerFilter } from './filtering.ts';
import { groupKeyOf } from './grouping.ts';
import type { Grouping } from './node.ts';
import { compareContainers, compareNames, type SortBy } from './sorting.ts';

export interface LayoutOptions {
  readonly groupBy: Grouping;
  /** The label whose values make the groups when they are made by label. */
  readonly groupByLabel: string;
  readonly sortBy: SortBy;
  readonly filter: ContainerFilter;
}

export interface Layout {
  /** By key, in the order of their keys. */
  readonly groups: ReadonlyMap<string, readonly ContainerSummary[]>;
  /** Those that belong to no group. */
  readonly single: readonly ContainerSummary[];
  readonly count: number;
}

export const emptyLayout: Layout = { groups: new Map(), single: [], count: 0 };

export function layOut(containers: Iterable<ContainerSummary>, { groupBy, groupByLabel, sortBy, filter }: LayoutOptions): Layout {
  const shown = [...containers].filter((container) => passes(container, filter)).sort(compareContainers(sortBy));
  const groups = new Map<string, ContainerSummary[]>();
  const single: ContainerSummary[] = [];
  for (const container of shown) {
    const key = groupKeyOf(container, groupBy, groupByLabel);
    const group = key === undefined ? single : groups.get(key);
    if (group === undefined) {
      groups.set(key ?? '', [container]);
    } else {
      group.push(container);
    }
  }
  return { groups: new Map([...groups].sort(([one], [other]) => compareNames(one, other))), single, count: shown.length };
}
