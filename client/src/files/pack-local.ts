/** Local files as entries of a tar, opened one by one when their turn comes. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { CopyJob } from './copy-job.ts';
import { fileProblem } from './file-problem.ts';
import type { LocalEntry } from './local-tree.ts';
import type { TarSource } from './tar-writer.ts';

const chunkSize = 256 * 1024;
/** Small files are read ahead, many at a time: opening one after the other takes longer than all else. */
const smallSize = 64 * 1024;
const filesAhead = 32;
const isWindows = process.platform === 'win32';
/** Neither follows a link that took the file's place meanwhile, nor waits for a pipe that did. */
const flags = isWindows ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function inodeOf({ stats }: LocalEntry): string {
  return `${stats.dev}:${stats.ino}`;
}

/** Bytes that will be sent; a file of several names is sent once. */
export function contentSize(entries: readonly LocalEntry[]): number {
  const files = new Map(entries.filter(({ stats }) => stats.isFile()).map((entry) => [entry.stats.nlink > 1 ? inodeOf(entry) : entry, entry.stats.size]));
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

export async function* packed(entries: readonly LocalEntry[], job: CopyJob): AsyncGenerator<TarSource> {
  const firstNames = new Map<string, Buffer>();
  const ahead: Promise<Buffer | undefined>[] = [];
  let reached = 0;
  for (const [index, entry] of entries.entries()) {
    job.check();
    while (reached < Math.min(entries.length, index + filesAhead)) {
      ahead.push(readSmall(entries[reached]));
      reached += 1;
    }
    const small = await ahead.shift();
    const { local, place, stats, target } = entry;
    const name = Buffer.from(place.map((part) => part.toString('latin1')).join('/'), 'latin1');
    const common = { name, linkName: Buffer.alloc(0), mode: modeOf(stats.mode), uid: isWindows ? 0 : stats.uid, gid: isWindows ? 0 : stats.gid, size: 0, modified: stats.mtimeMs };
    const inode = inodeOf(entry);
    const firstName = stats.nlink > 1 && !stats.isDirectory() ? firstNames.get(inode) : undefined;
    if (stats.isDirectory()) {
      yield { ...common, kind: 'directory', name: Buffer.concat([name, Buffer.from('/')]) };
      job.addDirectory();
    } else if (target !== undefined) {
      yield { ...common, kind: 'symlink', linkName: isWindows ? Buffer.from(target.toString('utf8').replaceAll('\\', '/')) : target };
      job.addFile(local);
    } else if (firstName !== undefined) {
      yield { ...common, kind: 'hard-link', linkName: firstName };
      job.addFile(local);
    } else {
      if (small === undefined) {
        yield* packedFile(entry, common, job);
      } else {
        job.addBytes(small.length, local);
        yield { ...common, kind: 'file', size: small.length, content: [small] };
        job.addFile(local);
      }
      firstNames.set(inode, name);
    }
  }
}

/** Undefined for what is no small file, and for a failure, which shows again when its turn comes. */
async function readSmall(entry: LocalEntry | undefined): Promise<Buffer | undefined> {
  if (entry?.stats.isFile() !== true || entry.stats.size > smallSize) {
    return undefined;
  }
  const { size } = entry.stats;
  try {
    const handle = await open(entry.local, entry.followed ? constants.O_RDONLY : flags);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size + 1), 0, size + 1, 0);
      return bytesRead === size ? buffer.subarray(0, size) : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function* packedFile({ local, followed }: LocalEntry, common: Omit<TarSource, 'kind'>, job: CopyJob): AsyncGenerator<TarSource> {
  let handle: FileHandle;
  try {
    handle = await open(local, followed ? constants.O_RDONLY : flags);
  } catch (error) {
    throw fileProblem(error, local);
  }
  try {
    const { size } = await handle.stat();
    yield { ...common, kind: 'file', size, content: contentOf(handle, local, size, job) };
  } finally {
    await handle.close();
  }
  job.addFile(local);
}

async function* contentOf(handle: FileHandle, local: Buffer, size: number, job: CopyJob): AsyncGenerator<Buffer> {
  for (let position = 0; position < size; ) {
    job.check();
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(chunkSize, size - position)), 0, undefined, position).catch((error: unknown) => {
      throw fileProblem(error, local);
    });
    if (bytesRead === 0) {
      job.skip(local, 'It became shorter while it was copied: its end is filled with zeros in the container.');
      return;
    }
    position += bytesRead;
    job.addBytes(bytesRead, local);
    yield buffer.subarray(0, bytesRead);
  }
}

/** Windows knows no permission to execute: like `docker cp`, everything from there may be executed. */
function modeOf(mode: number): number {
  return isWindows ? (mode & 0o755) | 0o111 : mode & 0o7777;
}
