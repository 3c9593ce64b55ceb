/** Keeps the engines connected while somebody works with files of their containers, whether or not the view is visible. */
import type * as vscode from 'vscode';
import type { Engine } from '../engine/engine.ts';
import { FileProblem } from '../files/file-problem.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import type { Explorer } from './explorer.ts';

/** Milliseconds after the last use. */
const linger = 60_000;

export class WatchedEngines implements vscode.Disposable {
  readonly #explorer: Explorer;
  #ready: Promise<void> | undefined;
  #letGo: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** Those that the explorer knows, as soon as each has answered or failed. */
  async all(): Promise<readonly LiveEngine[]> {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#letGo(), linger);
    await (this.#ready ??= this.#watch());
    return this.#explorer.tree.engines;
  }

  /** By the name of its root in the tree. Throws a FileProblem where it does not answer. */
  async named(name: string): Promise<Engine> {
    const live = (await this.all()).find((each) => each.name === name);
    switch (live?.status.kind) {
      case 'connected':
        return live.status.engine;
      case 'failed':
        throw new FileProblem('unavailable', live.status.error.message, live.status.error.details);
      case 'idle':
      case 'connecting':
        throw new FileProblem('unavailable', `The engine ${name} is not connected yet: try again in a moment.`);
      case undefined:
        throw new FileProblem('unavailable', `The engine ${name} is not among those of the view Containers any more: choose it with "Select Engine…".`);
    }
  }

  nameOf(engine: Engine): string | undefined {
    return this.#explorer.tree.engines.find(({ status }) => status.kind === 'connected' && status.engine === engine)?.name;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#letGo();
  }

  #watch(): Promise<void> {
    return new Promise((resolve, reject) => {
      const work = () =>
        new Promise<void>((end) => {
          this.#letGo = end;
          resolve();
        });
      this.#explorer
        .withEngines(work)
        .catch(reject)
        .finally(() => {
          this.#ready = undefined;
        });
    });
  }
}
