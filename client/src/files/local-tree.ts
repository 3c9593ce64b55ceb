/** Looks through local files and folders before they are copied into a container: what there is, and what cannot go. */
import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';

export interface LocalEntry {
  readonly local: Buffer;
  /** Where it goes, below the folder that is copied into. */
  readonly place: readonly Buffer[];
  readonly stats: Stats;
  /** Whether a link at its path was to be followed. */
  readonly followed: boolean;
  /** Of a link. */
  readonly target?: Buffer;
}

const slash = Buffer.from('/');
const mostNamed = 5;

/** Outer folders come before what they hold. Throws a FileProblem that names devices, pipes and sockets. */
export async function localTree(sources: readonly { readonly local: string; readonly place: readonly Buffer[]; readonly follow: boolean }[], check: () => void): Promise<LocalEntry[]> {
  const entries: LocalEntry[] = [];
  const specials: Buffer[] = [];
  const pending = sources.map(({ local, place, follow }) => ({ local: Buffer.from(local.replace(/(?<=.)\/+\.?$/, '')), place, follow })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    check();
    const { local, place, follow } = next;
    try {
      const stats = await (follow ? stat : lstat)(local);
      if (stats.isSymbolicLink()) {
        entries.push({ local, place, stats, followed: follow, target: await readlink(local, { encoding: 'buffer' }) });
      } else if (stats.isFile() || stats.isDirectory()) {
        entries.push({ local, place, stats, followed: follow });
      } else {
        specials.push(local);
      }
      if (stats.isDirectory()) {
        const names = await readdir(local, { encoding: 'buffer' });
        pending.push(...names.sort((a, b) => b.compare(a)).map((name) => ({ local: Buffer.concat([local, slash, name]), place: [...place, name], follow: false })));
      }
    } catch (error) {
      throw fileProblem(error, local);
    }
  }
  if (specials.length > 0) {
    const named = specials.slice(0, mostNamed).map(shownPath).join(', ');
    throw new FileProblem('failed', `Devices, named pipes and sockets cannot be copied: ${named}${specials.length > mostNamed ? ` and ${specials.length - mostNamed} more` : ''}.`);
  }
  return entries;
}
