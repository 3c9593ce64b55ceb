/** What one container uses, in the status bar; a click shows all of its statistics. */
import * as vscode from 'vscode';
import { usageTexts } from '../stats/usage-text.ts';
import type { Explorer } from './explorer.ts';
import { FollowedUsage } from './followed-usage.ts';

/** Takes the id of a container. */
export const showUsage = 'gantry.showUsage';

export class UsageItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('gantry.usage', vscode.StatusBarAlignment.Left);
  readonly #usage: FollowedUsage;

  constructor(explorer: Explorer, container: string) {
    this.#item.name = 'Container Usage';
    this.#item.command = { command: showUsage, title: 'Show Stats', arguments: [container] };
    this.#usage = new FollowedUsage(explorer, [container], () => this.#draw());
    this.#usage.setShown(true);
    this.#draw();
    this.#item.show();
  }

  dispose(): void {
    this.#usage.dispose();
    this.#item.dispose();
  }

  #draw(): void {
    const [row] = this.#usage.session.snapshot.rows;
    const last = row?.history.at(-1);
    const name = row?.name ?? 'The container';
    const texts = last === undefined ? undefined : usageTexts(last);
    const note = row === undefined ? 'removed' : row.note;
    const figures = note !== '' || texts === undefined ? note || 'measuring…' : `${texts.cpu} ${texts.memory.replace(/ \/.*/, '')}`;
    this.#item.text = `$(pulse) ${name.replaceAll('$(', '')} ${figures}`;
    const words = texts === undefined || note !== '' ? `${name}: ${figures}` : `${name}: ${texts.cpu} of one processor, ${texts.memory} memory, network ${texts.network}, disk ${texts.disk}, ${texts.processes} processes`;
    this.#item.tooltip = words;
    this.#item.accessibilityInformation = { label: words };
  }
}
