/** Files that are dropped on the view "Containers". */
import * as vscode from 'vscode';
import type { ContainerTree } from '../containers/container-tree.ts';
import type { ContainerNode } from '../containers/node.ts';
import type { Row } from '../containers/tree-rows.ts';
import { droppedFiles, dropTypes, type DroppedFiles } from './dropped-files.ts';

export interface Drop {
  /** Undefined where they were dropped on no container and nothing below one. */
  readonly node: ContainerNode | undefined;
  readonly files: DroppedFiles;
}

export class ContainerDrops implements vscode.TreeDragAndDropController<Row>, vscode.Disposable {
  readonly #tree: ContainerTree;
  readonly #dropped = new vscode.EventEmitter<Drop>();
  readonly dropMimeTypes = dropTypes;
  readonly dragMimeTypes: readonly string[] = [];
  /** Whoever listens has to dispose of the files. */
  readonly onDidDrop = this.#dropped.event;

  constructor(tree: ContainerTree) {
    this.#tree = tree;
  }

  async handleDrop(target: Row | undefined, data: vscode.DataTransfer): Promise<void> {
    let node = target?.node;
    while (node !== undefined && node.kind !== 'container') {
      node = this.#tree.parent(node);
    }
    this.#dropped.fire({ node, files: await droppedFiles(data) });
  }

  dispose(): void {
    this.#dropped.dispose();
  }
}
