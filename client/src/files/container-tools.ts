/** What only programs in the container can do: list without reading all contents, delete, rename. Never through a shell. */
import { constants } from 'node:fs';
import { joinPath, pathBytes, pathText } from '../engine/container-path.ts';
import type { CallOptions, Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import { FileProblem, fileProblem, shownPath } from './file-problem.ts';
import type { DirectoryEntry, FileStat } from './list-archive.ts';
import { displayText } from '../text/display-text.ts';
import { runTool } from './run-tool.ts';

/** The image has no such program: 126 and 127, or the engine's own words about it. */
const notStarted = /executable file not found|no such file or directory|permission denied/i;
/** More rows than anybody looks at; each is asked for by itself. */
const mostNames = 5000;

export class ContainerTools {
  readonly #engine: Engine;
  readonly #id: string;

  constructor(engine: Engine, id: string) {
    this.#engine = engine;
    this.#id = id;
  }

  /** Throws 'unavailable' when the container does not run or has neither `find` nor `ls`. */
  async list(folder: string, options: CallOptions): Promise<DirectoryEntry[]> {
    // The slash makes find enter a folder that is reached by a link.
    const start = folder === '/' ? '/' : `${folder}/`;
    const find = async (front: readonly string[], tests: readonly string[]) => {
      const found = await this.#run(['find', ...front, start, '-mindepth', '1', '-maxdepth', '1', ...tests, '-print0'], options);
      return found === undefined ? undefined : partsBetween(found.stdout, 0).map((path) => path.subarray(path.lastIndexOf(0x2f) + 1));
    };
    const names = await find([], []);
    if (names === undefined) {
      return this.#listByLs(start, options);
    }
    const setOf = async (front: readonly string[], type: string) => new Set((await find(front, ['-type', type]))?.map((name) => name.toString('latin1')));
    const [links, folders, files] = await Promise.all([setOf([], 'l'), setOf(['-L'], 'd'), setOf(['-L'], 'f')]);
    return names.map((name) => {
      const key = name.toString('latin1');
      return { name: pathText(name), kind: folders.has(key) ? 'directory' : files.has(key) ? 'file' : 'other', isLink: links.has(key) };
    });
  }

  /** Of what a link leads to. */
  async stat(path: string, options: CallOptions): Promise<FileStat> {
    const found = await this.#run(['stat', '-L', '-c', '%f %s %Y', '--', path], options);
    if (found === undefined) {
      throw this.#missing('stat', `look at ${shownPath(path)}`);
    }
    const [mode = '', size, modified] = found.stdout.toString('latin1').trim().split(' ');
    const bits = Number.parseInt(mode, 16);
    const type = bits & constants.S_IFMT;
    return { kind: type === constants.S_IFDIR ? 'directory' : type === constants.S_IFREG ? 'file' : 'other', isLink: false, size: Number(size), mode: bits & 0o7777, modified: Number(modified) * 1000 };
  }

  /** Undefined where nobody can tell. */
  async owner(path: string): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
    const found = await this.#run(['stat', '-L', '-c', '%u %g', '--', path], {}).catch(() => undefined);
    const [, uid, gid] = /^(\d+) (\d+)\n$/.exec(found?.stdout.toString('latin1') ?? '') ?? [];
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  }

  /** The content by `cat`, for mounts that the archive calls do not see; undefined when it is longer than `limit`. */
  async read(path: string, limit: number, options: CallOptions): Promise<Buffer | undefined> {
    const found = await this.#run(['cat', '--', path], options, limit + limit / 1024 + 4096);
    if (found === undefined) {
      throw this.#missing('cat', `read ${shownPath(path)}`);
    }
    return found.exitCode === undefined || found.stdout.length > limit ? undefined : found.stdout;
  }

  async remove(path: string, recursive: boolean, options: CallOptions): Promise<void> {
    await this.#change(recursive ? ['rm', '-r', '-f', '--', path] : ['rm', '--', path], `delete ${shownPath(path)}`, options);
  }

  async removeEmptyFolder(path: string, options: CallOptions): Promise<void> {
    await this.#change(['rmdir', '--', path], `delete ${shownPath(path)}`, options);
  }

  async rename(from: string, to: string, options: CallOptions): Promise<void> {
    await this.#change(['mv', '-f', '--', from, to], `rename ${shownPath(from)}`, options);
  }

  async #change(argv: readonly string[], doing: string, options: CallOptions): Promise<void> {
    const done = await this.#run(argv, options);
    if (done === undefined) {
      throw this.#missing(argv[0] ?? '', doing);
    }
  }

  #missing(tool: string, doing: string): FileProblem {
    return new FileProblem('unavailable', `The image has no ${tool}, so Gantry cannot ${doing}: the engine itself can only copy. Rebuild the image, or use a debug container that shares its volumes.`);
  }

  async #listByLs(start: string, options: CallOptions): Promise<DirectoryEntry[]> {
    const found = await this.#run(['ls', '-1', '-A', '--', start], options);
    if (found === undefined) {
      throw this.#missing('find or ls', `list ${shownPath(start)}`);
    }
    const names = partsBetween(found.stdout, 0x0a).slice(0, mostNames);
    const entries: DirectoryEntry[] = [];
    for (const name of names) {
      // A name with a line break falls into two that do not exist, and busybox writes ? for what it cannot show; what a link leads to needs a look anyway.
      const path = joinPath(start, pathText(name));
      const stat = await this.#engine.statPath(this.#id, path, options).catch(() => undefined);
      if (stat === undefined) {
        continue;
      }
      const target = stat.kind === 'symlink' && stat.linkTarget !== undefined ? await this.#engine.statPath(this.#id, stat.linkTarget, options).catch(() => undefined) : stat;
      entries.push({ name: pathText(name), kind: target?.kind === 'directory' || target?.kind === 'file' ? target.kind : 'other', isLink: stat.kind === 'symlink' });
    }
    return entries;
  }

  /** Undefined when the program is not there; busybox is asked when it may have it under its own name only. */
  async #run(argv: readonly string[], options: CallOptions, limit?: number): Promise<{ readonly exitCode: number | undefined; readonly stdout: Buffer } | undefined> {
    for (const command of [argv, ['busybox', ...argv]]) {
      // The archive calls act as root, too: what they wrote has to be deletable.
      const tool = { user: '0', ...(limit !== undefined && { limit }) };
      // Arguments are text in the API: bytes that are no UTF-8 cannot be passed.
      if (command.some((argument) => !pathBytes(argument).equals(Buffer.from(argument, 'utf8')))) {
        throw new FileProblem('unavailable', 'The name is no UTF-8. The engine runs programs on such names only by way of a shell: use a terminal in the container.');
      }
      const result = await runTool(this.#engine, this.#id, command, tool, options).catch((error: unknown) => {
        if (error instanceof EngineError && error.reason !== 'conflict' && notStarted.test(error.details)) {
          return undefined;
        }
        throw error instanceof EngineError && error.reason === 'conflict' ? new FileProblem('unavailable', 'The container does not run, and this needs a program in it: the engine itself can only copy. Start the container first.', error.details) : fileProblem(error, argv.at(-1) ?? '');
      });
      const missing = result === undefined || result.exitCode === 126 || result.exitCode === 127 || /applet not found/.test(result.stderr.toString('utf8'));
      if (missing) {
        continue;
      }
      if (result.exitCode !== 0 && result.exitCode !== undefined && result.stdout.length === 0) {
        throw toolProblem(result.stderr.toString('utf8'));
      }
      return result;
    }
    return undefined;
  }
}

function toolProblem(stderr: string): FileProblem {
  const words = displayText(stderr.split('\n')[0] ?? '', 300) || 'The program in the container failed without a word.';
  const reason = /no such file/i.test(stderr) ? 'not-found' : /not a directory/i.test(stderr) ? 'not-a-directory' : /is a directory/i.test(stderr) ? 'is-a-directory' : /permi|read-only/i.test(stderr) ? 'no-permission' : 'failed';
  return new FileProblem(reason, words, stderr.slice(0, 4000));
}

function partsBetween(bytes: Buffer, separator: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(separator, at);
    const stop = end < 0 ? bytes.length : end;
    if (stop > at) {
      parts.push(bytes.subarray(at, stop));
    }
    at = stop + 1;
  }
  return parts;
}
