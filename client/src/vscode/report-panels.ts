/** Shows reports in Markdown as pages: no script runs there, and links lead to one command, which knows what it may do. */
import * as vscode from 'vscode';
import { linkCommand } from '../containers/action-link.ts';
import { webviewPage } from './webview-page.ts';

/** VS Code's own renderer, of its Markdown extension. */
const renderCommand = 'markdown.api.render';

export class ReportPanels implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #panels = new Map<string, vscode.WebviewPanel>();

  constructor(extension: vscode.Uri) {
    this.#extension = extension;
  }

  /** The same title again replaces the page that is there. Rejects where VS Code's Markdown extension is switched off. */
  async show(title: string, markdown: string): Promise<void> {
    const body: unknown = await vscode.commands.executeCommand(renderCommand, markdown);
    const panel = this.#panels.get(title) ?? this.#open(title);
    panel.webview.html = webviewPage({ webview: panel.webview, extension: this.#extension, title: 'Report', style: 'report.css', body: String(body) });
    panel.reveal();
  }

  dispose(): void {
    for (const panel of this.#panels.values()) {
      panel.dispose();
    }
  }

  #open(title: string): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('gantry.report', title, vscode.ViewColumn.Active, {
      enableScripts: false,
      enableForms: false,
      enableCommandUris: [linkCommand],
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extension, 'media')],
    });
    this.#panels.set(title, panel);
    panel.onDidDispose(() => void this.#panels.delete(title));
    return panel;
  }
}
