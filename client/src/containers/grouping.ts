/** What the containers of an engine are grouped by. */
import { composeLabels } from './compose-labels.ts';
import type { ContainerSummary } from '../engine/container.ts';
import type { Grouping } from './node.ts';


/** Undefined: the container belongs to no group, and stands beside them. */
export function groupKeyOf(container: ContainerSummary, by: Grouping, label: string): string | undefined {
  switch (by) {
    case 'compose-project':
      return container.labels[composeLabels.project];
    case 'state':
      return container.state;
    case 'image':
      return container.image;
    case 'network':
      return container.networks[0]?.name;
    case 'label':
      return label === '' ? undefined : container.labels[label];
    case 'none':
      return undefined;
  }
}

/** `3/5 running`, and how many are unhealthy. */
export function aggregateText(containers: readonly ContainerSummary[]): string {
  const running = containers.filter(({ state }) => state === 'running').length;
  return `${running}/${containers.length} running${unhealthyText(containers)}`;
}

function unhealthyText(containers: readonly ContainerSummary[]): string {
  const unhealthy = containers.filter(({ health, state }) => state === 'running' && health === 'unhealthy').length;
  return unhealthy === 0 ? '' : `, ${unhealthy} unhealthy`;
}

/** What the row of a group says of its members: their number alone where the name of the group tells their state. */
export function groupText(containers: readonly ContainerSummary[], by: Grouping): string {
  return by === 'state' ? `${containers.length}${unhealthyText(containers)}` : aggregateText(containers);
}
