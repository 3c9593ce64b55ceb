/** Copies local files and folders into a container, running or not, in one stream, with the rules of `docker cp`. */
import { once } from 'node:events';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { isGone } from '../engine/archive-errors.ts';
import type { PathStat } from '../engine/archive-access.ts';
import { baseOf, joinPath, normalPath, parentOf, pathBytes, pathText } from '../engine/container-path.ts';
import type { CallOptions, Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import { CopyJob, type CopyControl, type CopyReport } from './copy-job.ts';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';
import { refuseHidden } from './hidden-mount.ts';
import { localTree, topsOf, type LocalEntry } from './local-tree.ts';
import { contentSize, packed } from './pack-local.ts';
import { takenBack } from './take-back.ts';
import { tarOf } from './tar-writer.ts';

export interface CopyIn extends CopyControl {
  readonly id: string;
  /** Local paths. `/.` at the end means what is inside. */
  readonly sources: readonly string[];
  /** Absolute in the container: a folder to copy into, or, for one source, the new name. */
  readonly destination: string;
  /** Copies what a link among the sources leads to: `-L`. */
  readonly followLinks?: boolean;
  /** Gives everything to the container's configured user: `-a`. Otherwise owners keep their numbers, as with `docker cp`. */
  readonly copyUIDGID?: boolean;
}

/** Throws a FileProblem. What a cancelled copy added is removed again where the container has the tools for it. Nothing is copied where the destination refuses or a source is a device, a pipe or a socket. */
export async function copyToContainer(engine: Engine, copy: CopyIn): Promise<CopyReport> {
  const options = { ...(copy.signal !== undefined && { signal: copy.signal }) };
  try {
    const { folder, name, exists } = await placeInContainer(engine, copy, options);
    refuseHidden(await engine.inspectContainer(copy.id, options), folder);
    const counting = new CopyJob(copy);
    const sources = copy.sources.map((local) => ({ local, place: topOf(local, name), follow: follows(copy, local) }));
    // A folder that is there keeps its owner and mode when only contents are wanted.
    const entries = (await localTree(sources, () => counting.check())).filter(({ place }) => place.length > 0);
    const job = new CopyJob(copy, contentSize(entries));
    const chosen = exists && copy.onConflict !== undefined ? await withoutKept(engine, copy.id, folder, entries, job, options) : entries;
    const fresh = await freshTops(engine, copy, folder, chosen, options);
    const tar = tarOf(packed(chosen, job));
    try {
      await engine.putArchive(copy.id, folder, tar, { noOverwriteDirNonDir: true, copyUIDGID: copy.copyUIDGID ?? false }, options);
    } catch (error) {
      throw fileProblem(error, copy.destination).reason === 'cancelled' ? await takenBack(engine, copy.id, folder, chosen, fresh) : error;
    } finally {
      tar.destroy();
      // Whoever is told that the copy ended may delete the files: none of them is open any more.
      if (!tar.closed) {
        await once(tar, 'close');
      }
    }
    return job.report;
  } catch (error) {
    throw fileProblem(error, copy.destination);
  }
}

interface ContainerPlace {
  /** Exists in the container. */
  readonly folder: string;
  /** The new name of the one source; absent where sources keep their names. */
  readonly name?: Buffer;
  /** Whether anything may be in the way. */
  readonly exists: boolean;
}

function topOf(local: string, name: Buffer | undefined): readonly Buffer[] {
  if (name !== undefined) {
    return [name];
  }
  return /[/\\]\.$/.test(local) ? [] : [Buffer.from(path.basename(local))];
}

/** A slash at the end makes a link stand for the folder that it leads to. */
function follows({ followLinks = false }: CopyIn, local: string): boolean {
  return followLinks || /[/\\]\.?$/.test(local);
}

async function placeInContainer(engine: Engine, copy: CopyIn, options: CallOptions): Promise<ContainerPlace> {
  const { id, sources, destination } = copy;
  const [first = '', ...others] = sources;
  const found = await resolved(engine, id, normalPath(destination), options);
  if (found.stat?.kind === 'directory') {
    return { folder: found.path, exists: true };
  }
  if (others.length > 0) {
    throw new FileProblem('not-a-directory', `Several things can only be copied into a folder, and ${shownPath(destination)} is none.`);
  }
  const isFolder = (await (follows(copy, first) ? stat : lstat)(first).catch((error: unknown) => Promise.reject(fileProblem(error, first)))).isDirectory();
  if (found.stat !== undefined && found.stat.kind !== 'file') {
    throw new FileProblem('failed', `${shownPath(destination)} is a device, a pipe or a socket: nothing can be copied onto it.`);
  }
  if (found.stat !== undefined && isFolder) {
    throw new FileProblem('not-a-directory', `A folder cannot be copied onto the file ${shownPath(destination)}.`);
  }
  if (!isFolder && destination.endsWith('/')) {
    throw new FileProblem(found.stat === undefined ? 'not-found' : 'not-a-directory', `The container has no folder ${shownPath(destination)}.`);
  }
  return { folder: parentOf(found.path), name: pathBytes(baseOf(found.path)), exists: found.stat !== undefined };
}

/** Follows the last link. */
async function resolved(engine: Engine, id: string, at: string, options: CallOptions): Promise<{ readonly path: string; readonly stat: PathStat | undefined }> {
  const found = await statOrNothing(engine, id, at, options);
  if (found?.kind !== 'symlink') {
    return { path: at, stat: found };
  }
  const target = found.linkTarget ?? at;
  return { path: target, stat: await statOrNothing(engine, id, target, options) };
}

async function statOrNothing(engine: Engine, id: string, at: string, options: CallOptions): Promise<PathStat | undefined> {
  try {
    return await engine.statPath(id, at, options);
  } catch (error) {
    if (error instanceof EngineError && error.reason === 'not-found' && !isGone(error)) {
      return undefined;
    }
    throw error;
  }
}

/** The names in the folder that nothing has before the copy. Who cannot cancel it need not know. */
async function freshTops(engine: Engine, copy: CopyIn, folder: string, entries: readonly LocalEntry[], options: CallOptions): Promise<ReadonlySet<string>> {
  const names = copy.signal === undefined ? [] : topsOf(entries);
  const found = await Promise.all(names.map((name) => statOrNothing(engine, copy.id, joinPath(folder, name), options)));
  return new Set(names.filter((_, index) => found[index] === undefined));
}

/** Asks about every file that is there. What is in a folder that is not there needs no question. */
async function withoutKept(engine: Engine, id: string, folder: string, entries: readonly LocalEntry[], job: CopyJob, options: CallOptions): Promise<LocalEntry[]> {
  const missing = new Set<string>();
  const chosen: LocalEntry[] = [];
  const keyOf = (place: readonly Buffer[]) => Buffer.concat(place.flatMap((part) => [Buffer.from('/'), part])).toString('latin1');
  for (const entry of entries) {
    job.check();
    const path = joinPath(folder, entry.place.map(pathText).join('/'));
    const found = missing.has(keyOf(entry.place.slice(0, -1))) ? undefined : await statOrNothing(engine, id, path, options);
    if (found === undefined) {
      missing.add(keyOf(entry.place));
    }
    if (found !== undefined && (found.kind === 'directory') !== entry.stats.isDirectory()) {
      throw new FileProblem('exists', `The container has a ${found.kind === 'directory' ? 'folder' : 'file'} in the place of ${shownPath(entry.local)}. Remove or rename it first.`);
    }
    if (found === undefined || (found.kind === 'directory' && entry.stats.isDirectory()) || (await job.mayReplace(path))) {
      chosen.push(entry);
    }
  }
  return chosen;
}
