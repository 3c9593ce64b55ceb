/** What hovering a row tells, in Markdown. Everything in it that a container brings along is escaped. */
import { probesOf } from '../diagnose/causes/health.ts';
import { restartPolicyText, type ContainerDetails } from '../engine/container.ts';
import { EngineError } from '../engine/errors.ts';
import { maskedLine, maskedSetting } from '../inspect/mask-secrets.ts';
import type { ContainerNode, TreeNode } from './node.ts';
import { bytesText } from '../text/byte-text.ts';
import { stateAndAge } from './container-view.ts';
import { displayText } from '../text/display-text.ts';
import { markdownCode, markdownText } from '../text/markdown.ts';
import { distinctPorts, portText } from './port-text.ts';

/** Labels in a tooltip; the whole list is in the inspection. */
const labelLimit = 12;

function limitsText({ limits: { memory, cpus, pids, restart } }: ContainerDetails): string {
  return [
    memory > 0 ? `memory ${bytesText(memory)}` : 'memory unlimited',
    cpus > 0 ? `cpus ${cpus}` : 'cpus unlimited',
    pids > 0 ? `pids ${pids}` : 'pids unlimited',
    `restart ${restartPolicyText(restart)}`,
  ].join(', ');
}

function reasonsOf(details: ContainerDetails): string[] {
  if (details.state === 'running') {
    const output = details.health === 'unhealthy' ? (probesOf({ container: details }).at(-1)?.output ?? '') : '';
    return output === '' ? [] : [`The last health check failed: ${markdownCode(output)}`];
  }
  return [...(details.oomKilled ? ['Ran out of memory'] : []), ...(details.error === '' ? [] : [markdownText(details.error, 300)])];
}

function rows(container: ContainerNode['container'], details: ContainerDetails | undefined, sinceListed: number): (readonly [string, string])[] {
  const list = (texts: readonly string[]) => texts.map((text) => markdownCode(text)).join(' ');
  const reasons = details === undefined ? [] : reasonsOf(details);
  const labels = Object.entries(container.labels);
  const shownLabels = labels.slice(0, labelLimit).map(([name, value]) => markdownCode(`${name}=${maskedSetting(name, value)}`, 120));
  return [
    ['State', markdownText(stateAndAge(container, sinceListed))],
    ...(reasons.length === 0 ? [] : [['Why', reasons.join('; ')] as const]),
    ['Image', markdownCode(container.image)],
    ['Command', markdownCode(maskedLine(container.command))],
    ['Ports', list(distinctPorts(container.ports).map(portText))],
    ['Networks', list(container.networks.map(({ name, address }) => (address === '' ? name : `${name} ${address}`)))],
    ['Mounts', list(container.mounts.map(({ source, name, destination, readOnly }) => `${name ?? source}:${destination}${readOnly ? ':ro' : ''}`))],
    ...(details === undefined
      ? []
      : ([
          ['User', details.user === '' ? 'root' : markdownCode(details.user)],
          ['Limits', limitsText(details)],
          ['Restarts', details.restartCount === 0 ? '' : String(details.restartCount)],
        ] as const)),
    ['Labels', [...shownLabels, ...(labels.length > labelLimit ? [`and ${labels.length - labelLimit} more`] : [])].join('  \n')],
    ['Id', markdownCode(container.id.slice(0, 12))],
  ];
}

async function containerTooltip({ container, live }: ContainerNode, sinceListed: number): Promise<string> {
  let details: ContainerDetails | undefined;
  let problem = '';
  if (live.status.kind === 'connected') {
    try {
      details = await live.status.engine.inspectContainer(container.id);
    } catch (error) {
      problem = error instanceof EngineError ? `\n\n${markdownText(error.message)}` : '';
    }
  }
  const lines = rows(container, details, sinceListed).filter(([, text]) => text !== '').map(([name, text]) => `**${name}:** ${text}`);
  return `### ${markdownText(container.name)}\n\n${lines.join('\n\n')}${problem}`;
}

/** Asks the engine at most once. Resolves in any case. `sinceListed` is the age of the row in milliseconds. */
export async function tooltipOf(node: TreeNode, description: string, sinceListed: number): Promise<string> {
  switch (node.kind) {
    case 'container':
      return containerTooltip(node, sinceListed);
    case 'engine':
      return node.live.status.kind === 'failed' ? `**${markdownText(node.live.status.error.message)}**\n\n${markdownCode(node.live.status.error.details, 600)}` : markdownText(node.live.name);
    case 'task':
      return node.task.error === undefined ? markdownText(displayText(description)) : markdownText(node.task.error, 600);
    default:
      return markdownText(description);
  }
}
