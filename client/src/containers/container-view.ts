/** How the row of a container looks. */
import { composeLabels } from './compose-labels.ts';
import type { ContainerState, ContainerSummary } from '../engine/container.ts';
import { displayText } from '../text/display-text.ts';
import type { NodeView } from './node.ts';
import { distinctPorts, portText } from './port-text.ts';
import { durationIn, durationText, shortDurationText } from '../text/uptime.ts';

type Icon = NonNullable<NodeView['icon']>;

const stateIcons: Readonly<Record<ContainerState, Icon>> = {
  created: { id: 'circle-outline' },
  running: { id: 'debug-start', color: 'debugIcon.startForeground' },
  paused: { id: 'debug-pause', color: 'debugIcon.pauseForeground' },
  restarting: { id: 'debug-restart', color: 'debugIcon.restartForeground' },
  removing: { id: 'trash' },
  exited: { id: 'debug-stop', color: 'debugIcon.stopForeground' },
  dead: { id: 'error', color: 'problemsErrorIcon.foreground' },
};

function iconOf({ state, health, exitCode }: ContainerSummary): Icon {
  if (state === 'running' && health === 'unhealthy') {
    return { id: 'warning', color: 'problemsWarningIcon.foreground' };
  }
  if (state === 'running' && health === 'starting') {
    return { id: 'debug-rerun', color: 'debugIcon.startForeground' };
  }
  // Without a color of its own VS Code draws this icon as red as that of a failure.
  return state === 'exited' && exitCode === 0 ? { id: 'debug-stop', color: 'disabledForeground' } : stateIcons[state];
}

/** Exit codes that say how it ended. */
const exitWords: Readonly<Record<number, string>> = { 0: 'done', 125: 'not started', 126: 'not executable', 127: 'command not found', 137: 'killed', 139: 'crashed', 143: 'terminated' };

function stateText({ state, exitCode, health }: ContainerSummary): string {
  const word = exitCode === undefined ? undefined : exitWords[exitCode];
  const code = exitCode === undefined ? '' : ` (${exitCode}${word === undefined ? '' : `, ${word}`})`;
  return state === 'running' && health !== undefined ? `running, ${health}` : `${state}${code}`;
}

/** How long it has been in its state, by the clock of the row: the engine's sentence is as old as the last event. */
function ageText({ state, status }: ContainerSummary, sinceListed: number, spelled: (milliseconds: number) => string): string {
  const duration = durationIn(status);
  if (duration === undefined || state === 'created') {
    return '';
  }
  const text = spelled(duration + sinceListed);
  return state === 'exited' || state === 'dead' ? `${text} ago` : text;
}

function capabilitiesOf({ state, health, labels, ports }: ContainerSummary): string[] {
  return [
    'container',
    `state-${state}`,
    ...(health === undefined ? [] : [`health-${health}`]),
    ...(composeLabels.project in labels ? ['compose'] : []),
    ...(ports.some(({ host, protocol }) => host !== undefined && protocol === 'tcp') ? ['tcp-port'] : []),
  ];
}

/** In words: `running, healthy, 2 hours`. */
export function stateAndAge(container: ContainerSummary, sinceListed: number): string {
  return [stateText(container), ageText(container, sinceListed, durationText)].filter((part) => part !== '').join(', ');
}

/** `sinceListed` is the age of the row in milliseconds. */
export function containerView(container: ContainerSummary, sinceListed: number): NodeView {
  const label = displayText(container.name);
  const image = displayText(container.image, 80);
  const published = distinctPorts(container.ports).filter(({ host }) => host !== undefined);
  const ports = published.slice(0, 4).map(portText).join(' ');
  const more = published.length > 4 ? ` +${published.length - 4}` : '';
  // Only what runs has a health, and the icon shows that it runs.
  const shortState = (container.state === 'running' ? container.health : undefined) ?? stateText(container);
  return {
    label,
    // The image comes last: a narrow view cuts off the end, and what a container does matters more than what it is made of.
    description: [[shortState, ageText(container, sinceListed, shortDurationText)].filter((part) => part !== '').join(' '), `${ports}${more}`, image].filter((part) => part !== '').join(' · '),
    accessibleLabel: [`${label}: ${stateAndAge(container, sinceListed)}`, `image ${image}`, ports === '' ? '' : `ports ${ports.replaceAll('→', ' to ')}`].filter((part) => part !== '').join(', '),
    icon: iconOf(container),
    expandable: 'collapsed',
    capabilities: capabilitiesOf(container),
  };
}
