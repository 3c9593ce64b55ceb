/** Reads and writes text files without losing anything: strict UTF-8, byte order mark, mode, owner, links, all or nothing. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, chown, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../files/error-code.ts';

export interface TextFile {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/** Throws an Error that says why in one sentence when the bytes are no UTF-8 text. */
export function decode(bytes: Uint8Array): TextFile {
  if (bytes.includes(0)) {
    throw new Error('is a binary file');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\ufeff') ? { text: text.slice(1), hasByteOrderMark: true } : { text, hasByteOrderMark: false };
  } catch {
    throw new Error('is not UTF-8 text');
  }
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'cannot be read: permission denied';
    case 'EISDIR':
      return 'is a folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Throws an Error whose message names the file, as `name`, and the reason. Nothing else waits meanwhile, and a promise for
 * each step would take longer than the reading.
 */
export function readTextFile(file: string, name: string): TextFile {
  try {
    return decode(readFileSync(file));
  } catch (error) {
    throw new Error(`${name}: ${reasonOf(error).replace(file, name)}`, { cause: error });
  }
}

/** Replaces the file's content in one step; a reader sees the old or the new text, never a part. Links stay links. */
export async function writeTextFile(file: string, { text, hasByteOrderMark }: TextFile): Promise<void> {
  const target = await realpath(file);
  const { mode, uid, gid } = await stat(target);
  // Short, because the name of the file may be as long as a name can be.
  const temporary = path.join(path.dirname(target), `.gantry-${randomUUID()}`);
  try {
    await writeFile(temporary, (hasByteOrderMark ? '\ufeff' : '') + text, { mode: mode & 0o777, flag: 'wx' });
    if (process.getuid?.() === 0) {
      await chown(temporary, uid, gid);
    }
    // Behind the owner, whose change takes the bits for other users away.
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
