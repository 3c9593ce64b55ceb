/** Runs the bundled language server in a process of its own and connects VS Code to it. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { rulePageScheme } from './vscode/rule-page.ts';
import { judgeRequest, type Judgement } from '../../shared/judge-request.ts';
import { knownNamesNotification, type KnownNames } from '../../shared/known-names.ts';
import { settingsSection } from '../../shared/settings.ts';

/** Files on disk and unsaved ones, in the languages that Gantry reads, and its configuration files. */
const documentSelector = [
  ...['shellscript', 'bats', 'markdown', 'mdx'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: '**/*.bats' },
  { scheme: 'file', pattern: '**/.gantry.{json,jsonc}' },
];

export interface ServerFiles {
  /** The program. */
  readonly module: string;
  /** A folder of our own where Node 22 and later keep the compiled program, so that it starts faster the next time. */
  readonly compileCache: string;
}

/** The language server as the extension sees it: something that runs, can be restarted and is stopped at the end. */
export class LanguageServer {
  readonly #files: ServerFiles;
  readonly #log: vscode.LogOutputChannel;
  #client: LanguageClient | undefined;
  #names: KnownNames | undefined;

  /** What the server and the connection have to say goes to `log`. */
  constructor(files: ServerFiles, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#log = log;
  }

  /** Starts the server, or starts it again. Resolves in any case: a failure is logged and shown. */
  async start(): Promise<void> {
    await this.stop();
    // A new client each time: one whose start has failed cannot be started again.
    this.#client = createClient(this.#files, this.#log);
    try {
      await this.#client.start();
      this.#sendNames();
    } catch (error) {
      this.#reportFailure(error);
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.#log.warn(`The language server did not stop in order: ${String(error)}`);
    }
  }

  /** Which names an engine has; a server that starts later hears of them, too. */
  tellNames(names: KnownNames): void {
    if (JSON.stringify(names) !== JSON.stringify(this.#names)) {
      this.#names = names;
      this.#sendNames();
    }
  }

  #sendNames(): void {
    if (this.#names !== undefined && this.#client?.isRunning() === true) {
      this.#client.sendNotification(knownNamesNotification, this.#names).catch((error: unknown) => {
        this.#log.warn(`The language server was not told the names of containers: ${String(error)}`);
      });
    }
  }

  /** What the rules say of one command line; undefined where it makes no container, or the server does not run. */
  async judge(command: string): Promise<Judgement | undefined> {
    try {
      return (await this.#client?.sendRequest<Judgement | null>(judgeRequest, { command })) ?? undefined;
    } catch (error) {
      this.#log.warn(`The language server did not judge a command: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** A server that does not run must not look like a document without problems. */
  #reportFailure(error: unknown): void {
    this.#log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage('The Gantry language server did not start.', 'Show Log').then((choice) => {
      if (choice !== undefined) {
        this.#log.show();
      }
    });
  }
}

function createClient({ module, compileCache }: ServerFiles, log: vscode.LogOutputChannel): LanguageClient {
  const run = { module, transport: TransportKind.ipc, options: { env: { NODE_COMPILE_CACHE: compileCache } } };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } };
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: settingsSection,
    initializationOptions: { settings: vscode.workspace.getConfiguration().get(settingsSection), trusted: vscode.workspace.isTrusted, rulePageScheme, codeEditor: true },
    // Hovers are plain Markdown: no command links, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
  return new LanguageClient(settingsSection, 'Gantry', { run, debug }, options);
}
