/** Questions, progress and reports of the actions, in VS Code's own surfaces. */
import * as vscode from 'vscode';
import type { ComposeQuestion, ConfirmQuestion, NamedText, PickItem, PickQuestion, Report, TextQuestion, Ui } from '../containers/ui.ts';
import type { TerminalProgram, TerminalSession } from '../containers/terminal-session.ts';
import { compose } from './compose-pick.ts';
import type { Engine } from '../engine/engine.ts';
import type { FilesView } from './files-view.ts';
import { withoutIcons } from './pick-text.ts';
import type { ReportPanels } from './report-panels.ts';
import type { Reports } from './reports.ts';
import type { StatsViews } from './stats-views.ts';
import { openTerminal, runInTerminal } from './terminals.ts';

/** Messages, and the prompts of input boxes, read `[text](address)` as a link, and follow links to commands. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

function plainProblem(problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : withoutLinks(problem);
}

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

function choiceOf<T>({ label, description, detail, picked, value }: PickItem<T>): Choice<T> {
  return {
    label: withoutIcons(label),
    ...(description !== undefined && { description: withoutIcons(description) }),
    ...(detail !== undefined && { detail: withoutIcons(detail) }),
    ...(picked !== undefined && { picked }),
    value,
  };
}

async function showDetails({ message, details }: Report): Promise<void> {
  await vscode.window.showInformationMessage(message, { modal: true, detail: details ?? '' });
}

/** Where things are shown. */
export interface Views {
  readonly reports: Reports;
  readonly panels: ReportPanels;
  readonly stats: StatsViews;
  readonly files: FilesView;
}

export class VsCodeUi implements Ui {
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
  }

  async pick<T>({ title, placeholder, items }: PickQuestion<T>): Promise<T | undefined> {
    const chosen = await vscode.window.showQuickPick(items.map(choiceOf), { title, placeHolder: placeholder, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
    return chosen?.value;
  }

  async pickMany<T>({ title, placeholder, items }: PickQuestion<T>): Promise<readonly T[] | undefined> {
    const chosen = await vscode.window.showQuickPick(items.map(choiceOf), { title, placeHolder: placeholder, matchOnDescription: true, canPickMany: true, ignoreFocusOut: true });
    return chosen?.map(({ value }) => value);
  }

  async ask({ title, prompt, value, placeholder, validate }: TextQuestion): Promise<string | undefined> {
    return vscode.window.showInputBox({
      title,
      prompt: withoutLinks(prompt),
      ignoreFocusOut: true,
      ...(value !== undefined && { value }),
      ...(placeholder !== undefined && { placeHolder: placeholder }),
      ...(validate !== undefined && { validateInput: (text) => plainProblem(validate(text)) }),
    });
  }

  async compose<T>(question: ComposeQuestion<T>): Promise<T | undefined> {
    return compose(question);
  }

  async confirm({ message, detail, confirm }: ConfirmQuestion): Promise<boolean> {
    return (await vscode.window.showWarningMessage(message, { modal: true, detail }, confirm)) === confirm;
  }

  async saveAs({ title, fileName }: { readonly title: string; readonly fileName: string }): Promise<string | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const uri = await vscode.window.showSaveDialog({ title, ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, fileName) }) });
    return uri?.scheme === 'file' ? uri.fsPath : undefined;
  }

  async openLocal({ title, button, what }: { readonly title: string; readonly button: string; readonly what: 'folder' | 'folders' | 'files' }): Promise<readonly string[] | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const uris = await vscode.window.showOpenDialog({ title, openLabel: button, canSelectFiles: what === 'files', canSelectFolders: what !== 'files', canSelectMany: what !== 'folder', ...(folder?.scheme === 'file' && { defaultUri: folder }) });
    return uris?.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
  }

  async browseFiles(engine: Engine, container: string): Promise<void> {
    await this.#views.files.open(engine, container);
  }

  noteFiles(engine: Engine, container: string, path: string): void {
    this.#views.files.noteWritten(engine, container, path);
  }

  async progress<T>({ title, cancellable }: { readonly title: string; readonly cancellable: boolean }, work: (report: (message: string) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable }, (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return work((message) => progress.report({ message: withoutLinks(message) }), abort.signal);
    });
  }

  report(report: Report): void {
    const show = { info: vscode.window.showInformationMessage, warning: vscode.window.showWarningMessage, error: vscode.window.showErrorMessage }[report.severity];
    const buttons = report.details === undefined || report.details === '' ? [] : ['Details'];
    void show(withoutLinks(report.message), ...buttons).then(async (chosen) => {
      if (chosen !== undefined) {
        await showDetails(report);
      }
    });
  }

  async copy(text: string): Promise<void> {
    await vscode.env.clipboard.writeText(text);
  }

  async showText(name: string, text: string): Promise<void> {
    await this.#views.reports.show(`/${name.replaceAll('/', '-')}`, () => Promise.resolve(text));
  }

  async showReport(title: string, markdown: string): Promise<void> {
    try {
      await this.#views.panels.show(title, markdown);
    } catch {
      // Without VS Code's renderer the text itself is readable, only its links do nothing.
      await this.showText(`${title}.md`, markdown);
    }
  }

  async showLive(name: string, write: () => Promise<string>): Promise<void> {
    await this.#views.reports.show(`/${name.replaceAll('/', '-')}`, write, { live: true });
  }

  async showDifference(title: string, left: NamedText, right: NamedText): Promise<void> {
    const uris = [left, right].map(({ name, text }, side) => this.#views.reports.add(`/compare/${side}/${name.replaceAll('/', '-')}`, () => Promise.resolve(text)));
    await vscode.commands.executeCommand('vscode.diff', uris[0], uris[1], title);
  }

  openTerminal(session: TerminalSession): void {
    openTerminal(session);
  }

  runInTerminal(program: TerminalProgram): void {
    runInTerminal(program);
  }

  showStats(containers: readonly string[] | 'all'): void {
    this.#views.stats.show(containers);
  }

  toggleUsage(container: string): void {
    this.#views.stats.toggle(container);
  }

  async openInBrowser(url: string): Promise<void> {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }
}
