/** Views of statistics, and the figures in the status bar: each measures while it is seen. */
import * as vscode from 'vscode';
import type { Explorer } from './explorer.ts';
import { StatsPanel } from './stats-panel.ts';
import { showUsage, UsageItem } from './usage-item.ts';

export class StatsViews implements vscode.Disposable {
  readonly #explorer: Explorer;
  readonly #extension: vscode.Uri;
  readonly #panels = new Map<string, StatsPanel>();
  readonly #items = new Map<string, UsageItem>();

  readonly #command: vscode.Disposable;

  constructor(explorer: Explorer, extension: vscode.Uri) {
    this.#explorer = explorer;
    this.#extension = extension;
    this.#command = vscode.commands.registerCommand(showUsage, (container: string) => this.show([container]));
  }

  /** The same containers again show the view that is there. */
  show(containers: readonly string[] | 'all'): void {
    const key = containers === 'all' ? 'all' : [...containers].sort().join(' ');
    const open = this.#panels.get(key);
    if (open === undefined) {
      this.#panels.set(key, new StatsPanel(this.#explorer, this.#extension, containers, () => this.#panels.delete(key)));
    } else {
      open.reveal();
    }
  }

  toggle(container: string): void {
    const item = this.#items.get(container);
    this.#items.delete(container);
    if (item === undefined) {
      this.#items.set(container, new UsageItem(this.#explorer, container));
    } else {
      item.dispose();
    }
  }

  dispose(): void {
    this.#command.dispose();
    this.#panels.forEach((panel) => panel.dispose());
    this.#items.forEach((item) => item.dispose());
  }
}
