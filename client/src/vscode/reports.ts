/** Read-only documents that are written when somebody looks: the connection, logs, inspections. */
import * as vscode from 'vscode';

/** package.json associates Markdown of this scheme with its preview. */
export const reportScheme = 'gantry-report';

/** Writes the text as of now. */
export type Writer = () => Promise<string>;

export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #writers = new Map<string, Writer>();
  readonly #registration: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === reportScheme) {
          this.#writers.delete(uri.toString());
        }
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const write = this.#writers.get(uri.toString());
    return write === undefined ? 'This report is from an earlier session: ask for it again.\n' : write();
  }

  /** Opens the document of this path, `/name.md` or `/id/name.json`, anew where it is open already. Its ending chooses the language. */
  async show(path: string, write: Writer): Promise<vscode.Uri> {
    const uri = vscode.Uri.from({ scheme: reportScheme, path });
    this.#writers.set(uri.toString(), write);
    this.refresh(uri);
    if (path.endsWith('.md')) {
      await vscode.commands.executeCommand('vscode.open', uri);
    } else {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
    return uri;
  }

  /** Has the document written anew, if it is open. */
  refresh(uri: vscode.Uri): void {
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    this.#writers.clear();
  }
}
