/** The parts of a machine that the search for an engine looks at, behind a port, so that tests need no real home folder. */
import { constants, type Stats } from 'node:fs';
import { access, open, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Variables of the process. A variable that is empty counts as not set, as it does for the CLI. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The whole text of a regular file. Throws what the system says, or a `FileTooLarge` without reading on. */
  readText(file: string, limit: number): Promise<string>;
  /** Names in a folder; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Whether a socket or named pipe is there, whoever listens. `denied`: this user may not write to it. */
  probe(socket: string): Promise<SocketProbe>;
}

export type SocketProbe = 'present' | 'denied' | 'missing' | 'not-a-socket';

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

const chunkSize = 64 * 1024;

/** The machine that this process runs on. */
export function localMachine(environment: Machine['environment'] = process.env): Machine {
  const { platform } = process;
  return { platform, home: homedir(), environment, readText, list, probe: platform === 'win32' ? probePipe : probeSocket };
}

async function readText(file: string, limit: number): Promise<string> {
  // Without O_NONBLOCK, opening a named pipe that nobody writes to would never end.
  const handle = await open(file, process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await handle.stat()).isFile()) {
      throw new Error('not a regular file');
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(chunkSize, limit + 1 - length)));
      if (bytesRead === 0) {
        return Buffer.concat(chunks).toString('utf8');
      }
      chunks.push(buffer.subarray(0, bytesRead));
      length += bytesRead;
      if (length > limit) {
        throw new FileTooLarge(`larger than ${limit} bytes`);
      }
    }
  } finally {
    await handle.close();
  }
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function probeSocket(socket: string): Promise<SocketProbe> {
  let found: Stats;
  try {
    found = await stat(socket);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'denied' : 'missing';
  }
  if (!found.isSocket()) {
    return 'not-a-socket';
  }
  try {
    await access(socket, constants.W_OK);
    return 'present';
  } catch {
    return 'denied';
  }
}

/** Asking for a pipe's status would open it and take one of its instances; the folder of all pipes can be listed. */
async function probePipe(pipe: string): Promise<SocketProbe> {
  const name = pipe.slice(pipe.lastIndexOf('/') + 1).toLowerCase();
  return (await list('\\\\.\\pipe\\')).some((each) => each.toLowerCase() === name) ? 'present' : 'missing';
}
