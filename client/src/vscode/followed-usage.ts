/** A session of statistics whose containers are those of the tree, which is kept up to date as long as somebody looks. */
import type * as vscode from 'vscode';
import { statsSubjects } from '../containers/stats-subjects.ts';
import { systemClock } from '../engine/clock.ts';
import type { StatsUpdate } from '../stats/stats-messages.ts';
import { StatsSession } from '../stats/stats-session.ts';
import type { Explorer } from './explorer.ts';

export class FollowedUsage implements vscode.Disposable {
  readonly session: StatsSession;
  readonly #explorer: Explorer;
  readonly #containers: readonly string[] | 'all';
  readonly #end: () => void;
  #release: (() => void) | undefined;

  constructor(explorer: Explorer, containers: readonly string[] | 'all', update: (update: StatsUpdate) => void) {
    this.#explorer = explorer;
    this.#containers = containers;
    this.session = new StatsSession(systemClock, update);
    this.#end = explorer.tree.onDidChange(() => this.#follow());
    this.#follow();
  }

  setShown(shown: boolean): void {
    this.session.setShown(shown);
    if (!shown) {
      this.#release?.();
      this.#release = undefined;
    } else if (this.#release === undefined) {
      const hidden = new Promise<void>((resolve) => {
        this.#release = resolve;
      });
      void this.#explorer.withEngines(() => hidden);
    }
  }

  dispose(): void {
    this.#end();
    this.#release?.();
    this.session.dispose();
  }

  #follow(): void {
    this.session.setSubjects(statsSubjects(this.#explorer.tree.engines, this.#containers));
  }
}
