/** The files of containers as a file system of VS Code: `gantry-container:/<engine>/<container>/path`. */
import * as vscode from 'vscode';
import { systemClock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import { ContainerFileSystem } from '../files/container-file-system.ts';
import { containerScheme, placeOf, placePath, type ContainerPlace } from '../files/container-uri.ts';
import { FileProblem, fileProblem } from '../files/file-problem.ts';
import type { DirectoryEntry, FileStat } from '../files/list-archive.ts';
import type { WatchedEngines } from './watched-engines.ts';

/** Of VS Code's types, which are bits. */
function typeOf({ kind, isLink }: Pick<DirectoryEntry, 'kind' | 'isLink'>): number {
  const type: number = { file: vscode.FileType.File, directory: vscode.FileType.Directory, other: vscode.FileType.Unknown }[kind];
  return isLink ? type | vscode.FileType.SymbolicLink : type;
}

interface SystemStat extends Omit<vscode.FileStat, 'type'> {
  readonly type: number;
}

function statOf(stat: FileStat): SystemStat {
  return { type: typeOf(stat), size: stat.size, ctime: 0, mtime: Math.floor(stat.modified) };
}

/** With the words of the problem, which VS Code shows. */
function asSystemError(error: unknown, uri: vscode.Uri): vscode.FileSystemError {
  const { reason, message } = error instanceof FileProblem ? error : fileProblem(error, uri.path);
  switch (reason) {
    case 'not-found':
      return vscode.FileSystemError.FileNotFound(message);
    case 'exists':
      return vscode.FileSystemError.FileExists(message);
    case 'not-a-directory':
      return vscode.FileSystemError.FileNotADirectory(message);
    case 'is-a-directory':
      return vscode.FileSystemError.FileIsADirectory(message);
    case 'no-permission':
      return vscode.FileSystemError.NoPermissions(message);
    default:
      return vscode.FileSystemError.Unavailable(message);
  }
}

export class ContainerFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #engines: WatchedEngines;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registration: vscode.Disposable;
  /** By engine, because a new connection is a new one, and by the container's name. */
  readonly #systems = new WeakMap<Engine, Map<string, ContainerFileSystem>>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(engines: WatchedEngines) {
    this.#engines = engines;
    this.#registration = vscode.workspace.registerFileSystemProvider(containerScheme, this, { isCaseSensitive: true });
  }

  /** Nothing tells of changes from inside a container; an editor looks anew before it saves. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<SystemStat> {
    return this.#at<SystemStat>(uri, async (files, path) => statOf(await files.stat(path)), () => Promise.resolve({ type: vscode.FileType.Directory, size: 0, ctime: 0, mtime: 0 }));
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, number][]> {
    return this.#at(uri, async (files, path) => (await files.readDirectory(path)).map((entry) => [entry.name, typeOf(entry)]), () => this.#above(uri));
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return this.#at(uri, (files, path) => files.readFile(path));
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array, options: { readonly create: boolean; readonly overwrite: boolean }): Promise<void> {
    const isNew = await this.#at(uri, async (files, path) => {
      const found = options.create ? await files.stat(path).catch(() => undefined) : 'there';
      await files.writeFile(path, content, options);
      return found === undefined;
    });
    this.#fire([isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri]);
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    await this.#at(uri, (files, path) => files.createDirectory(path));
    this.#fire([vscode.FileChangeType.Created, uri]);
  }

  async delete(uri: vscode.Uri, options: { readonly recursive: boolean }): Promise<void> {
    await this.#at(uri, (files, path) => files.delete(path, options));
    this.#fire([vscode.FileChangeType.Deleted, uri]);
  }

  async rename(from: vscode.Uri, to: vscode.Uri, options: { readonly overwrite: boolean }): Promise<void> {
    const [source, target] = [placeOf(from.path), placeOf(to.path)];
    await this.#at(from, (files, path) => {
      if (target === undefined || source?.engine !== target.engine || source.container !== target.container) {
        throw new FileProblem('unavailable', 'Files are not moved from one container to another: copy them out and in again.');
      }
      return files.rename(path, target.path, options);
    });
    this.#fire([vscode.FileChangeType.Deleted, from], [vscode.FileChangeType.Created, to]);
  }

  /** Something else may have written there: asks anew. */
  async noteChange(uri: vscode.Uri): Promise<void> {
    await this.#at(uri, (files) => {
      files.forget();
      return Promise.resolve();
    });
    this.#fire([vscode.FileChangeType.Changed, uri]);
  }

  /** As `noteChange`, of an engine that is at hand: nothing is connected for files that nobody looks at. */
  noteWritten(engine: Engine, place: ContainerPlace): void {
    this.#systems.get(engine)?.get(place.container)?.forget();
    this.#fire([vscode.FileChangeType.Changed, vscode.Uri.from({ scheme: containerScheme, path: placePath(place) })]);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #fire(...changes: readonly (readonly [vscode.FileChangeType, vscode.Uri])[]): void {
    this.#changed.fire(changes.map(([type, uri]) => ({ type, uri })));
  }

  /** `above`: what is done with the root and with engines, which hold no files themselves. */
  async #at<T>(uri: vscode.Uri, work: (files: ContainerFileSystem, path: string) => Promise<T>, above?: () => Promise<T>): Promise<T> {
    try {
      const place = placeOf(uri.path);
      if (place === undefined) {
        if (above === undefined) {
          throw new FileProblem('no-permission', 'Files are in containers only: the address names none.');
        }
        return await above();
      }
      return await work(await this.#system(place), place.path);
    } catch (error) {
      throw asSystemError(error, uri);
    }
  }

  async #system({ engine: name, container }: ContainerPlace): Promise<ContainerFileSystem> {
    const engine = await this.#engines.named(name);
    const systems = this.#systems.get(engine) ?? new Map<string, ContainerFileSystem>();
    this.#systems.set(engine, systems);
    const system = systems.get(container) ?? new ContainerFileSystem(engine, container, systemClock);
    systems.set(container, system);
    return system;
  }

  async #above({ path }: vscode.Uri): Promise<[string, number][]> {
    const engines = await this.#engines.all();
    const [, engine = ''] = path.split('/');
    const names = engine === '' ? engines.map(({ name }) => name) : (engines.find(({ name }) => encodeURIComponent(name) === engine)?.containers.values() ?? []);
    return [...names].map((each) => [encodeURIComponent(typeof each === 'string' ? each : each.name), vscode.FileType.Directory]);
  }
}
