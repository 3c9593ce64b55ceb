/** Where something copied out of a container lands on this machine: the rules of `docker cp`. */
import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';

export interface LocalPlace {
  /** An existing folder, free of links. */
  readonly root: string;
  /** What the copied thing is called below it; empty where only its contents are wanted. */
  readonly prefix: readonly Buffer[];
}

/** Throws a FileProblem where nothing can land. `base` is empty for the container's root. */
export async function placeLocally(destination: string, base: Buffer, isFolder: boolean, contentsOnly: boolean): Promise<LocalPlace> {
  const found = await statOrNothing(destination);
  if (found?.isDirectory() === true) {
    return { root: await realpath(destination), prefix: contentsOnly || base.length === 0 ? [] : [base] };
  }
  if (found !== undefined) {
    if (isFolder) {
      throw new FileProblem('not-a-directory', `A folder cannot be copied onto the file ${shownPath(destination)}.`);
    }
    if (!found.isFile()) {
      throw new FileProblem('failed', `${shownPath(destination)} is a device, a pipe or a socket: nothing can be copied onto it.`);
    }
    return within(await realpath(destination));
  }
  if (!isFolder && /[/\\]$/.test(destination)) {
    throw new FileProblem('not-found', `There is no folder ${shownPath(destination)}.`);
  }
  return within(path.resolve(destination));
}

async function within(file: string): Promise<LocalPlace> {
  const parent = path.dirname(file);
  if ((await statOrNothing(parent))?.isDirectory() !== true) {
    throw new FileProblem('not-found', `There is no folder ${shownPath(parent)}.`);
  }
  return { root: await realpath(parent), prefix: [Buffer.from(path.basename(file))] };
}

async function statOrNothing(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw fileProblem(error, file);
  }
}
