/** Which containers an action is meant for: those of the rows that were chosen, a group standing for its containers. */
import type { ContainerAction, Target } from './action.ts';
import { displayText } from './display-text.ts';
import type { TreeNode } from './node.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import type { Report } from './ui.ts';

export interface Targets {
  readonly targets: readonly Target[];
  /** What has to be said about rows that are none; undefined where there are none. */
  readonly report?: Report;
}

/** The machine to reach published ports at; undefined where it is this one. */
export function hostOf({ endpoint }: LiveEngine): string | undefined {
  switch (endpoint?.kind) {
    case 'tcp':
      return endpoint.host;
    case 'ssh':
      return endpoint.destination;
    default:
      return undefined;
  }
}

function targetsOf(node: TreeNode): Target[] {
  const { live } = node;
  const containers = node.kind === 'container' ? [node.container] : node.kind === 'group' ? node.containers : [];
  if (live.status.kind !== 'connected') {
    return [];
  }
  const { engine } = live.status;
  const host = hostOf(live);
  return containers.map((container) => ({ engine, container, ...(host !== undefined && { host }) }));
}

/** Of one container in a state that does not allow the action, the state is told; of several, those that are left out. */
export function targetsFor({ states, title }: ContainerAction, nodes: readonly TreeNode[]): Targets {
  const lost = nodes.map(({ live }) => live.status).find((status) => status.kind === 'failed');
  if (lost?.kind === 'failed') {
    return { targets: [], report: { severity: 'error', message: displayText(lost.error.message, 300), details: lost.error.details } };
  }
  const unique = new Map(nodes.flatMap(targetsOf).map((target) => [target.container.id, target]));
  const all = [...unique.values()];
  const targets = all.filter(({ container }) => states.includes(container.state));
  const others = all.filter((target) => !targets.includes(target));
  if (others.length === 0 || nodes.some(({ kind }) => kind === 'group')) {
    return { targets };
  }
  const names = others.slice(0, 5).map(({ container }) => `${displayText(container.name, 60)} (${container.state})`);
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : '';
  return { targets, report: { severity: targets.length === 0 ? 'warning' : 'info', message: `“${title.replace(/…$/, '')}” leaves out ${names.join(', ')}${more}.` } };
}
