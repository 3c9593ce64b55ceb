/** Read-only documents that are written when somebody looks: the connection, logs, inspections. */
import * as vscode from 'vscode';
import { EngineError } from '../engine/errors.ts';

/** package.json associates Markdown of this scheme with its preview. */
export const reportScheme = 'gantry-report';

/** Milliseconds. */
const interval = 500;

/** Writes the text as of now. */
export type Writer = () => Promise<string>;

export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #writers = new Map<string, Writer>();
  /** Documents that are written anew when something happens to containers. */
  readonly #live = new Set<string>();
  readonly #registration: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === reportScheme) {
          this.#writers.delete(uri.toString());
          this.#live.delete(uri.toString());
        }
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const write = this.#writers.get(uri.toString());
    if (write === undefined) {
      return 'This report is from an earlier session: ask for it again.\n';
    }
    try {
      return await write();
    } catch (error) {
      return `${error instanceof EngineError ? error.message : 'This cannot be read any more.'}\n`;
    }
  }

  /** The document of this path, `/name.md` or `/id/name.json`, without showing it. Its ending chooses the language. */
  add(path: string, write: Writer): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: reportScheme, path });
    this.#writers.set(uri.toString(), write);
    this.refresh(uri);
    return uri;
  }

  /** Opens the document, written anew where it is open already. */
  async show(path: string, write: Writer, { live = false } = {}): Promise<vscode.Uri> {
    const uri = this.add(path, write);
    if (live) {
      this.#live.add(uri.toString());
    }
    if (path.endsWith('.md')) {
      await vscode.commands.executeCommand('vscode.open', uri);
    } else {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
    return uri;
  }

  /** Something happened to containers: live documents follow, at most twice a second. */
  noteChange(): void {
    if (this.#live.size > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#live.forEach((uri) => this.refresh(vscode.Uri.parse(uri, true)));
      }, interval);
    }
  }

  /** Has the document written anew, if it is open. */
  refresh(uri: vscode.Uri): void {
    this.#changed.fire(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#registration.dispose();
    this.#changed.dispose();
    this.#writers.clear();
  }
}
