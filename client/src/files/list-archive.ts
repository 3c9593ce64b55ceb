/** Lists a folder from the headers of its archive: works in any state and without tools, but all contents pass by. */
import type { Readable } from 'node:stream';
import { pathText } from '../engine/container-path.ts';
import { partsOf } from './local-name.ts';
import { entriesOf, type TarEntry } from './tar-reader.ts';

export interface DirectoryEntry {
  /** As `pathText` writes it. */
  readonly name: string;
  /** Of what a link leads to, where that is known. */
  readonly kind: 'file' | 'directory' | 'other';
  readonly isLink: boolean;
}

export interface FileStat {
  readonly kind: DirectoryEntry['kind'];
  readonly isLink: boolean;
  readonly size: number;
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Undefined when the folder is larger than the ceiling, in bytes: a part of a listing would read as the whole. */
export async function listArchive(archive: Readable, ceiling: number): Promise<DirectoryEntry[] | undefined> {
  const listed: DirectoryEntry[] = [];
  const first = { depth: -1 };
  const counted = { bytes: 0 };
  try {
    for await (const entry of entriesOf(upTo(archive, ceiling, counted))) {
      const parts = partsOf(entry.name);
      if (first.depth < 0) {
        first.depth = parts.length;
        continue;
      }
      const name = parts[first.depth];
      if (parts.length === first.depth + 1 && name !== undefined) {
        listed.push({ name: pathText(name), kind: kindOf(entry), isLink: entry.kind === 'symlink' });
      }
    }
    return listed;
  } catch (error) {
    if (counted.bytes > ceiling) {
      return undefined;
    }
    throw error;
  } finally {
    archive.destroy();
  }
}

function kindOf({ kind }: TarEntry): DirectoryEntry['kind'] {
  switch (kind) {
    case 'directory':
      return 'directory';
    case 'file':
    case 'hard-link':
    case 'sparse':
      return 'file';
    default:
      return 'other';
  }
}

/** Ends above the ceiling, in the middle of the tar. */
async function* upTo(archive: AsyncIterable<Buffer>, ceiling: number, counted: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of archive) {
    counted.bytes += chunk.length;
    if (counted.bytes > ceiling) {
      return;
    }
    yield chunk;
  }
}
