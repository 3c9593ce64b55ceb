/** The rows of the view "Container Files": containers that are browsed, and below each its folders and files. */
import * as vscode from 'vscode';
import { displayText } from '../text/display-text.ts';
import type { FileRowKind } from '../files/file-commands.ts';
import { containerScheme, placeOf, placePath } from '../files/container-uri.ts';
import { FileProblem, fileProblem, shownPath } from '../files/file-problem.ts';
import type { ContainerFiles } from './container-files.ts';

export interface FileRow {
  readonly kind: FileRowKind | 'problem';
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly parent: FileRow | undefined;
  /** The engine of a root; why a folder is not listed. */
  readonly description?: string;
}

/** More rows than anybody reads, and than the view draws quickly. */
const mostRows = 5000;

function kindOf(type: number): FileRowKind {
  return (type & vscode.FileType.Directory) !== 0 ? 'folder' : (type & vscode.FileType.File) !== 0 ? 'file' : 'other';
}

/** The same for an address with a slash at its end, as the root of a container has it, and without. */
function keyOf({ path }: vscode.Uri): string {
  const place = placeOf(path);
  return place === undefined ? path : placePath(place);
}

function rootOf(row: FileRow): FileRow {
  return row.parent === undefined ? row : rootOf(row.parent);
}

export class FilesTree implements vscode.TreeDataProvider<FileRow>, vscode.Disposable {
  readonly #files: ContainerFiles;
  readonly #changed = new vscode.EventEmitter<FileRow[] | undefined>();
  readonly #end: vscode.Disposable;
  /** Roots, and folders whose children were shown, so that a change of a file refreshes its folder alone. */
  readonly #opened = new Map<string, FileRow>();
  #roots: readonly FileRow[] = [];
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(files: ContainerFiles) {
    this.#files = files;
    this.#end = files.onDidChangeFile((changes) => {
      const folders = changes.flatMap(({ uri }) => [uri, vscode.Uri.joinPath(uri, '..')]).flatMap((uri) => this.#opened.get(keyOf(uri)) ?? []);
      if (folders.length > 0) {
        this.#changed.fire([...new Set(folders)]);
      }
    });
  }

  get roots(): readonly FileRow[] {
    return this.#roots;
  }

  /** The row of the container, new or old. */
  open(engine: string, container: string): FileRow {
    const uri = vscode.Uri.from({ scheme: containerScheme, path: placePath({ engine, container, path: '/' }) });
    const known = this.#roots.find((root) => root.uri.toString() === uri.toString());
    const root: FileRow = known ?? { kind: 'root', uri, label: displayText(container), parent: undefined, description: engine };
    if (known === undefined) {
      this.#roots = [...this.#roots, root];
      this.#opened.set(keyOf(uri), root);
    }
    this.#changed.fire(undefined);
    return root;
  }

  close(root: FileRow): void {
    this.#roots = this.#roots.filter((each) => each !== root);
    for (const [key, row] of this.#opened) {
      if (rootOf(row) === root) {
        this.#opened.delete(key);
      }
    }
    this.#changed.fire(undefined);
  }

  async refresh(): Promise<void> {
    for (const { uri } of this.#roots) {
      // What does not answer says so in its row.
      await this.#files.noteChange(uri).catch(() => undefined);
    }
    this.#changed.fire(undefined);
  }

  async getChildren(row?: FileRow): Promise<FileRow[]> {
    if (row === undefined) {
      return [...this.#roots];
    }
    this.#opened.set(keyOf(row.uri), row);
    try {
      const rows = (await this.#files.readDirectory(row.uri)).map(([name, type]): FileRow => ({ kind: kindOf(type), uri: vscode.Uri.joinPath(row.uri, name), label: shownPath(name), parent: row }));
      rows.sort((a, b) => Number(b.kind === 'folder') - Number(a.kind === 'folder') || a.label.localeCompare(b.label));
      const shown = rows.slice(0, mostRows);
      for (const each of shown) {
        const key = keyOf(each.uri);
        if (this.#opened.has(key)) {
          this.#opened.set(key, each);
        }
      }
      return rows.length === shown.length ? shown : [...shown, this.#problem(row, `and ${rows.length - shown.length} more, too many to show`)];
    } catch (error) {
      return [this.#problem(row, error instanceof Error ? error.message : String(error))];
    }
  }

  getParent({ parent }: FileRow): FileRow | undefined {
    return parent;
  }

  getTreeItem({ kind, uri, label, description }: FileRow): vscode.TreeItem {
    const item = new vscode.TreeItem(label, kind === 'root' || kind === 'folder' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    // A screen reader would read the tooltip, which is the whole path.
    item.accessibilityInformation = { label: kind === 'folder' ? `${label}, folder` : label };
    if (kind === 'problem') {
      item.iconPath = new vscode.ThemeIcon('warning');
      item.tooltip = label;
      return item;
    }
    item.id = uri.toString();
    item.contextValue = kind;
    item.tooltip = shownPath(placeOf(uri.path)?.path ?? '/');
    item.iconPath = kind === 'root' ? new vscode.ThemeIcon('package') : kind === 'folder' ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
    if (kind === 'root') {
      item.description = displayText(description ?? '');
    } else if (kind === 'other') {
      item.description = 'no regular file';
    } else {
      item.resourceUri = uri;
    }
    if (kind === 'file') {
      item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
    }
    return item;
  }

  dispose(): void {
    this.#end.dispose();
    this.#changed.dispose();
  }

  #problem(parent: FileRow, label: string): FileRow {
    return { kind: 'problem', uri: parent.uri, label: displayText(label, 300), parent };
  }
}

/** The words of a failure of the file system, for a report. */
export function problemOf(error: unknown, { uri }: FileRow): FileProblem {
  return error instanceof vscode.FileSystemError ? new FileProblem('failed', error.message) : fileProblem(error, uri.path);
}
