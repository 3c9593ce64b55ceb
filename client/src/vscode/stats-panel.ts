/** The view of statistics: a page with nothing but its own script and style, which measures while it is visible. */
import * as vscode from 'vscode';
import type { StatsRequest, StatsUpdate } from '../stats/stats-messages.ts';
import type { Explorer } from './explorer.ts';
import { FollowedUsage } from './followed-usage.ts';
import { webviewPage } from './webview-page.ts';

export class StatsPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #usage: FollowedUsage;

  constructor(explorer: Explorer, extension: vscode.Uri, containers: readonly string[] | 'all', closed: () => void) {
    const roots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extension, folder));
    this.#panel = vscode.window.createWebviewPanel('gantry.stats', 'Container Stats', vscode.ViewColumn.Active, { enableScripts: true, enableForms: false, localResourceRoots: roots });
    this.#usage = new FollowedUsage(explorer, containers, (update) => this.#post(update));
    this.#panel.onDidDispose(() => {
      this.#usage.dispose();
      closed();
    });
    this.#panel.onDidChangeViewState(() => this.#usage.setShown(this.#panel.visible));
    this.#panel.webview.onDidReceiveMessage((request: StatsRequest) => this.#receive(request));
    this.#panel.webview.html = webviewPage({ webview: this.#panel.webview, extension, title: 'Container Stats', style: 'stats.css', script: 'stats-page.js' });
    this.#usage.setShown(true);
    this.#nameAfter(containers);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #nameAfter(containers: readonly string[] | 'all'): void {
    const [only] = this.#usage.session.snapshot.rows;
    if (only !== undefined && containers.length === 1) {
      this.#panel.title = `Stats: ${only.name}`;
    }
  }

  #post(update: StatsUpdate): void {
    void this.#panel.webview.postMessage(update);
  }

  #receive(request: StatsRequest): void {
    const { session } = this.#usage;
    switch (request.kind) {
      case 'ready':
        this.#post({ kind: 'all', snapshot: session.snapshot });
        break;
      case 'pause':
        session.setPaused(request.paused);
        break;
      case 'export':
        void save(session.csv());
        break;
    }
  }
}

async function save(text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `container-stats-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`;
  const file = await vscode.window.showSaveDialog({ title: 'Export the Statistics', filters: { CSV: ['csv'] }, ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
  if (file === undefined) {
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  } catch (error) {
    void vscode.window.showErrorMessage(`The statistics could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
