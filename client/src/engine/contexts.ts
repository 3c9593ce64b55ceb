/** Reads the contexts of the Docker CLI from its own store, so that no CLI has to be started and none need be installed. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Endpoint, TlsMaterial } from './endpoint.ts';
import { parseEndpoint } from './endpoint-url.ts';
import { EngineError } from './errors.ts';
import { FileTooLarge, type Machine } from './machine.ts';

/** A context as its metadata describes it; certificates are read by `contextEndpoint`. */
export interface Context {
  readonly name: string;
  readonly description: string;
  /** As written in the store. */
  readonly host: string;
  readonly skipTlsVerify: boolean;
}

/** An entry of the store that cannot be used. The others are not disturbed by it. */
export interface ContextProblem {
  readonly file: string;
  readonly message: string;
}

/** The name of the CLI's built-in context, which the store does not hold. */
export const defaultContext = 'default';

const validName = /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/;
/** Bytes. The CLI writes a few hundred; Docker Desktop adds some. */
const metadataLimit = 256 * 1024;
const certificateLimit = 1024 * 1024;
const configurationLimit = 4 * 1024 * 1024;
const mostContexts = 500;

export function configurationFolder(machine: Machine): string {
  const configured = machine.environment['DOCKER_CONFIG'];
  return configured === undefined || configured === '' ? path.join(machine.home, '.docker') : configured;
}

/** `currentContext` of the CLI's config.json; undefined where none is set, a problem where the file cannot be read. */
export async function readCurrentContext(machine: Machine): Promise<{ readonly name: string | undefined; readonly problem?: ContextProblem }> {
  const file = path.join(configurationFolder(machine), 'config.json');
  const read = await readJson(machine, file, configurationLimit);
  if ('missing' in read) {
    return { name: undefined };
  }
  if ('problem' in read) {
    return { name: undefined, problem: read.problem };
  }
  const name = field(read.value, 'currentContext');
  return { name: typeof name === 'string' && name !== '' ? name : undefined };
}

/** Every context of the store, by name, and the entries that cannot be used. */
export async function listContexts(machine: Machine): Promise<{ readonly contexts: readonly Context[]; readonly problems: readonly ContextProblem[] }> {
  const meta = path.join(configurationFolder(machine), 'contexts', 'meta');
  const entries = (await machine.list(meta)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const problems: ContextProblem[] = entries.length > mostContexts ? [{ file: meta, message: `only the first ${mostContexts} of ${entries.length} contexts are read` }] : [];
  const contexts: Context[] = [];
  for (const entry of entries.slice(0, mostContexts)) {
    const read = await readMetadata(machine, path.join(meta, entry, 'meta.json'));
    if ('context' in read) {
      contexts.push(read.context);
    } else if ('problem' in read) {
      problems.push(read.problem);
    }
  }
  return { contexts: contexts.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}

/** The context of that name. Throws an EngineError `misconfigured` where there is none, or none that can be used. */
export async function readContext(machine: Machine, name: string): Promise<Context> {
  const file = path.join(configurationFolder(machine), 'contexts', 'meta', hashed(name), 'meta.json');
  const read = await readMetadata(machine, file);
  if ('context' in read) {
    return read.context;
  }
  if ('problem' in read) {
    throw new EngineError('misconfigured', `The context "${name}" cannot be used: ${read.problem.message}.`, file);
  }
  throw new EngineError('misconfigured', `There is no context "${name}". "docker context ls" lists those that exist.`, file);
}

/** Where the context leads, with its certificates read. Throws an EngineError `misconfigured` or `tls`. */
export async function contextEndpoint(machine: Machine, context: Context): Promise<Endpoint> {
  const endpoint = parseEndpoint(context.host);
  if (endpoint.kind !== 'tcp') {
    return endpoint;
  }
  const folder = path.join(configurationFolder(machine), 'contexts', 'tls', hashed(context.name), 'docker');
  const tls = await readCertificates(machine, folder);
  if (tls === undefined && !context.skipTlsVerify) {
    return endpoint;
  }
  return { ...endpoint, tls: { ...tls, verify: !context.skipTlsVerify } };
}

/** `ca.pem`, `cert.pem` and `key.pem` of a folder; undefined where none of them is there. Throws an EngineError `tls`. */
export async function readCertificates(machine: Machine, folder: string): Promise<Omit<TlsMaterial, 'verify'> | undefined> {
  const found: { ca?: string; cert?: string; key?: string } = {};
  for (const part of ['ca', 'cert', 'key'] as const) {
    const file = path.join(folder, `${part}.pem`);
    try {
      found[part] = await machine.readText(file, certificateLimit);
      if (part === 'key' && isEncrypted(found[part])) {
        throw new EngineError('tls', `The key ${file} is protected by a password, which cannot be asked for here. Write one without: openssl pkey -in key.pem -out key-without-password.pem`, file);
      }
    } catch (error) {
      if (error instanceof EngineError) {
        throw error;
      }
      if (!isMissing(error)) {
        throw new EngineError('tls', `The certificate file ${file} cannot be read: ${reason(error)}.`, file);
      }
    }
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** In PEM of either kind. */
function isEncrypted(key: string): boolean {
  return /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(key);
}

function hashed(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

type Metadata = { readonly context: Context } | { readonly problem: ContextProblem } | { readonly missing: true };

async function readMetadata(machine: Machine, file: string): Promise<Metadata> {
  const read = await readJson(machine, file, metadataLimit);
  if (!('value' in read)) {
    return read;
  }
  const name = field(read.value, 'Name');
  // A folder is found by its name's hash, so another name inside means that somebody copied or edited it.
  if (typeof name !== 'string' || !validName.test(name) || hashed(name) !== path.basename(path.dirname(file))) {
    return { problem: { file, message: 'its name is not valid, or belongs to another folder' } };
  }
  const docker = field(field(read.value, 'Endpoints'), 'docker');
  const host = field(docker, 'Host');
  if (typeof host !== 'string' || host === '') {
    return { problem: { file, message: 'it names no Docker endpoint' } };
  }
  const description = field(field(read.value, 'Metadata'), 'Description');
  return { context: { name, description: typeof description === 'string' ? description : '', host, skipTlsVerify: field(docker, 'SkipTLSVerify') === true } };
}

async function readJson(machine: Machine, file: string, limit: number): Promise<{ readonly value: unknown } | { readonly problem: ContextProblem } | { readonly missing: true }> {
  let text: string;
  try {
    text = await machine.readText(file, limit);
  } catch (error) {
    return isMissing(error) ? { missing: true } : { problem: { file, message: `it cannot be read: ${reason(error)}` } };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // The parser's message would quote the file, which may hold credentials.
    return { problem: { file, message: 'it is not valid JSON' } };
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function reason(error: unknown): string {
  return error instanceof FileTooLarge ? error.message : ((error as NodeJS.ErrnoException).code ?? (error as Error).message);
}
