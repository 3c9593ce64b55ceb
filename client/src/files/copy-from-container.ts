/** Copies a file or a folder out of a container, running or not, with the rules of `docker cp` about where it lands. */
import type { Engine } from '../engine/engine.ts';
import { baseOf, normalPath, pathBytes } from '../engine/container-path.ts';
import type { PathStat } from '../engine/archive-access.ts';
import { CopyJob, type CopyControl, type CopyReport } from './copy-job.ts';
import { entriesAt } from './entries-at.ts';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';
import { CannotPlace, LocalFolder } from './local-folder.ts';
import { partsOf } from './local-name.ts';
import { placeLocally } from './place-locally.ts';
import type { TarEntry } from './tar-reader.ts';

export interface CopyOut extends CopyControl {
  readonly id: string;
  /** Absolute in the container. `/.` at the end means what is inside. */
  readonly source: string;
  /** A folder to copy into, or the new name: as the last argument of `docker cp`. */
  readonly destination: string;
  /** Copies what a link leads to instead of the link: `-L`. */
  readonly followLinks?: boolean;
}

/** Throws a FileProblem. What was copied until a failure stays, without the file at work; a cancel takes back all that it added. */
export async function copyFromContainer(engine: Engine, copy: CopyOut): Promise<CopyReport> {
  const job = new CopyJob(copy);
  const options = { ...(copy.signal !== undefined && { signal: copy.signal }) };
  try {
    const { path, stat } = await sourceOf(engine, copy, options);
    const contentsOnly = copy.source.endsWith('/.');
    const { root, prefix } = await placeLocally(copy.destination, pathBytes(baseOf(copy.source)), stat.kind === 'directory', contentsOnly);
    const folder = new LocalFolder(root);
    try {
      await unpack(entriesAt(engine, copy.id, path, stat.kind === 'directory', options), folder, prefix, job);
    } catch (error) {
      const problem = fileProblem(error, copy.source);
      if (problem.reason === 'cancelled') {
        throw cancelled(await folder.undo());
      }
      await folder.finish();
      throw problem;
    }
    await folder.finish();
    return job.report;
  } catch (error) {
    throw fileProblem(error, copy.source);
  }
}

function cancelled(replaced: number): FileProblem {
  const files = replaced === 1 ? 'A file had been replaced by then.' : `${replaced} files had been replaced by then.`;
  return new FileProblem('cancelled', replaced === 0 ? 'The copy was cancelled, and nothing was left behind.' : `The copy was cancelled. ${files}`);
}

async function sourceOf(engine: Engine, { id, source, followLinks = false }: CopyOut, options: { readonly signal?: AbortSignal }): Promise<{ readonly path: string; readonly stat: PathStat }> {
  const path = normalPath(source);
  const stat = await engine.statPath(id, path, options);
  const mustBeFolder = /\/\.?$/.test(source);
  if (stat.kind === 'symlink' && (followLinks || mustBeFolder) && stat.linkTarget !== undefined) {
    const target = { path: stat.linkTarget, stat: await engine.statPath(id, stat.linkTarget, options) };
    return mustBeFolder ? folderOnly(target, source) : target;
  }
  return mustBeFolder ? folderOnly({ path, stat }, source) : { path, stat };
}

function folderOnly<T extends { readonly stat: PathStat }>(found: T, source: string): T {
  if (found.stat.kind !== 'directory') {
    throw new FileProblem('not-a-directory', `${shownPath(source)} ends like a folder, but is none.`);
  }
  return found;
}

async function unpack(entries: AsyncIterable<TarEntry>, folder: LocalFolder, prefix: readonly Buffer[], job: CopyJob): Promise<void> {
  let top: readonly Buffer[] | undefined;
  for await (const entry of entries) {
    job.check();
    const parts = partsOf(entry.name);
    top ??= parts;
    try {
      await placeEntry(entry, { folder, job, place: [...prefix, ...below(top, parts)], placeOf: (name) => [...prefix, ...below(top ?? [], partsOf(name))] });
    } catch (error) {
      if (!(error instanceof CannotPlace)) {
        throw error;
      }
      job.skip(entry.name, error.message);
    }
  }
}

/** The first entry is what was asked for, whatever the engine calls it; all others have to be below it. */
function below(top: readonly Buffer[], parts: readonly Buffer[]): readonly Buffer[] {
  if (!top.every((part, index) => parts[index]?.equals(part))) {
    throw new CannotPlace('It is not below what was asked for.');
  }
  return parts.slice(top.length);
}

interface Placing {
  readonly folder: LocalFolder;
  readonly job: CopyJob;
  readonly place: readonly Buffer[];
  readonly placeOf: (name: Buffer) => readonly Buffer[];
}

async function placeEntry(entry: TarEntry, { folder, job, place, placeOf }: Placing): Promise<void> {
  switch (entry.kind) {
    case 'directory':
      if (place.length > 0 && (await folder.makeFolder(place, entry))) {
        job.addDirectory();
      }
      return;
    case 'file':
    case 'symlink':
    case 'hard-link':
      if (!(await mayPlace(folder, place, job))) {
        return;
      }
      if (entry.kind === 'file') {
        await folder.writeFile(place, entry, entry.content, (bytes) => {
          job.check();
          job.addBytes(bytes, entry.name);
        });
      } else if (entry.kind === 'symlink') {
        await folder.writeLink(place, entry.linkName);
      } else {
        await folder.writeHardLink(place, placeOf(entry.linkName));
      }
      job.addFile(entry.name);
      return;
    case 'sparse':
      throw new CannotPlace('It is packed as a sparse file, in a form that Gantry does not read.');
    case 'character-device':
    case 'block-device':
    case 'fifo':
      throw new CannotPlace(entry.kind === 'fifo' ? 'It is a named pipe.' : 'It is a device.');
    case 'other':
      throw new CannotPlace('It is neither a file nor a folder nor a link.');
  }
}

async function mayPlace(folder: LocalFolder, place: readonly Buffer[], job: CopyJob): Promise<boolean> {
  if (place.length === 0) {
    throw new CannotPlace('It has no name.');
  }
  const found = await folder.look(place);
  if (found?.isDirectory() === true) {
    throw new CannotPlace('A folder stands in its place.');
  }
  return found === undefined || folder.wrote(place) || job.mayReplace(folder.pathOf(place));
}
