/** "Explain Rule": shows the documentation page of a rule, from a finding's link or from the palette. */
import * as vscode from 'vscode';

export const explainRuleCommand = 'gantry.explainRule';

const idShape = /^[a-z][a-z\d-]*$/;

/** The pages are part of the extension, so that reading one asks nobody. */
async function ruleIds(pages: vscode.Uri): Promise<string[]> {
  const files = await vscode.workspace.fs.readDirectory(pages);
  return files.map(([name]) => name.replace(/\.md$/, '')).filter((id) => id !== 'README' && idShape.test(id));
}

export function registerExplainRule(extension: vscode.Uri): vscode.Disposable {
  const pages = vscode.Uri.joinPath(extension, 'docs', 'rules');
  return vscode.commands.registerCommand(explainRuleCommand, async (wanted: unknown) => {
    const ids = await ruleIds(pages);
    const id = ids.find((known) => known === wanted) ?? (await vscode.window.showQuickPick(ids, { title: 'Explain Rule', placeHolder: 'What a rule finds, why, and what to write instead' }));
    if (id !== undefined) {
      await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(pages, `${id}.md`));
    }
  });
}
