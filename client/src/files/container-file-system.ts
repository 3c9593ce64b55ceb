/**
 * The files of one container as a file system: known paths are read and written by the archive calls in any state of the
 * container, folders are listed from archives or by its tools, and what only its tools can do is refused with a reason.
 */
import type { PathStat } from '../engine/archive-access.ts';
import { baseOf, joinPath, normalPath, parentOf, pathBytes } from '../engine/container-path.ts';
import type { CallOptions, Engine } from '../engine/engine.ts';
import type { Clock } from '../engine/clock.ts';
import { EngineError } from '../engine/errors.ts';
import { isGone } from '../engine/archive-errors.ts';
import { ContainerTools } from './container-tools.ts';
import { entriesAt } from './entries-at.ts';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';
import { hiddenMountAt, refuseHidden, type HiddenMount } from './hidden-mount.ts';
import { listArchive, type DirectoryEntry, type FileStat } from './list-archive.ts';
import type { TarHeader } from './tar-header.ts';
import { tarOf } from './tar-writer.ts';

export interface FileSystemLimits {
  /** Bytes of a file that is opened. */
  readonly file: number;
  /** Bytes of an archive that is read for a listing before the container's tools are asked. */
  readonly listing: number;
  /** The same where there are no tools to ask. */
  readonly patientListing: number;
  /** Milliseconds for which answers are kept. */
  readonly cache: number;
}

export const usualFileSystemLimits: FileSystemLimits = { file: 50 * 1024 * 1024, listing: 8 * 1024 * 1024, patientListing: 256 * 1024 * 1024, cache: 2000 };

interface Followed {
  readonly stat: PathStat;
  /** What a link leads to; undefined for anything else and for a link that leads nowhere. */
  readonly target: PathStat | undefined;
  readonly real: string;
}

interface Kept<T> {
  readonly until: number;
  readonly value: Promise<T>;
}

/** Every call fails with a FileProblem. */
export class ContainerFileSystem {
  readonly #engine: Engine;
  readonly #id: string;
  readonly #tools: ContainerTools;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #limits: FileSystemLimits;
  #podman: boolean | undefined;
  readonly #stats = new Map<string, Kept<FileStat>>();
  readonly #listings = new Map<string, Kept<readonly DirectoryEntry[]>>();

  constructor(engine: Engine, id: string, clock: Pick<Clock, 'now'>, limits: FileSystemLimits = usualFileSystemLimits) {
    this.#engine = engine;
    this.#id = id;
    this.#tools = new ContainerTools(engine, id);
    this.#clock = clock;
    this.#limits = limits;
  }

