/**
 * The documentation pages of the rules: what a finding's id leads to, and "Explain Rule" in the palette. They are part of
 * the extension, and have addresses of a scheme of their own, which package.json associates with the Markdown preview.
 */
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as vscode from 'vscode';
import { plainText } from '../containers/grammar-check.ts';

export const rulePageScheme = 'gantry-rule';

/** Reads the pages from the extension's own file of them; addresses come from links, so any that it does not name is refused. */
class RulePages implements vscode.TextDocumentContentProvider {
  readonly #file: vscode.Uri;

  constructor(file: vscode.Uri) {
    this.#file = file;
  }

  /** Each rule with what it finds: the first sentence below the title of its page. */
  async items(): Promise<vscode.QuickPickItem[]> {
    const pages = await this.#read();
    return [...pages].filter(([name]) => name !== 'README.md').map(([name, page]) => ({ label: name.replace(/\.md$/, ''), description: plainText(/^# .*\n+(.+?)\.(?:\s|$)/.exec(page)?.[1] ?? '') }));
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const pages = await this.#read();
    const page = pages.get(path.replace(/^\//, ''));
    if (page === undefined) {
      throw new Error(`${path} is no page of a rule.`);
    }
    return page;
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    const packed = await vscode.workspace.fs.readFile(this.#file);
    const text = await promisify(brotliDecompress)(packed);
    return new Map(Object.entries(JSON.parse(text.toString()) as Readonly<Record<string, string>>));
  }
}

export function registerRulePages(extension: vscode.Uri): vscode.Disposable {
  const pages = new RulePages(vscode.Uri.joinPath(extension, 'dist', 'rule-pages.json.br'));
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, pages),
    vscode.commands.registerCommand('gantry.explainRule', async () => {
      const rule = await vscode.window.showQuickPick(pages.items(), { title: 'Explain Rule', placeHolder: 'What a rule finds, why, and what to write instead', matchOnDescription: true });
      if (rule !== undefined) {
        await vscode.commands.executeCommand('vscode.open', vscode.Uri.from({ scheme: rulePageScheme, path: `/${rule.label}.md` }));
      }
    }),
  );
}
