/** The archive calls over the API: paths as bytes, the header that describes a path, and streams that may not stall. */
import { Readable } from 'node:stream';
import type { ApiClient } from './api-client.ts';
import type { PathKind, PathStat, PutOptions } from './archive-access.ts';
import { archiveError } from './archive-errors.ts';
import { notSent, notTaken, StallWatch, usualArchiveLimits, type ArchiveLimits } from './archive-stream.ts';
import { pathQuery } from './container-path.ts';
import type { CallOptions } from './engine.ts';
import { EngineError } from './errors.ts';
import { fieldsOf, numberOf, textOf, timeOf } from './json-value.ts';

/** Two blocks of zeros: a tar of nothing. */
const emptyTar = Buffer.alloc(1024);

/** The bits of Go's FileMode, which the engine writes. */
const goBits = { directory: 2 ** 31, symlink: 2 ** 27, device: 2 ** 26, fifo: 2 ** 25, socket: 2 ** 24, setuid: 2 ** 23, setgid: 2 ** 22, character: 2 ** 21, sticky: 2 ** 20, irregular: 2 ** 19 };

function hasBit(mode: number, bit: number): boolean {
  return Math.floor(mode / bit) % 2 === 1;
}

function kindOf(mode: number): PathKind {
  const kinds = ['directory', 'symlink', 'device', 'fifo', 'socket'] as const;
  return kinds.find((kind) => hasBit(mode, goBits[kind])) ?? (hasBit(mode, goBits.irregular) ? 'other' : 'file');
}

function permissionsOf(mode: number): number {
  return (mode % 0o1000) + (hasBit(mode, goBits.setuid) ? 0o4000 : 0) + (hasBit(mode, goBits.setgid) ? 0o2000 : 0) + (hasBit(mode, goBits.sticky) ? 0o1000 : 0);
}

/** Reads `X-Docker-Container-Path-Stat`. */
export function pathStatOf(header: string): PathStat {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
  } catch {
    throw new EngineError('invalid-answer', 'The engine did not describe the path.', header.slice(0, 200));
  }
  const { name, size, mode, mtime, linkTarget } = fieldsOf(value);
  const bits = numberOf(mode);
  if (bits === undefined) {
    throw new EngineError('invalid-answer', 'The engine did not describe the path.', header.slice(0, 200));
  }
  const kind = kindOf(bits);
  return { name: textOf(name), kind, size: numberOf(size) ?? 0, mode: permissionsOf(bits), modified: timeOf(mtime) ?? 0, ...(kind === 'symlink' ? { linkTarget: textOf(linkTarget) } : {}) };
}

/** A path that is read as a pattern and matches itself alone. No sign in front helps an asterisk: the engine refuses it. */
function literally(path: string): string {
  if (path.includes('*')) {
    throw new EngineError('refused', 'Podman takes the * in this name for a pattern, and reads no such file. Copy the folder that holds it instead.');
  }
  return path.replace(/[\\[?]/g, '\\$&');
}

export class ApiArchive {
  readonly #client: ApiClient;
  readonly #limits: ArchiveLimits;

  constructor(client: ApiClient, limits: ArchiveLimits = usualArchiveLimits) {
    this.#client = client;
    this.#limits = limits;
  }

  async statPath(id: string, path: string, { signal }: CallOptions, readsPatterns = false): Promise<PathStat> {
    const asked = readsPatterns ? literally(path) : path;
    const { status, headers } = await this.#client.call({ method: 'HEAD', path: this.#path(id, asked), signal }).catch(async (error: unknown) => {
      throw archiveError(await this.#wordsFor(error, id, asked, signal), 'read', path);
    });
    const header = headers['x-docker-container-path-stat'];
    if (typeof header !== 'string') {
      throw new EngineError('invalid-answer', 'The engine did not describe the path.', `HTTP ${status}`);
    }
    const stat = pathStatOf(header);
    return asked === path ? stat : { ...stat, name: stat.name.replace(/\\(.)/gs, '$1') };
  }

  async getArchive(id: string, path: string, { signal }: CallOptions, readsPatterns = false): Promise<Readable> {
    const asked = readsPatterns ? literally(path) : path;
    try {
      // The engine looks at the whole path before it begins to answer, which takes as long as a stalled disk.
      const response = await this.#client.stream({ path: this.#path(id, asked), signal, limit: this.#limits.stall });
      // In object mode chunks pass as they are: bytes that wait would be joined, which costs a copy.
      return Readable.from(notSent(response, this.#limits.stall), { objectMode: true, highWaterMark: 16 });
    } catch (error) {
      throw archiveError(error, 'read', path);
    }
  }

  /** Waits for `ready`, so that the stream is destroyed when that fails, too. */
  async putArchive(id: string, path: string, tar: Readable, { noOverwriteDirNonDir = true, copyUIDGID = false }: PutOptions, { signal }: CallOptions, ready: Promise<unknown>): Promise<void> {
    const watch = new StallWatch();
    const query = { ...(noOverwriteDirNonDir && { noOverwriteDirNonDir }), ...(copyUIDGID && { copyUIDGID }) };
    const upload = Readable.from(notTaken(tar, watch, this.#limits), { objectMode: false });
    const signals = signal === undefined ? watch.signal : AbortSignal.any([watch.signal, signal]);
    try {
      await ready;
      await this.#client.call({ method: 'PUT', path: this.#path(id, path), query, upload, signal: signals, limit: 'none' });
    } catch (error) {
      throw archiveError(watch.failure ?? tar.errored ?? (await this.#refusalBehind(error, id, path)), 'write', path);
    } finally {
      watch.clear();
      upload.destroy();
      tar.destroy();
    }
  }

  /** The answer to a HEAD has no words; the same GET is refused with them. */
  async #wordsFor(error: unknown, id: string, path: string, signal: AbortSignal | undefined): Promise<unknown> {
    if (!(error instanceof EngineError) || error.status === undefined) {
      return error;
    }
    try {
      (await this.#client.stream({ path: this.#path(id, path), signal })).destroy();
    } catch (refusal) {
      return refusal;
    }
    return error;
  }

  /** An engine that refuses early may close the connection before its words are read: a tar of nothing asks for them again. */
  async #refusalBehind(error: unknown, id: string, path: string): Promise<unknown> {
    if (!(error instanceof EngineError) || error.reason !== 'unreachable') {
      return error;
    }
    try {
      await this.#client.call({ method: 'PUT', path: this.#path(id, path), upload: Readable.from([emptyTar], { objectMode: false }) });
    } catch (refusal) {
      return refusal;
    }
    return error;
  }

  #path(id: string, path: string): string {
    return `/containers/${encodeURIComponent(id)}/archive?path=${pathQuery(path)}`;
  }
}
