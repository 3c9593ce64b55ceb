/** How services, tasks and nodes of a swarm look. */
import type { SwarmNode, SwarmService, SwarmTask } from '../engine/swarm.ts';
import { displayText } from '../text/display-text.ts';
import type { NodeView } from './node.ts';

export function serviceView({ name, image, mode, running, desired, ports, updateState }: SwarmService): NodeView {
  const label = displayText(name);
  const count = `${running}/${desired} running`;
  const published = ports.map((port) => `${port.published}→${port.target}${port.protocol === 'tcp' ? '' : `/${port.protocol}`}`).join(' ');
  const update = updateState === undefined || updateState === 'completed' ? '' : `update ${displayText(updateState)}`;
  const description = [displayText(image, 80), count, mode === 'replicated' ? '' : mode, update, published].filter((part) => part !== '').join(' · ');
  return {
    label,
    description,
    accessibleLabel: `service ${label}: ${count}, image ${displayText(image, 80)}`,
    icon: running < desired ? { id: 'warning', color: 'problemsWarningIcon.foreground' } : { id: 'layers' },
    expandable: 'collapsed',
    capabilities: ['service', `mode-${mode}`],
  };
}

const failed: readonly string[] = ['failed', 'rejected', 'orphaned'];

/** `place` is the host name of the task's node. */
export function taskView({ id, slot, state, desiredState, error, image }: SwarmTask, place: string): NodeView {
  const label = slot === undefined ? displayText(place) || id.slice(0, 12) : `Replica ${slot}`;
  const wanted = desiredState === state || state === 'shutdown' ? '' : `to be ${displayText(desiredState)}`;
  const reason = error === undefined ? '' : displayText(error);
  return {
    label,
    description: [displayText(state), wanted, slot === undefined ? '' : displayText(place), reason, displayText(image, 80)].filter((part) => part !== '').join(' · '),
    accessibleLabel: [`${label}: ${displayText(state)}`, wanted, reason].filter((part) => part !== '').join(', '),
    icon: failed.includes(state) ? { id: 'error', color: 'problemsErrorIcon.foreground' } : state === 'running' ? { id: 'debug-start', color: 'debugIcon.startForeground' } : { id: 'circle-outline' },
    expandable: 'no',
    capabilities: ['task', `task-${state}`],
  };
}

export function swarmNodeView({ hostname, role, leader, state, availability, address, engineVersion }: SwarmNode): NodeView {
  const label = displayText(hostname);
  const part = leader ? 'leader' : role;
  return {
    label,
    description: [part, displayText(state), availability === 'active' ? '' : availability, displayText(address), displayText(engineVersion)].filter((text) => text !== '').join(' · '),
    accessibleLabel: `node ${label}: ${part}, ${displayText(state)}, ${availability}`,
    icon: state === 'ready' ? { id: 'server' } : { id: 'warning', color: 'problemsWarningIcon.foreground' },
    expandable: 'no',
    capabilities: ['swarm-node'],
  };
}
