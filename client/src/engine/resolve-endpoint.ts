/** Chooses the engine in the order of the Docker CLI, and keeps the reasons, so that "why this engine?" has an answer. */
import path from 'node:path';
import { configurationFolder, contextEndpoint, defaultContext, readCertificates, readContext, readCurrentContext } from './contexts.ts';
import { defaultSockets } from './default-sockets.ts';
import { describeEndpoint, type Endpoint, type TlsMaterial } from './endpoint.ts';
import { parseEndpoint, withoutPassword } from './endpoint-url.ts';
import { EngineError } from './errors.ts';
import type { Machine } from './machine.ts';

/** What the user told Gantry; empty where nothing. */
export interface EngineSettings {
  readonly host: string;
  readonly context: string;
  /** The program that reaches engines behind ssh; absent: the `ssh` on the PATH. */
  readonly ssh?: string;
}

/** Where the choice came from. */
export type Source = 'gantry.engine.host' | 'gantry.engine.context' | 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'currentContext' | 'gantry.engines' | 'default';

export interface Resolution {
  /** The context's name, `default`, or the host that the user configured. */
  readonly name: string;
  readonly source: Source;
  /** Absent where the chosen address, context or certificate is unusable: `problem` says why. */
  readonly endpoint?: Endpoint;
  readonly problem?: EngineError;
  /** Everything that was looked at, in the order of precedence. */
  readonly considered: readonly Considered[];
}

/** One place that could have named the engine. Texts are plain, without secrets, and not escaped. */
export interface Considered {
  readonly place: string;
  readonly value: string;
  readonly verdict: 'chosen' | 'overruled' | 'not-set' | 'unusable' | 'not-there';
  readonly remark: string;
}

const unset: EngineSettings = { host: '', context: '' };

/** The engine that the CLI would use on this machine, unless the settings name another. Never throws: see `problem`. */
export async function resolveEndpoint(machine: Machine, settings: EngineSettings = unset): Promise<Resolution> {
  const current = await readCurrentContext(machine);
  const variable = (name: string) => machine.environment[name] ?? '';
  const places: readonly (readonly [source: Source, value: string, resolve: (value: string) => Promise<Chosen>])[] = [
    ['gantry.engine.host', settings.host, (value) => fromHost(machine, value, addressOf(value))],
    ['gantry.engine.context', settings.context, (value) => fromContext(machine, value)],
    // The CLI calls this one the default context, wherever the variable points.
    ['DOCKER_HOST', variable('DOCKER_HOST'), (value) => fromHost(machine, value, defaultContext)],
    ['DOCKER_CONTEXT', variable('DOCKER_CONTEXT'), (value) => fromContext(machine, value)],
    ['currentContext', current.name ?? '', (value) => fromContext(machine, value)],
  ];
  const chosen = places.find(([, value]) => value !== '');
  const [source, value, resolve] = chosen ?? (['default', '', () => fromDefaults(machine)] as const);
  const outcome = await resolve(value);
  const considered = places.map(([place, value]): Considered => {
    const shown = place === 'gantry.engine.host' || place === 'DOCKER_HOST' ? withoutPassword(value) : value;
    if (place === 'currentContext' && current.problem !== undefined) {
      return { place, value: current.problem.file, verdict: 'unusable', remark: current.problem.message };
    }
    if (value === '') {
      return { place, value: '', verdict: 'not-set', remark: '' };
    }
    return place === chosen?.[0] ? { place, value: shown, verdict: 'chosen', remark: outcome.remark ?? '' } : { place, value: shown, verdict: 'overruled', remark: `${chosen?.[0] ?? ''} comes first` };
  });
  return resolution(source, outcome, considered, settings);
}

/** The engine of one context, whatever is current: a root of the tree that `gantry.engines` asks for. */
export async function resolveContext(machine: Machine, name: string, settings: EngineSettings = unset): Promise<Resolution> {
  const outcome = await fromContext(machine, name);
  return resolution('gantry.engines', outcome, [{ place: 'gantry.engines', value: name, verdict: 'chosen', remark: outcome.remark ?? '' }], settings);
}

interface Chosen {
  readonly name: string;
  readonly endpoint?: Endpoint;
  readonly problem?: EngineError;
  readonly considered?: readonly Considered[];
  /** What has to be said about the place that chose it. */
  readonly remark?: string;
}

