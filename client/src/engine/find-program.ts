/** Where a program is: looked for on the PATH alone, so that a folder that happens to be the current one can offer none. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Machine } from './machine.ts';

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Its absolute path. On Windows only an .exe counts: a batch file takes its arguments by way of a shell. */
export async function findProgram(name: string, { platform, environment }: Pick<Machine, 'platform' | 'environment'>): Promise<string | undefined> {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? path.win32 : path.posix;
  const folders = (environment['PATH'] ?? '').split(delimiter).map((folder) => (platform === 'win32' ? folder.replaceAll('"', '') : folder));
  for (const folder of folders.filter(isAbsolute)) {
    const file = join(folder, platform === 'win32' && !/\.exe$/i.test(name) ? `${name}.exe` : name);
    if (await isExecutable(file)) {
      return file;
    }
  }
  return undefined;
}
