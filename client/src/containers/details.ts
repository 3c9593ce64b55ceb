/** What stands below a container: its ports, mounts, networks, environment and processes. */
import { mayBeSecret } from '../../../server/src/language/command/secret-values.ts';
import { isUp, type ContainerSummary } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import { maskedLine } from '../inspect/mask-secrets.ts';
import { displayText, mask } from '../text/display-text.ts';
import { distinctPorts, portText, portUrl } from './port-text.ts';
import type { DetailNode, Section } from './node.ts';

/** A line below a section; plain text, fit to be shown. */
export interface DetailLine {
  readonly label: string;
  readonly description: string;
  readonly url?: string;
}

/** Lines of one section; an environment of thousands of variables helps nobody in a tree. */
const lineLimit = 500;

/** Sections that have something to show, as far as the row of the list tells. */
export function sectionsOf({ ports, mounts, networks, state }: ContainerSummary): Section[] {
  return [
    ...(ports.length > 0 ? (['ports'] as const) : []),
    ...(mounts.length > 0 ? (['mounts'] as const) : []),
    ...(networks.length > 0 ? (['networks'] as const) : []),
    'environment',
    ...(isUp(state) ? (['processes'] as const) : []),
  ];
}

export function sectionTitle(section: Section): string {
  return { ports: 'Ports', mounts: 'Mounts', networks: 'Networks', environment: 'Environment', processes: 'Processes' }[section];
}

function portLines({ ports }: ContainerSummary, engineHost: string | undefined): DetailLine[] {
  return distinctPorts(ports).map((port) => {
    const url = portUrl(port, engineHost);
    return { label: portText(port), description: port.host === undefined ? 'exposed, not published' : (url ?? ''), ...(url !== undefined && { url }) };
  });
}

function mountLines({ mounts }: ContainerSummary): DetailLine[] {
  return mounts.map(({ destination, type, name, source, readOnly }) => ({
    label: displayText(destination),
    description: displayText([`${type} ${name ?? source}`, ...(readOnly ? ['read-only'] : [])].join(', ')),
  }));
}

function networkLines({ networks }: ContainerSummary): DetailLine[] {
  return networks.map(({ name, address }) => ({ label: displayText(name), description: address }));
}

function environmentLine(entry: string): DetailLine {
  const at = entry.indexOf('=');
  const [name, value] = at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
  return { label: displayText(name), description: mayBeSecret(name, value) ? mask : displayText(value) };
}

/** The value of the variable, unmasked; undefined where it is gone. Rejects with an EngineError. */
export async function environmentValue({ live, containerId, label }: DetailNode): Promise<string | undefined> {
  if (live.status.kind !== 'connected') {
    return undefined;
  }
  const { environment } = await live.status.engine.inspectContainer(containerId);
  const entry = environment.find((each) => environmentLine(each).label === label);
  return entry?.slice(entry.indexOf('=') + 1);
}

async function processLines(engine: Engine, id: string): Promise<DetailLine[]> {
  const { titles, processes } = await engine.listProcesses(id);
  const at = (...names: readonly string[]) => titles.findIndex((title) => names.includes(title.toUpperCase()));
  const [command, pid, user] = [at('CMD', 'COMMAND'), at('PID'), at('UID', 'USER')];
  return processes.map((process) => ({ label: displayText(maskedLine(process[command] ?? process.at(-1) ?? '')), description: displayText(`pid ${process[pid] ?? '?'}, user ${process[user] ?? '?'}`) }));
}

async function linesOf(engine: Engine, container: ContainerSummary, section: Section, engineHost: string | undefined): Promise<readonly DetailLine[]> {
  switch (section) {
    case 'ports':
      return portLines(container, engineHost);
    case 'mounts':
      return mountLines(container);
    case 'networks':
      return networkLines(container);
    case 'environment':
      return (await engine.inspectContainer(container.id)).environment.map(environmentLine).sort((one, other) => (one.label < other.label ? -1 : 1));
    case 'processes':
      return processLines(engine, container.id);
  }
}

/** Resolves in any case: what cannot be read is one line that says why. */
export async function detailLines(engine: Engine, container: ContainerSummary, section: Section, engineHost: string | undefined): Promise<readonly DetailLine[]> {
  try {
    const lines = await linesOf(engine, container, section, engineHost);
    const shown = lines.slice(0, lineLimit);
    return lines.length > lineLimit ? [...shown, { label: `${lines.length - lineLimit} more`, description: '' }] : shown.length > 0 ? shown : [{ label: 'None', description: '' }];
  } catch (error) {
    return [{ label: error instanceof EngineError ? displayText(error.message) : 'This cannot be read.', description: '' }];
  }
}
