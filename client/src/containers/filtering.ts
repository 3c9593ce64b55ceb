/** Which containers the view shows. */
import { composeLabels } from './compose-labels.ts';
import { inactiveStates, type ContainerSummary } from '../engine/container.ts';
import { portText } from './port-text.ts';

export interface ContainerFilter {
  /** Words that all have to occur in the name, image, id, a label, a network or a port. */
  readonly text: string;
  readonly hideStopped: boolean;
  /** Only containers of these folders: made by Compose in one of them, or with a bind mount from inside one. */
  readonly folders: readonly string[] | undefined;
}

export const everything: ContainerFilter = { text: '', hideStopped: false, folders: undefined };

/** Paths of Windows compare without case, and with either slash. */
function comparable(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/\/+$/, '');
  return /^[a-z]:/i.test(slashed) ? slashed.toLowerCase() : slashed;
}

function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [comparable(path), comparable(folder)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

function belongsTo({ labels, mounts }: ContainerSummary, folders: readonly string[]): boolean {
  const project = labels[composeLabels.folder];
  return folders.some((folder) => (project !== undefined && isInside(project, folder)) || mounts.some(({ type, source }) => type === 'bind' && isInside(source, folder)));
}

function searched({ name, image, id, labels, networks, ports }: ContainerSummary): string {
  const labelTexts = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  return [name, image, id, ...labelTexts, ...networks.map((network) => network.name), ...ports.map(portText)].join('\n').toLowerCase();
}

export function passes(container: ContainerSummary, { text, hideStopped, folders }: ContainerFilter): boolean {
  if (hideStopped && inactiveStates.includes(container.state)) {
    return false;
  }
  if (folders !== undefined && !belongsTo(container, folders)) {
    return false;
  }
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    return true;
  }
  const haystack = searched(container);
  return words.every((word) => haystack.includes(word));
}
