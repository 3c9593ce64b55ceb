/** Finds the files that `gantry lint` is to read. */
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { globMatcher, globProblem } from '../language/configuration/globs.ts';
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

/** Parts the paths from what begins with `!`, which takes files out, unless a file is called so. */
async function withoutExclusions(given: readonly string[], cwd: string, problems: string[]): Promise<{ readonly paths: readonly string[]; readonly isWanted: (file: string) => boolean }> {
  const paths: string[] = [];
  const exclusions: string[] = [];
  for (const name of given) {
    const isExclusion = name.startsWith('!') && (await stat(path.resolve(cwd, name)).catch(() => undefined)) === undefined;
    if (isExclusion && globProblem(name) !== undefined) {
      problems.push(`${name}: is no glob below the working directory`);
    } else {
      (isExclusion ? exclusions : paths).push(name);
    }
  }
  const matches = globMatcher(exclusions);
  const isWanted = (file: string): boolean => matches(path.relative(cwd, file).split(path.sep).join('/'));
  return { paths: paths.length === 0 ? ['.'] : paths, isWanted };
}

/** Resolves paths, folders and globs against `cwd`. Folders and globs honour .gitignore; a file named outright is always taken. */
export async function findFiles(given: readonly string[], cwd: string): Promise<FoundFiles> {
  const problems: string[] = [];
  const skipped: string[] = [];
  const { paths, isWanted } = await withoutExclusions(given, cwd, problems);
  /** As they were named first, by their full paths: one file may have several names. */
  const files = new Map<string, string>();
  const add = (name: string): void => {
    const place = path.resolve(cwd, name);
    if (isWanted(place)) {
      files.set(place, files.get(place) ?? name);
    }
  };
  for (const name of paths) {
    const info = await stat(path.resolve(cwd, name)).catch(() => undefined);
    if (info?.isFile() === true) {
      const readable = await isDocument(path.resolve(cwd, name)).catch(() => true);
      if (readable) {
        add(name);
      } else {
        skipped.push(name);
      }
      continue;
    }
    if (info?.isDirectory() === false) {
      problems.push(`${name}: neither a file nor a folder; to check what a program prints, pipe it into \`gantry lint -\``);
      continue;
    }
    if (info === undefined && !(await globs()).isDynamicPattern(name)) {
      problems.push(`${name}: no such file or folder`);
      continue;
    }
    const base = info === undefined ? cwd : path.resolve(cwd, name);
    const found = await filesOf(info === undefined ? name : '**/*', base);
    for (const file of found.sort()) {
      if (await isDocument(path.join(base, file)).catch(() => true)) {
        add(path.relative(cwd, path.join(base, file)));
      }
    }
    if (found.length === 0 && info === undefined) {
      problems.push(`${name}: no file matches`);
    }
  }
  return { files: [...files.values()], problems, skipped };
}
