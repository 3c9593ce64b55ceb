/** The view "Containers": the tree, what stands around it, and the context keys that menus and welcome texts follow. */
import * as vscode from 'vscode';
import type { ContainerTree } from '../containers/container-tree.ts';
import type { TreeNode } from '../containers/node.ts';
import type { Row } from '../containers/tree-rows.ts';
import { contextKeys } from '../containers/view-commands.ts';
import { viewHeader } from '../containers/view-header.ts';
import type { ViewState } from '../containers/view-state.ts';
import { ContainerDrops, type Drop } from './container-drops.ts';
import { ContainerTreeProvider } from './container-tree-provider.ts';

export const viewId = 'gantry.containers';

/** Milliseconds. Ages are told in minutes. */
const ageInterval = 30_000;

export class ExplorerView implements vscode.Disposable {
  readonly #tree: ContainerTree;
  readonly #view: vscode.TreeView<Row>;
  readonly #keys = new Map<string, unknown>();
  readonly #ages: NodeJS.Timeout;
  readonly #disposable: vscode.Disposable;
  readonly onDidDrop: vscode.Event<Drop>;
  #state: ViewState;
  #endProgress: (() => void) | undefined;

  /** `visibilityChanged` is called with each change, and at once where the view is already there. */
  constructor(tree: ContainerTree, state: ViewState, visibilityChanged: (visible: boolean) => void) {
    this.#tree = tree;
    this.#state = state;
    const provider = new ContainerTreeProvider(tree);
    const drops = new ContainerDrops(tree);
    this.onDidDrop = drops.onDidDrop;
    this.#view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, canSelectMany: true, showCollapseAll: true, dragAndDropController: drops });
    const endListening = tree.onDidChange(() => this.update());
    this.#ages = setInterval(() => {
      if (this.#view.visible) {
        tree.refreshAges();
      }
    }, ageInterval);
    this.#disposable = vscode.Disposable.from(
      this.#view,
      provider,
      drops,
      { dispose: endListening },
      this.#view.onDidChangeVisibility(({ visible }) => visibilityChanged(visible)),
      this.#view.onDidExpandElement(({ element }) => tree.setOpened(element.node, true)),
      this.#view.onDidCollapseElement(({ element }) => tree.setOpened(element.node, false)),
    );
    this.update();
    if (this.#view.visible) {
      visibilityChanged(true);
    }
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** The selected rows, of which an action from the palette starts; none while nobody sees which they are. */
  get selection(): readonly TreeNode[] {
    return this.#view.visible ? this.#view.selection.map(({ node }) => node) : [];
  }

  setState(state: ViewState): void {
    this.#state = state;
    this.update();
  }

  /** Draws what stands around the rows, and tells the context keys what changed. */
  update(): void {
    const { connection, engines } = this.#tree;
    const { description, message } = viewHeader(engines, this.#state);
    this.#view.description = description;
    this.#view.message = message;
    this.#setKey(contextKeys.connection, connection);
    this.#setKey(contextKeys.filtered, this.#state.text !== '');
    this.#setKey(contextKeys.stoppedHidden, this.#state.hideStopped);
    this.#setKey(contextKeys.workspaceOnly, this.#state.workspaceOnly);
    this.#showProgress(connection === 'connecting' && this.#view.visible);
  }

  dispose(): void {
    clearInterval(this.#ages);
    this.#showProgress(false);
    this.#disposable.dispose();
  }

  #setKey(key: string, value: unknown): void {
    if (this.#keys.get(key) !== value) {
      this.#keys.set(key, value);
      void vscode.commands.executeCommand('setContext', key, value);
    }
  }

  #showProgress(shown: boolean): void {
    if (!shown) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (this.#endProgress === undefined) {
      const ended = new Promise<void>((resolve) => {
        this.#endProgress = resolve;
      });
      void vscode.window.withProgress({ location: { viewId } }, () => ended);
    }
  }
}
