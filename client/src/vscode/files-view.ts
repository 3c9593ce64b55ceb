/** The view "Container Files": there as soon as the files of a container are browsed; files are dragged out of it and dropped on its folders. */
import * as vscode from 'vscode';
import type { Engine } from '../engine/engine.ts';
import { filesOpenKey } from '../files/file-commands.ts';
import { FileProblem } from '../files/file-problem.ts';
import type { ContainerFiles } from './container-files.ts';
import { droppedFiles, dropTypes, uriList, type DroppedFiles } from './dropped-files.ts';
import { FilesTree, type FileRow } from './files-tree.ts';
import type { WatchedEngines } from './watched-engines.ts';

export const filesViewId = 'gantry.files';

export class FilesView implements vscode.TreeDragAndDropController<FileRow>, vscode.Disposable {
  readonly #engines: WatchedEngines;
  readonly #files: ContainerFiles;
  readonly #view: vscode.TreeView<FileRow>;
  readonly #dropped = new vscode.EventEmitter<{ readonly folder: FileRow; readonly files: DroppedFiles }>();
  readonly tree: FilesTree;
  readonly dropMimeTypes = dropTypes;
  readonly dragMimeTypes = [uriList];
  /** Whoever listens has to dispose of the files. */
  readonly onDidDrop = this.#dropped.event;

  constructor(engines: WatchedEngines, files: ContainerFiles) {
    this.#engines = engines;
    this.#files = files;
    this.tree = new FilesTree(files);
    this.#view = vscode.window.createTreeView(filesViewId, { treeDataProvider: this.tree, canSelectMany: false, showCollapseAll: true, dragAndDropController: this });
  }

  get selection(): FileRow | undefined {
    return this.#view.selection[0];
  }

  async open(engine: Engine, container: string): Promise<void> {
    const name = this.#engines.nameOf(engine);
    if (name === undefined) {
      throw new FileProblem('unavailable', 'The engine does not answer any more.');
    }
    const root = this.tree.open(name, container);
    await vscode.commands.executeCommand('setContext', filesOpenKey, true);
    await vscode.commands.executeCommand(`${filesViewId}.focus`);
    await this.#view.reveal(root, { expand: true, focus: true, select: true });
  }

  /** Files were written at the path, or right below it. */
  noteWritten(engine: Engine, container: string, path: string): void {
    const name = this.#engines.nameOf(engine);
    if (name !== undefined) {
      this.#files.noteWritten(engine, { engine: name, container, path });
    }
  }

  async close(root: FileRow): Promise<void> {
    this.tree.close(root);
    await vscode.commands.executeCommand('setContext', filesOpenKey, this.tree.roots.length > 0);
  }

  /** The editor opens the files where they are dropped, and its explorer copies them. */
  handleDrag(rows: readonly FileRow[], data: vscode.DataTransfer): void {
    const uris = rows.filter(({ kind }) => kind === 'file' || kind === 'folder').map(({ uri }) => uri.toString());
    if (uris.length > 0) {
      data.set(uriList, new vscode.DataTransferItem(uris.join('\r\n')));
    }
  }

  async handleDrop(target: FileRow | undefined, data: vscode.DataTransfer): Promise<void> {
    const folder = target?.kind === 'folder' || target?.kind === 'root' ? target : target?.parent;
    if (folder !== undefined) {
      this.#dropped.fire({ folder, files: await droppedFiles(data) });
    }
  }

  dispose(): void {
    this.#view.dispose();
    this.#dropped.dispose();
    this.tree.dispose();
  }
}
