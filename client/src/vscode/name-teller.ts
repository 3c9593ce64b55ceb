/** Tells the language server the names of what runs, whenever they change. */
import type * as vscode from 'vscode';
import { knownNames } from '../containers/known-names.ts';
import type { ContainerTree } from '../containers/container-tree.ts';
import type { LanguageServer } from '../language-client.ts';

/** Milliseconds. Nobody completes a name faster than that after it came into being. */
const interval = 500;

export class NameTeller implements vscode.Disposable {
  readonly #tree: ContainerTree;
  readonly #server: LanguageServer;
  readonly #end: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(tree: ContainerTree, server: LanguageServer) {
    this.#tree = tree;
    this.#server = server;
    this.#end = tree.onDidChange(() => {
      this.#timer ??= setTimeout(() => this.#tell(), interval);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#end();
  }

  #tell(): void {
    this.#timer = undefined;
    this.#server.tellNames(knownNames(this.#tree.engines));
  }
}
