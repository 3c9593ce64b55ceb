/** Looks through local files and folders before they are copied into a container: what there is, and what cannot go. */
import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { pathText } from '../engine/container-path.ts';
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

/** The names directly in the folder that is copied into, each once. */
export function topsOf(entries: readonly LocalEntry[]): string[] {
  return [...new Set(entries.flatMap(({ place: [top] }) => (top === undefined ? [] : [pathText(top)])))];
}

const slash = Buffer.from('/');
const mostNamed = 5;
const atOnce = 64;

interface Pending {
  readonly local: Buffer;
  readonly place: readonly Buffer[];
  readonly follow: boolean;
  readonly stats?: Stats;
}

/** The last name first, each with what it is: asked for many at a time, because one after the other takes long. */
async function childrenOf(local: Buffer, place: readonly Buffer[]): Promise<Pending[]> {
  const names = (await readdir(local, { encoding: 'buffer' })).sort((a, b) => b.compare(a));
  const children: Pending[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    const some = names.slice(at, at + atOnce).map((name) => ({ local: Buffer.concat([local, slash, name]), place: [...place, name], follow: false }));
    children.push(...(await Promise.all(some.map(async (child) => ({ ...child, stats: await lstat(child.local) })))));
  }
  return children;
}

/** Outer folders come before what they hold. Throws a FileProblem that names devices, pipes and sockets. */
export async function localTree(sources: readonly { readonly local: string; readonly place: readonly Buffer[]; readonly follow: boolean }[], check: () => void): Promise<LocalEntry[]> {
  const entries: LocalEntry[] = [];
  const specials: Buffer[] = [];
  const pending: Pending[] = sources.map(({ local, place, follow }) => ({ local: Buffer.from(local.replace(/(?<=.)\/+\.?$/, '')), place, follow })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    check();
    const { local, place, follow } = next;
    try {
      const stats = next.stats ?? (await (follow ? stat : lstat)(local));
      if (stats.isSymbolicLink()) {
        entries.push({ local, place, stats, followed: follow, target: await readlink(local, { encoding: 'buffer' }) });
      } else if (stats.isFile() || stats.isDirectory()) {
        entries.push({ local, place, stats, followed: follow });
      } else {
        specials.push(local);
      }
      if (stats.isDirectory()) {
        for (const child of await childrenOf(local, place)) {
          pending.push(child);
        }
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
