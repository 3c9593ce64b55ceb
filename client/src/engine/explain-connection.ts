/** Writes the report of "Show Engine Connection": which engine was chosen, why, what else there was, and how it answers. */
import { markdownCell, markdownCode, markdownText } from '../text/markdown.ts';
import type { ContextProblem } from './contexts.ts';
import { describeEndpoint } from './endpoint.ts';
import type { LiveStatus } from './live-engine.ts';
import type { Considered, Resolution, Source } from './resolve-endpoint.ts';

export interface ExplainedEngine {
  readonly resolution: Resolution;
  readonly status: LiveStatus;
}

const reasons: Readonly<Record<Source, string>> = {
  'gantry.engine.host': 'the setting gantry.engine.host names it',
  'gantry.engine.context': 'the setting gantry.engine.context names its context',
  DOCKER_HOST: 'the variable DOCKER_HOST names it',
  DOCKER_CONTEXT: 'the variable DOCKER_CONTEXT names its context',
  currentContext: 'its context is the current one of the Docker CLI ("docker context use")',
  'gantry.engines': 'the setting gantry.engines lists its context',
  default: 'nothing names an engine, so the usual sockets were tried in order',
};

const verdicts: Readonly<Record<Considered['verdict'], string>> = {
  chosen: 'chosen',
  overruled: 'overruled',
  'not-set': 'not set',
  unusable: 'cannot be used',
  'not-there': 'not there',
};

/** Markdown in which names and addresses from files are inert. It holds no certificate, key or password. */
export function explainConnection(engines: readonly ExplainedEngine[], problems: readonly ContextProblem[]): string {
  const sections = engines.length === 0 ? ['No engine is configured: the setting gantry.engines lists no context.'] : engines.map(explainEngine);
  const broken = problems.length === 0 ? [] : [['## Contexts that cannot be used', '', ...problems.map(({ file, message }) => `- ${code(file)}: ${plain(message)}`)].join('\n')];
  return `${['# Engine connection', ...sections, ...broken].join('\n\n')}\n`;
}

function explainEngine({ resolution, status }: ExplainedEngine): string {
  const { name, source, endpoint, problem, considered } = resolution;
  return [
    `## ${code(name)}`,
    '',
    `- Endpoint: ${endpoint === undefined ? 'none' : code(describeEndpoint(endpoint))}`,
    `- Chosen because ${reasons[source]}`,
    ...(endpoint?.kind === 'tcp' ? [`- Encryption: ${encryption(endpoint.tls)}`] : []),
    ...(problem === undefined ? [] : [`- Problem: ${plain(problem.message)}`]),
    ...explainStatus(status),
    '',
    '| Place | Value | Verdict |',
    '| --- | --- | --- |',
    ...considered.map(({ place, value, verdict, remark }) => `| ${plain(place)} | ${markdownCell(code(value))} | ${verdicts[verdict]}${remark === '' ? '' : `: ${plain(remark)}`} |`),
  ].join('\n');
}

function encryption(tls: { readonly ca?: string; readonly cert?: string; readonly verify: boolean } | undefined): string {
  if (tls === undefined) {
    return 'none. Whoever reaches this port controls the machine';
  }
  const engine = tls.verify ? `the engine's certificate is checked against ${tls.ca === undefined ? 'the authorities of this machine' : 'ca.pem'}` : "the engine's certificate is not checked";
  return `TLS; ${engine}; ${tls.cert === undefined ? 'no client certificate' : 'a client certificate is sent'}`;
}

function explainStatus(status: LiveStatus): string[] {
  switch (status.kind) {
    case 'idle':
      return ['- State: not asked yet, because the view has not been shown'];
    case 'connecting':
      return ['- State: connecting'];
    case 'connected': {
      const { product, version, apiVersion, operatingSystem, architecture, swarm } = status.description;
      return [`- State: connected to ${plain(`${product} ${version}`)}, API ${plain(apiVersion)}, ${plain(`${operatingSystem} ${architecture}`)}`, ...(swarm === 'none' ? [] : [`- Swarm: ${swarm}`])];
    }
    case 'failed': {
      const details = status.error.details === '' ? [] : [`- Raw text: ${code(status.error.details)}`];
      return [`- State: ${plain(status.error.message)}`, ...details];
    }
  }
}

/** As much of an address or of an answer as anybody reads. */
const maxLength = 1000;

function plain(text: string): string {
  return markdownText(text, maxLength);
}

function code(text: string): string {
  return markdownCode(text, maxLength);
}
