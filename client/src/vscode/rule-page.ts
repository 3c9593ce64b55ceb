/**
 * The documentation pages of the rules: what a finding's id leads to, and "Explain Rule" in the palette. They are part of
 * the extension, and have addresses of a scheme of their own, which package.json associates with the Markdown preview.
 */
import * as vscode from 'vscode';

export const rulePageScheme = 'gantry-rule';

const fileShape = /^\/(?:README|[a-z][a-z\d-]*)\.md$/;

/** Reads the pages from the extension's own folder; addresses come from links, so anything else is refused. */
class RulePages implements vscode.TextDocumentContentProvider {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async ids(): Promise<string[]> {
    const files = await vscode.workspace.fs.readDirectory(this.#folder);
    return files.map(([name]) => name.replace(/\.md$/, '')).filter((id) => id !== 'README');
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    if (!fileShape.test(path)) {
      throw new Error(`${path} is no page of a rule.`);
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, path)));
  }
}

export function registerRulePages(extension: vscode.Uri): vscode.Disposable {
  const pages = new RulePages(vscode.Uri.joinPath(extension, 'docs', 'rules'));
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, pages),
    vscode.commands.registerCommand('gantry.explainRule', async () => {
      const id = await vscode.window.showQuickPick(pages.ids(), { title: 'Explain Rule', placeHolder: 'What a rule finds, why, and what to write instead' });
      if (id !== undefined) {
        await vscode.commands.executeCommand('vscode.open', vscode.Uri.from({ scheme: rulePageScheme, path: `/${id}.md` }));
      }
    }),
  );
}
