/** Writes a diagnosis as Markdown: the cause first, then what one would look at next. What others wrote is quoted as code, line by line. */
import { isUp, restartPolicyText } from '../engine/container.ts';
import { bytesText } from '../text/byte-text.ts';
import { markdownBlock, markdownCell, markdownText } from '../text/markdown.ts';
import { exitCodeMeaning } from '../text/exit-code.ts';
import { durationText } from '../text/uptime.ts';
import type { EngineEvent } from '../engine/event.ts';
import { usageTexts } from '../stats/usage-text.ts';
import { diagnose } from './causes/index.ts';
import { checkOf, probesOf } from './causes/health.ts';
import type { Evidence } from './evidence.ts';
import { code, type Finding, type Step, type StepAction } from './finding.ts';

/** Lines of the log, and events, that are shown. */
const mostLines = 25;
const mostEvents = 15;

export interface ReportLinks {
  /** The address that carries out an action on the container. */
  action(action: StepAction): string;
}

const actionTitles: Readonly<Record<StepAction, string>> = {
  logs: 'Show Logs',
  inspect: 'Inspect',
  stats: 'Show Stats',
  shell: 'Open Shell',
  updateLimits: 'Update Limits…',
  start: 'Start',
  restart: 'Restart',
  unpause: 'Unpause',
  copyCommand: 'Copy docker Command…',
  stopWithTimeout: 'Stop with Timeout…',
  diagnose: 'Diagnose Again',
};

function quoted(lines: readonly string[]): string {
  return markdownBlock(lines, 400);
}

function timeText(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').replace(/\.(\d{3})Z$/, '.$1 UTC');
}

function stepLine({ text, action }: Step, links: ReportLinks): string {
  return action === undefined ? `1. ${text}` : `1. ${text} [${actionTitles[action]}](${links.action(action)})`;
}

function findingText({ title, explanation, proof = [], steps }: Finding, level: string, links: ReportLinks): string {
  return [`${level} ${title}`, explanation, ...(proof.length === 0 ? [] : [quoted(proof)]), ...(steps.length === 0 ? [] : [steps.map((step) => stepLine(step, links)).join('\n')])].join('\n\n');
}

function table(rows: readonly (readonly [name: string, value: string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${markdownCell(value)} |`)].join('\n');
}

function stateRows({ container, image, now }: Evidence): [string, string][] {
  const { state, exitCode, startedAt, finishedAt, restartCount, limits: { restart } } = container;
  const meaning = exitCodeMeaning(exitCode);
  const runs = isUp(state);
  const ran = startedAt !== undefined && finishedAt !== undefined && finishedAt > startedAt ? `${((finishedAt - startedAt) / 1000).toFixed(1)} s` : undefined;
  return [
    ['State', runs && startedAt !== undefined ? `${state}, for ${durationText(Math.max(0, now - startedAt))}` : state],
    ...(runs || state === 'created' ? [] : ([['Exit code', `${exitCode}${meaning === undefined ? '' : `: ${meaning}`}`]] as [string, string][])),
    ...(runs || finishedAt === undefined ? [] : ([['Ended', `${timeText(finishedAt)}${ran === undefined ? '' : `, after ${ran}`}`]] as [string, string][])),
    ['Restarts', `${restartCount}, with the policy ${code(restartPolicyText(restart))}`],
    ['Image', `${code(container.image)}${image === undefined ? '' : ` for ${code([image.operatingSystem, image.architecture, image.variant].filter((part) => part !== '').join('/'))}`}`],
    ['User', container.user === '' ? 'root' : code(container.user)],
  ];
}

function resourceRows({ container: { limits }, usage }: Evidence): [string, string][] {
  const texts = usage === undefined ? undefined : usageTexts(usage);
  const of = (used: string | undefined, limit: string | undefined) => [used, limit === undefined ? 'no limit' : `limit ${limit}`].filter((part) => part !== undefined).join(', ');
  return [
    ['Memory', of(texts?.memory.replace(/ \/.*/, ''), limits.memory > 0 ? bytesText(limits.memory) : undefined)],
    ['Processors', of(texts?.cpu, limits.cpus > 0 ? `${limits.cpus}` : undefined)],
    ['Processes', of(texts?.processes, limits.pids > 0 ? `${limits.pids}` : undefined)],
    ...(texts === undefined ? [] : ([['Network, received and sent', texts.network], ['Disk, read and written', texts.disk]] as [string, string][])),
  ];
}

function eventWords({ action, attributes }: EngineEvent): string {
  const { exitCode, signal } = attributes;
  const more = action === 'die' && exitCode !== undefined ? ` with exit code ${exitCode}` : action === 'kill' && signal !== undefined ? ` with signal ${signal}` : '';
  return code(`${action}${more}`);
}

function healthSection(evidence: Evidence): string[] {
  const check = checkOf(evidence);
  const probes = probesOf(evidence);
  if (check === undefined) {
    return [];
  }
  const lines = probes.slice(-5).map(({ time, exitCode, output }) => `${timeText(time)}  exit ${exitCode}  ${output}`);
  return ['## Health check', `${code(check)} is ${evidence.container.health ?? 'not run yet'}.`, ...(lines.length === 0 ? [] : [quoted(lines)])];
}

function logSection({ log }: Evidence): string[] {
  const lines = log.slice(-mostLines).map(({ time, stream, text }) => `${new Date(time).toISOString().slice(11, 23)} ${stream === 'stderr' ? 'E' : ' '} ${text}`);
  return lines.length === 0 ? ['## Last lines of the log', 'It wrote nothing.'] : ['## Last lines of the log', quoted(lines)];
}

function eventSection({ events }: Evidence): string[] {
  const lines = events.slice(-mostEvents).map((event) => `- ${timeText(event.time)} ${eventWords(event)}`);
  return lines.length === 0 ? [] : ['## What happened', lines.join('\n')];
}

/** `posture`: what could be hardened, as Markdown; absent where nobody could tell. */
export function diagnosisReport(evidence: Evidence, links: ReportLinks, posture: string | undefined): string {
  const [first, ...others] = diagnose(evidence);
  const name = markdownText(evidence.container.name, 80);
  const verdict = first === undefined ? ['## Nothing is wrong that shows', 'It runs, its health check does not complain, and it is far from its limits. Look at what it writes and uses while the trouble lasts.', `1. Follow its log. [${actionTitles.logs}](${links.action('logs')})\n1. Watch what it uses. [${actionTitles.stats}](${links.action('stats')})`] : [findingText(first, '##', links)];
  return [
    `# ${name}`,
    ...verdict,
    ...(others.length === 0 ? [] : ['## Besides', ...others.map((finding) => findingText(finding, '###', links))]),
    '## State',
    table(stateRows(evidence)),
    '## Use and limits',
    table(resourceRows(evidence)),
    ...healthSection(evidence),
    ...eventSection(evidence),
    ...logSection(evidence),
    ...(posture === undefined ? [] : ['## Hardening', posture]),
    ...(evidence.missing.length === 0 ? [] : ['## What could not be found out', evidence.missing.map((text) => `- ${markdownText(text, 300)}`).join('\n')]),
    `[${actionTitles.diagnose}](${links.action('diagnose')})`,
  ].join('\n\n') + '\n';
}