function resolution(source: Source, { name, endpoint, problem, considered = [] }: Chosen, before: readonly Considered[], { ssh }: EngineSettings): Resolution {
  const reached = endpoint?.kind === 'ssh' && ssh !== undefined ? { ...endpoint, program: ssh } : endpoint;
  return { name, source, ...(reached !== undefined && { endpoint: reached }), ...(problem !== undefined && { problem }), considered: [...before, ...considered] };
}

async function attempt(name: string, find: () => Promise<Endpoint>): Promise<Chosen> {
  try {
    return { name, endpoint: await find() };
  } catch (error) {
    if (error instanceof EngineError) {
      return { name, problem: error };
    }
    throw error;
  }
}

async function fromContext(machine: Machine, name: string): Promise<Chosen> {
  if (name !== defaultContext) {
    return attempt(name, async () => contextEndpoint(machine, await readContext(machine, name)));
  }
  const host = machine.environment['DOCKER_HOST'] ?? '';
  return host === '' ? fromDefaults(machine) : { ...(await fromHost(machine, host, defaultContext)), remark: 'DOCKER_HOST says where it is' };
}

/** In full: no context can be called so, and the CLI takes it behind `--host`. */
function addressOf(host: string): string {
  try {
    return describeEndpoint(parseEndpoint(host));
  } catch {
    return withoutPassword(host);
  }
}

async function fromHost(machine: Machine, host: string, name: string): Promise<Chosen> {
  return attempt(name, async () => withEnvironmentTls(machine, parseEndpoint(host)));
}

/** The first default socket that is there; the CLI's own where there is none, so that its absence can be reported. */
async function fromDefaults(machine: Machine): Promise<Chosen> {
  if (asksForTls(machine)) {
    return attempt(defaultContext, async () => withEnvironmentTls(machine, parseEndpoint('tcp://localhost:2376')));
  }
  const candidates = defaultSockets(machine);
  const probes = await Promise.all(candidates.map(({ endpoint }) => machine.probe(endpoint.path)));
  const found = probes.findIndex((probe) => probe === 'present' || probe === 'denied');
  const considered = candidates.map(({ product, endpoint }, index): Considered => {
    const place = `${product} socket`;
    const value = describeEndpoint(endpoint);
    if (index === found) {
      return { place, value, verdict: 'chosen', remark: probes[index] === 'denied' ? 'this user may not write to it' : '' };
    }
    switch (probes[index]) {
      case 'present':
      case 'denied':
        return { place, value, verdict: 'overruled', remark: 'an earlier one is there' };
      case 'not-a-socket':
        return { place, value, verdict: 'unusable', remark: 'it is not a socket' };
      default:
        return { place, value, verdict: 'not-there', remark: '' };
    }
  });
  const endpoint = candidates[Math.max(found, 0)]?.endpoint;
  return { name: defaultContext, ...(endpoint !== undefined && { endpoint }), considered };
}

/** Any text switches these on, as for the CLI; `0` and `false`, too. */
function asksForTls(machine: Machine): boolean {
  return isSet(machine, 'DOCKER_TLS_VERIFY') || isSet(machine, 'DOCKER_TLS');
}

function isSet(machine: Machine, variable: string): boolean {
  return (machine.environment[variable] ?? '') !== '';
}

/** Adds what DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH say. Throws an EngineError `tls`. */
async function withEnvironmentTls(machine: Machine, endpoint: Endpoint): Promise<Endpoint> {
  if (endpoint.kind !== 'tcp' || !asksForTls(machine)) {
    return endpoint;
  }
  const configured = machine.environment['DOCKER_CERT_PATH'] ?? '';
  const folder = configured === '' ? configurationFolder(machine) : configured;
  const certificates = await readCertificates(machine, folder);
  if (certificates?.ca === undefined) {
    const asking = isSet(machine, 'DOCKER_TLS_VERIFY') ? 'DOCKER_TLS_VERIFY' : 'DOCKER_TLS';
    throw new EngineError('tls', `${asking} is set, but ${path.join(folder, 'ca.pem')} does not exist. Point DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem.`, folder);
  }
  const tls: TlsMaterial = { ...certificates, verify: isSet(machine, 'DOCKER_TLS_VERIFY') };
  return { ...endpoint, tls };
}
