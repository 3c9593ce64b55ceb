/** Which containers an action is meant for: those of the rows that were chosen, a group standing for its containers. */
import { titleInText, type ContainerAction, type Target } from './action.ts';
import { cliOptionsFor } from './command-line.ts';
import { displayText } from '../text/display-text.ts';
import type { TreeNode } from './node.ts';
import type { ContainerSummary } from '../engine/container.ts';
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

/** None of an engine that does not answer. `alone`: it is the only root of the tree. */
export function targetsOn(live: LiveEngine, containers: readonly ContainerSummary[], alone: boolean): Target[] {
  if (live.status.kind !== 'connected') {
    return [];
  }
  const { engine } = live.status;
  const host = hostOf(live);
  const cliOptions = cliOptionsFor(live, alone);
  return containers.map((container) => ({ engine, container, ...(host !== undefined && { host }), ...(cliOptions.length > 0 && { cliOptions }) }));
}

function containersOf(node: TreeNode): readonly ContainerSummary[] {
  return node.kind === 'container' ? [node.container] : node.kind === 'group' ? node.containers : [];
}

/** Of one container in a state that does not allow the action, the state is told; of several, those that are left out. `roots`: of the tree. */
export function targetsFor({ states, title }: ContainerAction, nodes: readonly TreeNode[], roots = 1): Targets {
  const lost = nodes.map(({ live }) => live.status).find((status) => status.kind === 'failed');
  if (lost?.kind === 'failed') {
    return { targets: [], report: { severity: 'error', message: displayText(lost.error.message, 300), details: lost.error.details } };
  }
  const unique = new Map(nodes.flatMap((node) => targetsOn(node.live, containersOf(node), roots === 1)).map((target) => [target.container.id, target]));
  const all = [...unique.values()];
  const targets = all.filter(({ container }) => states.includes(container.state));
  const others = all.filter((target) => !targets.includes(target));
  if (others.length === 0 || nodes.some(({ kind }) => kind === 'group')) {
    return { targets };
  }
  const names = others.slice(0, 5).map(({ container }) => `${displayText(container.name, 60)} (${container.state})`);
  const more = others.length > names.length ? ` and ${others.length - names.length} more` : '';
  return { targets, report: { severity: targets.length === 0 ? 'warning' : 'info', message: `“${titleInText(title)}” leaves out ${names.join(', ')}${more}.` } };
}
