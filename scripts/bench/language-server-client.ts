/** A minimal editor over stdio: starts a language server and measures what a user waits for. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection } from 'vscode-languageserver/node';

interface Diagnostic {
  readonly range: { readonly start: { readonly line: number } };
}

interface PublishDiagnostics {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Answered to `workspace/configuration`, and sent as settings. */
  readonly settings: unknown;
}

export class LanguageServerClient {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #listeners = new Set<(params: PublishDiagnostics) => void>();
  #version = 1;
  /** From the start of the process to the answer to `initialize`. */
  startTime = 0;

  constructor(readonly server: ServerCommand) {
    this.#process = spawn(server.command, [...server.args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdout, stdin } = this.#process;
    if (stdout === null || stdin === null) {
      throw new Error(`${server.name} has no standard streams.`);
    }
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnostics) => {
      this.#listeners.forEach((listener) => {
        listener(params);
      });
    });
    this.#connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => server.settings));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.listen();
  }

  async initialize(rootUri: string): Promise<void> {
    const before = performance.now();
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: { versionSupport: true }, completion: { completionItem: { snippetSupport: true } } } },
    });
    await this.#connection.sendNotification('initialized', {});
    this.startTime = performance.now() - before;
  }

  async open(uri: string, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'shellscript', version: this.#version, text } });
  }

  /** Replaces a stretch of one line, and gives the milliseconds until diagnostics hold one on that line; until any arrive where none is `expected`. */
  async editUntilDiagnosed(uri: string, line: number, from: number, to: number, text: string, expected: boolean, timeout: number): Promise<number> {
    const before = performance.now();
    const arrived = this.#diagnostics(
      (params) => params.uri === uri && (!expected || params.diagnostics.some(({ range }) => range.start.line === line)),
      timeout,
    );
    await this.edit(uri, line, from, to, text);
    await arrived;
    return performance.now() - before;
  }

  async edit(uri: string, line: number, from: number, to: number, text: string): Promise<void> {
    this.#version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: this.#version }, contentChanges: [{ range, text }] });
  }

  async #diagnostics(matches: (params: PublishDiagnostics) => boolean, timeout: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`${this.server.name}: no such diagnostics within ${timeout} ms`));
      }, timeout);
      const listener = (params: PublishDiagnostics) => {
        if (matches(params)) {
          clearTimeout(timer);
          this.#listeners.delete(listener);
          resolve();
        }
      };
      this.#listeners.add(listener);
    });
  }

  async firstDiagnostics(uri: string, timeout: number): Promise<void> {
    await this.#diagnostics((params) => params.uri === uri, timeout);
  }

  /** Milliseconds until the answer to a request at a position. */
  async ask(method: 'textDocument/hover' | 'textDocument/completion', uri: string, line: number, character: number): Promise<number> {
    const before = performance.now();
    await this.#connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
    return performance.now() - before;
  }

  /** Highest resident memory of the server so far, in MiB; undefined where /proc does not tell. */
  peakMemory(): number | undefined {
    try {
      const kibibytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#process.pid ?? 0}/status`, 'utf8'))?.[1];
      return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }
}