  stat(path: string): Promise<FileStat> {
    return this.#kept(this.#stats, normalPath(path), async (at) => {
      // The place of the mount itself is seen by everybody.
      if ((await this.#hiddenMount(at))?.path.startsWith(at) === false) {
        return this.#tools.stat(at, {});
      }
      const { stat, target } = await this.#follow(at, {});
      const seen = target ?? stat;
      return { kind: seen.kind === 'file' || seen.kind === 'directory' ? seen.kind : 'other', isLink: stat.kind === 'symlink', size: seen.size, mode: seen.mode, modified: seen.modified };
    });
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return this.#kept(this.#listings, normalPath(path), (at) => this.#list(at));
  }

  async readFile(path: string, options: CallOptions = {}): Promise<Buffer> {
    return this.#saying(path, async (at) => {
      if ((await this.#hiddenMount(at)) !== undefined) {
        return (await this.#tools.read(at, this.#limits.file, options)) ?? this.#tooLarge(at);
      }
      const { stat, target, real } = await this.#follow(at, options);
      const seen = target ?? stat;
      if (seen.kind === 'directory') {
        throw new FileProblem('is-a-directory', `${shownPath(at)} is a folder.`);
      }
      if (seen.kind !== 'file') {
        throw new FileProblem('unavailable', seen.kind === 'symlink' ? `${shownPath(at)} is a link that leads nowhere.` : `${shownPath(at)} is no regular file.`);
      }
      if (seen.size > this.#limits.file) {
        return this.#tooLarge(at);
      }
      return this.#content(at, real, options);
    });
  }

  /** Keeps the owner and the mode of a file that is there; a new one belongs to the owner of its folder. */
  async writeFile(path: string, content: Uint8Array, { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean }): Promise<void> {
    await this.#saying(path, async (at) => {
      const found = await this.#followOrNothing(at);
      if (found === undefined && !create) {
        throw new FileProblem('not-found', `The container has no ${shownPath(at)}.`);
      }
      if (found !== undefined && !overwrite) {
        throw new FileProblem('exists', `${shownPath(at)} exists.`);
      }
      const real = found?.real ?? at;
      refuseHidden(await this.#engine.inspectContainer(this.#id), real);
      const kind = (found?.target ?? found?.stat)?.kind;
      if (kind === 'directory') {
        throw new FileProblem('is-a-directory', `${shownPath(at)} is a folder.`);
      }
      const isFile = kind === 'file';
      if (kind !== undefined && kind !== 'symlink' && !isFile) {
        throw new FileProblem('unavailable', `${shownPath(at)} is no regular file.`);
      }
      const { uid, gid, mode } = await this.#headerOf(isFile ? real : parentOf(real), !isFile);
      await this.#put(real, { kind: 'file', uid, gid, mode: isFile ? mode : 0o644, size: content.length }, [Buffer.from(content.buffer, content.byteOffset, content.byteLength)]);
    });
  }

  async createDirectory(path: string): Promise<void> {
    await this.#saying(path, async (at) => {
      if ((await this.#followOrNothing(at)) !== undefined) {
        throw new FileProblem('exists', `${shownPath(at)} exists.`);
      }
      refuseHidden(await this.#engine.inspectContainer(this.#id), at);
      const { uid, gid } = await this.#headerOf(parentOf(at), true);
      await this.#put(at, { kind: 'directory', uid, gid, mode: 0o755, size: 0 });
    });
  }

  async delete(path: string, { recursive }: { readonly recursive: boolean }): Promise<void> {
    await this.#saying(path, async (at) => {
      if (at === '/') {
        throw new FileProblem('no-permission', 'The root of a container cannot be deleted.');
      }
      const stat = (await this.#hiddenMount(at)) !== undefined ? undefined : await this.#engine.statPath(this.#id, at);
      await (stat?.kind === 'directory' && !recursive ? this.#tools.removeEmptyFolder(at, {}) : this.#tools.remove(at, recursive, {}));
      this.forget();
    });
  }

  async rename(from: string, to: string, { overwrite }: { readonly overwrite: boolean }): Promise<void> {
    await this.#saying(from, async (at) => {
      const target = normalPath(to);
      const found = await this.#followOrNothing(target);
      if (found !== undefined && !overwrite) {
        throw new FileProblem('exists', `${shownPath(target)} exists.`);
      }
      if ((found?.target ?? found?.stat)?.kind === 'directory') {
        // mv would move it into the folder.
        throw new FileProblem('exists', `${shownPath(target)} is a folder. Delete it first.`);
      }
      await this.#tools.rename(at, target, {});
      this.forget();
    });
  }

  /** Asks anew from now on: after a write, and when the container changed. */
  forget(): void {
    this.#stats.clear();
    this.#listings.clear();
  }

  async #list(at: string): Promise<readonly DirectoryEntry[]> {
    if ((await this.#hiddenMount(at)) !== undefined) {
      return this.#tools.list(at, {});
    }
    const { stat, target, real } = await this.#follow(at, {});
    if ((target ?? stat).kind !== 'directory') {
      throw new FileProblem('not-a-directory', `${shownPath(at)} is no folder.`);
    }
    const listed = (await this.#listByArchive(real, this.#limits.listing)) ?? (await this.#listByTools(real));
    return Promise.all(listed.map(async (entry) => (entry.isLink && entry.kind === 'other' ? { ...entry, kind: (await this.stat(joinPath(real, entry.name)).catch(() => undefined))?.kind ?? 'other' } : entry)));
  }

  async #listByArchive(real: string, ceiling: number): Promise<readonly DirectoryEntry[] | undefined> {
    return listArchive(await this.#engine.getArchive(this.#id, real), ceiling);
  }

  async #listByTools(real: string): Promise<readonly DirectoryEntry[]> {
    try {
      return await this.#tools.list(real, {});
    } catch (error) {
      const listed = error instanceof FileProblem && error.reason === 'unavailable' ? await this.#listByArchive(real, this.#limits.patientListing) : undefined;
      if (listed === undefined) {
        throw error instanceof FileProblem && error.reason === 'unavailable' ? new FileProblem('unavailable', `${shownPath(real)} holds more than ${Math.round(this.#limits.patientListing / 1024 / 1024)} MiB, too much to read through for a list of names. ${error.message}`) : error;
      }
      return listed;
    }
  }

  async #content(at: string, real: string, options: CallOptions): Promise<Buffer> {
    for await (const entry of entriesAt(this.#engine, this.#id, real, false, options)) {
      if (entry.kind !== 'file' || entry.size > this.#limits.file) {
        break;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of entry.content) {
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    }
    throw new FileProblem('failed', `${shownPath(at)} changed while it was read. Try again.`);
  }

  #tooLarge(at: string): never {
    throw new FileProblem('too-large', `${shownPath(at)} is larger than ${Math.round(this.#limits.file / 1024 / 1024)} MiB, too large for an editor. Copy it out of the container instead.`);
  }

  /** Owner and mode as the archive tells them; the content is not waited for. */
  async #headerOf(path: string, isFolder: boolean): Promise<TarHeader> {
    for await (const entry of entriesAt(this.#engine, this.#id, path, isFolder, {})) {
      return (await this.#isPodman()) ? { ...entry, ...(await this.#ownerByTools(path, isFolder)) } : entry;
    }
    throw new FileProblem('failed', `The engine sent nothing for ${shownPath(path)}.`);
  }

  /** Podman writes the container's user into every header. A new file may belong to it, but no other file is given away. */
  async #ownerByTools(path: string, isFolder: boolean): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
    const owner = await this.#tools.owner(path);
    if (owner === undefined && !isFolder) {
      throw new FileProblem('unavailable', `${shownPath(path)} was not saved: it would change its owner. Podman tells owners only through the program stat of a container that runs. Start the container first.`);
    }
    return owner;
  }

  async #isPodman(): Promise<boolean> {
    this.#podman ??= (await this.#engine.describe()).product.startsWith('Podman');
    return this.#podman;
  }

  async #put(path: string, header: Omit<TarHeader, 'name' | 'linkName' | 'modified'>, content: readonly Buffer[] = []): Promise<void> {
    const entry = { ...header, name: pathBytes(baseOf(path)), linkName: Buffer.alloc(0), modified: this.#clock.now(), content };
    await this.#engine.putArchive(this.#id, parentOf(path), tarOf([entry]), { noOverwriteDirNonDir: true });
    this.forget();
  }

  async #follow(at: string, options: CallOptions): Promise<Followed> {
    const stat = await this.#engine.statPath(this.#id, at, options);
    if (stat.kind !== 'symlink' || stat.linkTarget === undefined) {
      return { stat, target: undefined, real: at };
    }
    return { stat, target: await this.#engine.statPath(this.#id, stat.linkTarget, options).catch(() => undefined), real: normalPath(stat.linkTarget) };
  }

  async #followOrNothing(at: string): Promise<Followed | undefined> {
    try {
      return await this.#follow(at, {});
    } catch (error) {
      if (error instanceof EngineError && error.reason === 'not-found' && !isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async #hiddenMount(at: string): Promise<HiddenMount | undefined> {
    return hiddenMountAt(await this.#engine.inspectContainer(this.#id), at);
  }

  async #saying<T>(path: string, work: (at: string) => Promise<T>): Promise<T> {
    try {
      return await work(normalPath(path));
    } catch (error) {
      throw fileProblem(error, path);
    }
  }

  #kept<T>(cache: Map<string, Kept<T>>, at: string, ask: (at: string) => Promise<T>): Promise<T> {
    const now = this.#clock.now();
    const known = cache.get(at);
    if (known !== undefined && known.until > now) {
      return known.value;
    }
    for (const [key, { until }] of cache) {
      if (until <= now) {
        cache.delete(key);
      }
    }
    const value = this.#saying(at, ask);
    cache.set(at, { until: now + this.#limits.cache, value });
    value.catch(() => cache.get(at)?.value === value && cache.delete(at));
    return value;
  }
}
