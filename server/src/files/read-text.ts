/** Reads small text files inside a folder, and nothing else: no devices, no pipes, nothing that a link leads out to. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from './error-code.ts';

/** No person writes a configuration as long as this. */
const mostBytes = 1_000_000;

export type Content = { readonly text: string } | { readonly problem: string };

export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

export function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const problems: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['EISDIR', 'is no file'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'is no UTF-8 text'],
]);

/** The text of the file without its byte order mark, or in half a sentence why it cannot be had. */
export function readText(file: string, root: string): Content {
  try {
    const real = realpathSync(file);
    if (!isInside(realpathSync(root), real)) {
      return { problem: statSync(real).isFile() ? 'leads out of the workspace' : 'is no file' };
    }
    return readRegularFile(real);
  } catch (error) {
    return { problem: problems.get(errorCode(error)) ?? 'cannot be read' };
  }
}

/** Asks the opened file what it is, and counts while it reads: between a question about a path and its answer the file may change. */
function readRegularFile(file: string): Content {
  // Without O_NONBLOCK, opening a named pipe that nobody writes to would never end.
  const descriptor = openSync(file, process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(descriptor).isFile()) {
      return { problem: 'is no file' };
    }
    const bytes = Buffer.allocUnsafe(mostBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= mostBytes; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    return length > mostBytes ? { problem: 'is larger than 1 MB' } : { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length)) };
  } finally {
    closeSync(descriptor);
  }
}
