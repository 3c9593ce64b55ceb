/**
 * Writes below one local folder, whatever names a tar brings: folders on the way are looked at one by one, none may be a link,
 * and a file is written beside its name and renamed over it, so that nothing is ever written through a link.
 */
import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { chmod, copyFile, link, lstat, mkdir, open, rename, rm, rmdir, symlink, utimes } from 'node:fs/promises';
import { fileProblem } from './file-problem.ts';
import { problemOfName } from './local-name.ts';
import { SparseWriter } from './sparse-writer.ts';
import type { TarHeader } from './tar-header.ts';

/** A part of the tar that is left out; the copy goes on. */
export class CannotPlace extends Error {
  override readonly name = 'CannotPlace';
}

const slash = Buffer.from('/');

export class LocalFolder {
  readonly #root: Buffer;
  readonly #platform: NodeJS.Platform;
  /** Folders, known to be no links, by their bytes; and those that this copy made, with what they become at the end. */
  readonly #folders = new Set<string>(['']);
  readonly #made: { readonly path: Buffer; readonly header: TarHeader }[] = [];
  /** What this copy wrote, exactly and without regard to case. */
  readonly #written = new Map<string, string>();
  /** Places where nothing was when they were looked at; what was put there since, and folders on the way, for `undo`. */
  readonly #empty = new Set<string>();
  readonly #newFiles: Buffer[] = [];
  readonly #newFolders: Buffer[] = [];
  #replaced = 0;

  /** `root` has to exist, free of links. */
  constructor(root: string | Buffer, platform: NodeJS.Platform = process.platform) {
    this.#root = Buffer.from(root);
    this.#platform = platform;
  }

  pathOf(parts: readonly Buffer[]): Buffer {
    return Buffer.concat([this.#root, ...parts.flatMap((part) => [slash, part])]);
  }

  /** What is at the place, the last link not followed. Throws CannotPlace when the way there is none. */
  async look(parts: readonly Buffer[]): Promise<Stats | undefined> {
    await this.#enter(parts.slice(0, -1));
    this.#checkName(parts.at(-1));
    const found = await lstatOrNothing(this.pathOf(parts));
    if (found === undefined) {
      this.#empty.add(keyOf(parts));
    } else if (!this.#written.has(keyOf(parts))) {
      await this.#checkCase(parts, found);
    }
    return found;
  }

  wrote(parts: readonly Buffer[]): boolean {
    return this.#written.has(keyOf(parts));
  }

  /** Resolves to whether the folder is new. Folders that exist keep their mode. */
  async makeFolder(parts: readonly Buffer[], header: TarHeader): Promise<boolean> {
    const found = await this.look(parts);
    if (found !== undefined && !found.isDirectory()) {
      throw new CannotPlace(found.isSymbolicLink() ? 'A link stands in its place.' : 'A file stands in its place.');
    }
    if (found === undefined) {
      const path = this.pathOf(parts);
      await mkdir(path, 0o700).catch(asProblem(path));
      this.#made.push({ path, header });
      this.#newFolders.push(path);
      this.#remember(parts);
    }
    this.#folders.add(keyOf(parts));
    return found === undefined;
  }

  async writeFile(parts: readonly Buffer[], header: TarHeader, content: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): Promise<void> {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | constants.O_NOFOLLOW;
    await this.#replace(parts, async (temporary) => {
      const handle = await open(temporary, flags, 0o600);
      const writer = new SparseWriter(handle);
      try {
        for await (const chunk of content) {
          await writer.write(chunk);
          onBytes(chunk.length);
        }
        await writer.end();
        await handle.chmod(header.mode);
        await handle.utimes(header.modified / 1000, header.modified / 1000);
      } finally {
        await writer.settle();
        await handle.close();
      }
    });
  }

  async writeLink(parts: readonly Buffer[], target: Buffer): Promise<void> {
    await this.#replace(parts, (temporary) => symlink(this.#platform === 'win32' ? target.toString('utf8') : target, temporary));
  }

