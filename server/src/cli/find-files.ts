/** Finds the files that `gantry lint` is to read. */
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { documentKindOf } from '../language/shell/document-kind.ts';

export interface FoundFiles {
  readonly files: readonly string[];
  /** One sentence each, for paths that name nothing or nothing that can be checked. */
  readonly problems: readonly string[];
  /** Files named outright that are neither shell nor Markdown. */
  readonly skipped: readonly string[];
}

const shebangLength = 128;

/** Whether the file is a script or Markdown by its name, or by its first line where the name has no extension. */
async function isDocument(file: string): Promise<boolean> {
  if (documentKindOf(file, '') !== undefined) {
    return true;
  }
  if (path.extname(file) !== '') {
    return false;
  }
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(shebangLength), 0, shebangLength, 0);
    return documentKindOf(file, buffer.toString('latin1', 0, bytesRead)) !== undefined;
  } finally {
    await handle.close();
  }
}

/** Files named outright are most of what hooks ask for, and need no globs: the library is loaded for the others only. */
const globs = () => import('globby');

async function filesOf(pattern: string, cwd: string): Promise<string[]> {
  const { globby } = await globs();
  return globby(pattern, { cwd, gitignore: true, dot: true, ignore: ['**/node_modules/**', '**/.git/**'], expandDirectories: false, followSymbolicLinks: false });
}

/** Resolves paths, folders and globs against `cwd`. Folders and globs honour .gitignore; a file named outright is always taken. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  /** As they were named first, by their full paths: one file may have several names. */
  const files = new Map<string, string>();
  const add = (name: string): void => {
    const place = path.resolve(cwd, name);
    files.set(place, files.get(place) ?? name);
  };
  const problems: string[] = [];
  const skipped: string[] = [];
  for (const given of paths.length === 0 ? ['.'] : paths) {
    const info = await stat(path.resolve(cwd, given)).catch(() => undefined);
    if (info?.isFile() === true) {
      const readable = await isDocument(path.resolve(cwd, given)).catch(() => true);
      if (readable) {
        add(given);
      } else {
        skipped.push(given);
      }
      continue;
    }
    if (info?.isDirectory() !== true && !(await globs()).isDynamicPattern(given)) {
      problems.push(`${given}: no such file or folder`);
      continue;
    }
    const base = info?.isDirectory() === true ? path.resolve(cwd, given) : cwd;
    const found = await filesOf(info?.isDirectory() === true ? '**/*' : given, base);
    for (const file of found.sort()) {
      if (await isDocument(path.join(base, file)).catch(() => true)) {
        add(path.relative(cwd, path.join(base, file)));
      }
    }
    if (found.length === 0 && info?.isDirectory() !== true) {
      problems.push(`${given}: no file matches`);
    }
  }
  return { files: [...files.values()], problems, skipped };
}
