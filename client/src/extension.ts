/** The composition root of the extension: makes the parts, hands them to VS Code and takes them down again. */
import * as vscode from 'vscode';
import { exampleScript } from './example-script.ts';
import { LanguageServer } from './language-client.ts';
import { systemClock } from './engine/clock.ts';
import { registerActionCommands } from './vscode/action-commands.ts';
import { ContainerFiles } from './vscode/container-files.ts';
import { Explorer } from './vscode/explorer.ts';
import { registerExplorerCommands } from './vscode/explorer-commands.ts';
import { registerFilesCommands } from './vscode/files-commands.ts';
import { FilesView } from './vscode/files-view.ts';
import { ReportPanels } from './vscode/report-panels.ts';
import { Reports } from './vscode/reports.ts';
import { StatsViews } from './vscode/stats-views.ts';
import { registerRulePages } from './vscode/rule-page.ts';
import { registerInspectHovers } from './vscode/inspect-hovers.ts';
import { memoryIn } from './vscode/memory.ts';
import { NameTeller } from './vscode/name-teller.ts';
import { WatchedEngines } from './vscode/watched-engines.ts';
import { VsCodeUi } from './vscode/vscode-ui.ts';

let languageServer: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Gantry', { log: true });
  const server = new LanguageServer({ module: context.asAbsolutePath('dist/server.cjs'), compileCache: vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath }, log);
  languageServer = server;
  const explorer = new Explorer(context.workspaceState, log);
  const reports = new Reports();
  const stats = new StatsViews(explorer, context.extensionUri);
  const panels = new ReportPanels(context.extensionUri);
  const engines = new WatchedEngines(explorer);
  const files = new ContainerFiles(engines);
  const filesView = new FilesView(engines, files);
  const ui = new VsCodeUi({ reports, panels, stats, files: filesView });
  const actionContext = { ui, clock: systemClock, memory: memoryIn(context.globalState), judge: (command: string) => server.judge(command) };
  context.subscriptions.push(
    log,
    explorer,
    reports,
    stats,
    panels,
    engines,
    files,
    filesView,
    { dispose: explorer.tree.onDidChange(() => reports.noteChange()) },
    new NameTeller(explorer.tree, server),
    registerInspectHovers(),
    registerExplorerCommands(explorer, ui, reports),
    registerActionCommands(explorer, actionContext, log),
    registerFilesCommands({ explorer, engines, files, view: filesView, context: actionContext }, log),
    registerRulePages(context.extensionUri),
    vscode.commands.registerCommand('gantry.showLog', () => {
      log.show();
    }),
    vscode.commands.registerCommand('gantry.openExample', async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'shellscript', content: exampleScript }));
    }),
    vscode.commands.registerCommand('gantry.restartLanguageServer', () => server.start()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.start()),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await languageServer?.stop();
}
