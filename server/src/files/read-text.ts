/** Reads small text files inside a folder, and nothing else: no devices, no pipes, nothing that a link leads out to. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** No person writes a configuration as long as this. */
export const mostBytes = 1_000_000;

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

/** The text of the file without its byte order mark, or in half a sentence why it cannot be had. */
export function readText(file: string, root: string): Content {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) {
      return { problem: 'is no file' };
    }
    if (stat.size > mostBytes) {
      return { problem: 'is larger than 1 MB' };
    }
    if (!isInside(realpathSync(root), realpathSync(file))) {
      return { problem: 'leads out of the workspace' };
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : undefined;
    return { problem: reason === 'ENOENT' ? 'does not exist' : reason === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is no UTF-8 text' : 'cannot be read' };
  }
}
