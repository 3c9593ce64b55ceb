/** Shows the container tree in VS Code's view. */
import * as vscode from 'vscode';
import type { ContainerTree } from '../containers/container-tree.ts';
import { TreeRows, type Row } from '../containers/tree-rows.ts';
import { tooltip, treeItem } from './tree-item.ts';

export class ContainerTreeProvider implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #tree: ContainerTree;
  readonly #rows = new TreeRows();
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly #end: () => void;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(tree: ContainerTree) {
    this.#tree = tree;
    this.#end = tree.onDidChange((nodes) => {
      const rows = nodes === undefined ? undefined : this.#rows.shown(nodes);
      if (rows?.length !== 0) {
        this.#changed.fire(rows);
      }
    });
  }

  getTreeItem({ node }: Row): vscode.TreeItem {
    return treeItem(node.id, this.#tree.view(node));
  }

  async getChildren(row?: Row): Promise<Row[]> {
    const nodes = row === undefined ? this.#tree.roots() : await this.#tree.children(row.node);
    return this.#rows.list(nodes, row);
  }

  getParent({ node }: Row): Row | undefined {
    const parent = this.#tree.parent(node);
    return parent === undefined ? undefined : this.#rows.row(parent);
  }

  async resolveTreeItem(item: vscode.TreeItem, { node }: Row): Promise<vscode.TreeItem> {
    item.tooltip = tooltip(await this.#tree.tooltip(node));
    return item;
  }

  dispose(): void {
    this.#end();
    this.#changed.dispose();
  }
}
