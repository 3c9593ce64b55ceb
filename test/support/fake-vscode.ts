/** The few values of VS Code's API that terminals and the views of files use, for tests that load them without an editor. */
import { register } from 'node:module';
import path from 'node:path';

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(value: T): void {
    this.#listeners.forEach((listener) => listener(value));
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly dispose: () => void;

  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;

  constructor(scheme: string, uriPath: string) {
    this.scheme = scheme;
    this.path = uriPath;
  }

  static from(parts: { readonly scheme: string; readonly path: string }): Uri {
    return new Uri(parts.scheme, parts.path);
  }

  /** As VS Code does it. */
  static joinPath(uri: Uri, ...parts: readonly string[]): Uri {
    return new Uri(uri.scheme, path.posix.join(uri.path, ...parts));
  }

  toString(): string {
    return `${this.scheme}:${encodeURI(this.path)}`;
  }
}

export class FileSystemError extends Error {
  static Unavailable(message: string): FileSystemError {
    return new FileSystemError(message);
  }
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const FileChangeType = { Changed: 1, Created: 2, Deleted: 3 };
export const workspace = { registerFileSystemProvider: () => new Disposable(() => undefined) };

const closed = new EventEmitter<unknown>();

export class ThemeIcon {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export const window = {
  /** What terminals were made with; the options stand for the terminal itself. */
  terminals: [] as { readonly show: () => void }[],
  createTerminal(options: object) {
    const terminal = { ...options, show: () => undefined };
    window.terminals.push(terminal);
    return terminal;
  },
  onDidCloseTerminal: closed.event,
  close: (terminal: unknown) => closed.fire(terminal),
};

/** Whatever is loaded from now on finds these where it asks for `vscode`. */
export function loadAsVsCode(): void {
  const hook = `export const resolve = (name, context, next) => (name === 'vscode' ? { url: ${JSON.stringify(import.meta.url)}, shortCircuit: true } : next(name, context));`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
