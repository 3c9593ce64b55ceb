/** Questions, progress and reports of the actions, in VS Code's own surfaces. */
import * as vscode from 'vscode';
import type { ConfirmQuestion, NamedText, PickItem, PickQuestion, Report, TextQuestion, Ui } from '../containers/ui.ts';
import type { TerminalSession } from '../containers/terminal-session.ts';
import type { Engine } from '../engine/engine.ts';
import type { FilesView } from './files-view.ts';
import type { Reports } from './reports.ts';
import { openTerminal } from './terminals.ts';

/** Rows of a pick read `$(name)` as an icon. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', String.raw`\$(`);
}

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

export class VsCodeUi implements Ui {
  readonly #reports: Reports;
  readonly #files: FilesView;

  constructor(reports: Reports, files: FilesView) {
    this.#reports = reports;
    this.#files = files;
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
    await this.#files.open(engine, container);
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
    await this.#reports.show(`/${name.replaceAll('/', '-')}`, () => Promise.resolve(text));
  }

  async showLive(name: string, write: () => Promise<string>): Promise<void> {
    await this.#reports.show(`/${name.replaceAll('/', '-')}`, write, { live: true });
  }

  async showDifference(title: string, left: NamedText, right: NamedText): Promise<void> {
    const uris = [left, right].map(({ name, text }, side) => this.#reports.add(`/compare/${side}/${name.replaceAll('/', '-')}`, () => Promise.resolve(text)));
    await vscode.commands.executeCommand('vscode.diff', uris[0], uris[1], title);
  }

  openTerminal(session: TerminalSession): void {
    openTerminal(session);
  }

  async openInBrowser(url: string): Promise<void> {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }
}
