/** The container explorer: makes its parts when it is needed, and carries out the commands of the view. */
import * as vscode from 'vscode';
import type { ExplorerSettings } from '../../../shared/explorer-settings.ts';
import { ContainerTree } from '../containers/container-tree.ts';
import { readExplorerSettings } from '../containers/read-settings.ts';
import type { TreeNode } from '../containers/node.ts';
import type { LayoutOptions } from '../containers/layout.ts';
import { filterOf, viewStateOf, type ViewState } from '../containers/view-state.ts';
import { systemClock } from '../engine/clock.ts';
import { connectEngine } from '../engine/dockerode-engine.ts';
import { EngineSet } from '../engine/engine-set.ts';
import { listEngines } from '../engine/list-engines.ts';
import { localMachine } from '../engine/machine.ts';
import { watchContexts } from '../engine/watch-contexts.ts';
import { watchSocket } from '../engine/watch-files.ts';
import type { Drop } from './container-drops.ts';
import { ExplorerView } from './explorer-view.ts';
import { StatusBar } from './status-bar.ts';

const stateKey = 'gantry.containers.view';

export class Explorer implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #machine = localMachine();
  readonly #tree: ContainerTree;
  readonly #view: ExplorerView;
  readonly #subscription: vscode.Disposable;
  #settings: ExplorerSettings;
  #state: ViewState;
  #engines: EngineSet | undefined;
  #opening: Promise<void> | undefined;
  #statusBar: StatusBar | undefined;
  /** How many questions are under way that need the engines although nobody looks at the view. */
  #askers = 0;

  constructor(memory: vscode.Memento, log: vscode.LogOutputChannel) {
    this.#memory = memory;
    this.#log = log;
    this.#settings = this.#readSettings();
    this.#state = viewStateOf(memory.get(stateKey));
    this.#tree = new ContainerTree(this.#layout());
    this.#view = new ExplorerView(this.#tree, this.#state, () => void this.#watch());
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (['gantry.containers', 'gantry.engine', 'gantry.engines'].some((section) => event.affectsConfiguration(section))) {
          void this.#applySettings();
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#tree.setOptions(this.#layout())),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#applySettings()),
    );
    void this.#applySettings();
  }

  get tree(): ContainerTree {
    return this.#tree;
  }

  get settings(): ExplorerSettings {
    return this.#settings;
  }

  get state(): ViewState {
    return this.#state;
  }

  get machine(): ReturnType<typeof localMachine> {
    return this.#machine;
  }

  get onDidDrop(): vscode.Event<Drop> {
    return this.#view.onDidDrop;
  }

  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  async setState(change: Partial<ViewState>): Promise<void> {
    this.#state = { ...this.#state, ...change };
    this.#view.setState(this.#state);
    this.#tree.setOptions(this.#layout());
    await this.#memory.update(stateKey, this.#state);
  }

  async refresh(): Promise<void> {
    await this.#engines?.reload();
    await Promise.all(this.#tree.engines.map((live) => live.refresh()));
  }

  /** The report of "Show Engine Connection" as of now. */
  explain(): string {
    return this.#engines?.explain() ?? '# Engine connection\n\nThe explorer is switched off: see the setting `gantry.containers.enable`.\n';
  }

  /** Follows the engines while `work` lasts, even when the view is hidden; begins when each has answered or failed. */
  async withEngines<T>(work: () => Promise<T>): Promise<T> {
    this.#askers += 1;
    try {
      await this.#watch();
      await Promise.all(this.#tree.engines.map((live) => live.settled()));
      return await work();
    } finally {
      this.#askers -= 1;
      await this.#watch();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#statusBar?.dispose();
    this.#view.dispose();
    this.#tree.dispose();
    this.#engines?.dispose();
  }

  #readSettings(): ExplorerSettings {
    const configuration = vscode.workspace.getConfiguration('gantry');
    return readExplorerSettings((name) => configuration.get<unknown>(name), (message) => this.#log.warn(message));
  }

  #layout(): LayoutOptions {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
    const { groupBy, groupByLabel, sortBy } = this.#settings.containers;
    return { groupBy, groupByLabel, sortBy, filter: filterOf(this.#state, folders) };
  }

  async #applySettings(): Promise<void> {
    this.#settings = this.#readSettings();
    this.#tree.setOptions(this.#layout());
    const { enable, statusBar } = this.#settings.containers;
    const counts = enable && statusBar !== 'never';
    if (!counts) {
      this.#statusBar?.dispose();
      this.#statusBar = undefined;
    }
    this.#statusBar ??= counts ? new StatusBar(this.#tree) : undefined;
    if (!enable) {
      this.#tree.setEngines([]);
      this.#engines?.dispose();
      this.#engines = undefined;
      this.#opening = undefined;
      return;
    }
    await this.#engines?.reload();
    await this.#watch();
  }

  /** Makes the engines the first time that somebody looks; watches them as long as somebody does. */
  async #watch(): Promise<void> {
    const { enable, statusBar } = this.#settings.containers;
    const wanted = enable && (this.#askers > 0 || statusBar === 'always');
    const visible = enable && this.#view.visible;
    if (wanted || visible) {
      await (this.#opening ??= this.#openEngines());
    }
    this.#tree.setWanted(wanted);
    this.#tree.setVisible(visible);
  }

  async #openEngines(): Promise<void> {
    const engines = new EngineSet({
      list: () => listEngines(this.#machine, this.#settings.engine, this.#settings.engines),
      watchContexts: (changed) => watchContexts(this.#machine, systemClock, changed),
      connect: (endpoint) => connectEngine(endpoint),
      clock: systemClock,
      watchSocket,
    });
    this.#engines = engines;
    engines.onDidChange(() => this.#tree.setEngines(engines.engines));
    await engines.reload();
  }
}