  /** A second name for a file that this copy wrote. */
  async writeHardLink(parts: readonly Buffer[], target: readonly Buffer[]): Promise<void> {
    const found = this.wrote(target) ? await this.look(target) : undefined;
    if (found?.isFile() !== true) {
      throw new CannotPlace('The file that it is a second name of was not copied.');
    }
    await this.#replace(parts, async (temporary) => {
      await link(this.pathOf(target), temporary).catch(() => copyFile(this.pathOf(target), temporary, constants.COPYFILE_EXCL));
    });
  }

  /** Gives the folders their modes and times, inner ones first: a folder may well forbid to be written to. */
  async finish(): Promise<void> {
    for (const { path, header } of this.#made.reverse()) {
      await chmod(path, header.mode).catch(asProblem(path));
      await utimes(path, header.modified / 1000, header.modified / 1000).catch(asProblem(path));
    }
  }

  /** Removes what this copy added, instead of `finish`. Resolves to how many files it had replaced, which are not to be had back. */
  async undo(): Promise<number> {
    for (const path of this.#newFiles) {
      await rm(path, { force: true });
    }
    for (const path of this.#newFolders.reverse()) {
      // Whatever somebody else put there stays.
      await rmdir(path).catch(() => undefined);
    }
    return this.#replaced;
  }

  async #enter(parts: readonly Buffer[]): Promise<void> {
    for (let length = 1; length <= parts.length; length += 1) {
      const way = parts.slice(0, length);
      if (this.#folders.has(keyOf(way))) {
        continue;
      }
      this.#checkName(way.at(-1));
      const path = this.pathOf(way);
      const found = await lstatOrNothing(path);
      if (found?.isSymbolicLink() === true) {
        throw new CannotPlace('A link stands in the way, and nothing is written through links.');
      }
      if (found !== undefined && !found.isDirectory()) {
        throw new CannotPlace('A file stands where its folder should be.');
      }
      if (found === undefined) {
        await mkdir(path).catch(asProblem(path));
        this.#newFolders.push(path);
        this.#remember(way);
      } else {
        await this.#checkCase(way, found);
      }
      this.#folders.add(keyOf(way));
    }
  }

  #checkName(part: Buffer | undefined): void {
    const problem = part === undefined ? undefined : problemOfName(part, this.#platform);
    if (problem !== undefined) {
      throw new CannotPlace(problem);
    }
  }

  /** Two names of the container may be one on a disk that ignores case: the second must not replace the first. */
  async #checkCase(parts: readonly Buffer[], found: Stats): Promise<void> {
    const other = this.#written.get(foldedKeyOf(parts));
    if (other === undefined || other === keyOf(parts)) {
      return;
    }
    const otherFound = await lstatOrNothing(Buffer.concat([this.#root, slash, Buffer.from(other, 'latin1')]));
    if (otherFound?.ino === found.ino && otherFound.dev === found.dev) {
      throw new CannotPlace('It differs from another file of the container in upper and lower case only, which is one name on this disk.');
    }
  }

  #remember(parts: readonly Buffer[]): void {
    const key = keyOf(parts);
    this.#written.set(key, key);
    this.#written.set(foldedKeyOf(parts), this.#written.get(foldedKeyOf(parts)) ?? key);
  }

  async #replace(parts: readonly Buffer[], write: (temporary: Buffer) => Promise<void>): Promise<void> {
    await this.#enter(parts.slice(0, -1));
    this.#checkName(parts.at(-1));
    const path = this.pathOf(parts);
    const temporary = this.pathOf([...parts.slice(0, -1), Buffer.from(`.gantry-${randomBytes(9).toString('base64url')}`)]);
    try {
      await write(temporary);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw fileProblem(error, path);
    }
    if (this.#empty.delete(keyOf(parts))) {
      this.#newFiles.push(path);
    } else if (!this.wrote(parts)) {
      this.#replaced += 1;
    }
    this.#remember(parts);
  }
}

function keyOf(parts: readonly Buffer[]): string {
  return parts.map((part) => part.toString('latin1')).join('/');
}

function foldedKeyOf(parts: readonly Buffer[]): string {
  // A zero byte is part of no name, so no exact name is taken for a folded one.
  return `\0${parts.map((part) => part.toString('utf8').normalize('NFC').toLowerCase()).join('/')}`;
}

function asProblem(path: Buffer): (error: unknown) => never {
  return (error) => {
    throw fileProblem(error, path);
  };
}

async function lstatOrNothing(path: Buffer): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return undefined;
    }
    if (code === 'ENAMETOOLONG' || code === 'EILSEQ') {
      throw new CannotPlace('This disk does not take its name.');
    }
    throw fileProblem(error, path);
  }
}
