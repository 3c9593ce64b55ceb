/** Counts containers in the status bar; a click opens the view. */
import * as vscode from 'vscode';
import type { ContainerTree } from '../containers/container-tree.ts';
import { statusSummary } from '../containers/status-summary.ts';
import { viewId } from './explorer-view.ts';

/** Milliseconds. A count that changes more often cannot be read. */
const interval = 250;

export class StatusBar implements vscode.Disposable {
  readonly #tree: ContainerTree;
  readonly #item: vscode.StatusBarItem;
  readonly #end: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(tree: ContainerTree) {
    this.#tree = tree;
    this.#item = vscode.window.createStatusBarItem('gantry.containers', vscode.StatusBarAlignment.Left);
    this.#item.name = 'Containers';
    this.#item.command = `${viewId}.focus`;
    this.#end = tree.onDidChange(() => {
      this.#timer ??= setTimeout(() => this.#draw(), interval);
    });
    this.#draw();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#end();
    this.#item.dispose();
  }

  #draw(): void {
    this.#timer = undefined;
    const summary = statusSummary(this.#tree.engines);
    if (summary === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(vm) ${summary.text}`;
    this.#item.tooltip = summary.tooltip;
    this.#item.accessibilityInformation = { label: summary.tooltip };
    this.#item.show();
  }
}
