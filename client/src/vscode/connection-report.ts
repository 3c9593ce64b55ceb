/** Shows which engine was chosen and why, as a page that is made anew each time it is asked for. */
import * as vscode from 'vscode';

/** package.json associates it with the Markdown preview. */
const scheme = 'gantry-connection';
const page = vscode.Uri.from({ scheme, path: '/Engine Connection.md' });

export class ConnectionReport implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly #explain: () => string;
  readonly onDidChange = this.#changed.event;

  constructor(explain: () => string) {
    this.#explain = explain;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent(): string {
    return this.#explain();
  }

  async show(): Promise<void> {
    this.#changed.fire(page);
    await vscode.commands.executeCommand('vscode.open', page);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
