/** Carries out the commands of the view "Container Files", and what is dropped on its rows and on containers. */
import * as vscode from 'vscode';
import { copyIn, copyInAsking, copyInto, copyOut } from '../containers/actions/copy-files.ts';
import type { ActionContext, Target } from '../containers/action.ts';
import { chosenRows, lostRow } from '../containers/menu-rows.ts';
import { targetsFor } from '../containers/targets.ts';
import type { FileCommandId } from '../files/file-commands.ts';
import { containerScheme, placeOf } from '../files/container-uri.ts';
import { FileProblem, shownPath } from '../files/file-problem.ts';
import type { ContainerFiles } from './container-files.ts';
import type { DroppedFiles } from './dropped-files.ts';
import type { Explorer } from './explorer.ts';
import { problemOf, type FileRow } from './files-tree.ts';
import type { FilesView } from './files-view.ts';
import type { WatchedEngines } from './watched-engines.ts';

interface Parts {
  readonly explorer: Explorer;
  readonly engines: WatchedEngines;
  readonly files: ContainerFiles;
  readonly view: FilesView;
  readonly context: ActionContext;
}

function pathOf({ uri }: FileRow): string {
  return placeOf(uri.path)?.path ?? '/';
}

async function targetOf({ uri }: FileRow, { engines }: Parts): Promise<Target> {
  const place = placeOf(uri.path);
  const engine = await engines.named(place?.engine ?? '');
  const container = (await engine.listContainers()).find(({ name }) => name === place?.container);
  if (container === undefined) {
    throw new FileProblem('not-found', 'The container is gone: something else removed it.');
  }
  return { engine, container };
}

function nameProblem(text: string): string | undefined {
  return text === '' || text === '.' || text === '..' || text.includes('/') ? 'Write a name without slashes.' : undefined;
}

async function askName({ ui }: ActionContext, title: string, value = ''): Promise<string | undefined> {
  return ui.ask({ title, prompt: 'Name', value, validate: nameProblem });
}

function commandsOf(parts: Parts): Readonly<Record<Exclude<FileCommandId, 'refresh'>, (row: FileRow) => Promise<void>>> {
  const { context, view } = parts;
  const { ui } = context;
  const { fs } = vscode.workspace;
  return {
    newFile: async (row) => {
      const name = await askName(context, 'New File');
      if (name !== undefined) {
        const uri = vscode.Uri.joinPath(row.uri, name);
        await parts.files.writeFile(uri, new Uint8Array(), { create: true, overwrite: false });
        await vscode.commands.executeCommand('vscode.open', uri);
      }
    },
    newFolder: async (row) => {
      const name = await askName(context, 'New Folder');
      if (name !== undefined) {
        await parts.files.createDirectory(vscode.Uri.joinPath(row.uri, name));
      }
    },
    copyFrom: async (row) => copyOut(await targetOf(row, parts), pathOf(row), context),
    copyInto: async (row) => {
      const what = await ui.pick({ title: 'Copy into Folder', placeholder: 'What is to be copied?', items: [{ label: 'Files', value: 'files' as const }, { label: 'Folders', value: 'folders' as const }] });
      const paths = what === undefined ? undefined : await ui.openLocal({ title: `Copy into ${shownPath(pathOf(row))}`, button: 'Copy', what });
      if (paths !== undefined && paths.length > 0) {
        await copyIn(await targetOf(row, parts), paths, pathOf(row), context);
      }
    },
    copyPath: (row) => ui.copy(pathOf(row)),
    rename: async (row) => {
      const old = pathOf(row).split('/').at(-1) ?? '';
      const name = await askName(context, 'Rename', old);
      if (name !== undefined && name !== old) {
        // By way of the editor, so that open editors move along.
        await fs.rename(row.uri, vscode.Uri.joinPath(row.uri, '..', name), { overwrite: false });
      }
    },
    delete: async (row) => {
      const detail = row.kind === 'folder' ? 'The folder and all that it holds is deleted in the container. There is no way back.' : 'It is deleted in the container. There is no way back.';
      if (await ui.confirm({ message: `Delete ${shownPath(pathOf(row))}?`, detail, confirm: 'Delete' })) {
        await fs.delete(row.uri, { recursive: row.kind === 'folder' });
      }
    },
    close: (row) => view.close(row),
  };
}

async function dropOnContainer(explorer: Explorer, node: Parameters<typeof targetsFor>[1][number] | undefined, { paths, others }: DroppedFiles, context: ActionContext): Promise<void> {
  if (node === undefined) {
    context.ui.report({ severity: 'info', message: 'Drop files on the row of a container to copy them into it.' });
    return;
  }
  const { targets: [target], report } = targetsFor(copyInto, [node], explorer.tree.engines.length);
  if (report !== undefined) {
    context.ui.report(report);
  }
  if (target !== undefined && toldOfOthers(others, context)) {
    await copyInAsking(target, paths, context);
  }
}

/** Whether to go on. */
function toldOfOthers(others: readonly vscode.Uri[], { ui }: ActionContext): boolean {
  if (others.length > 0) {
    ui.report({ severity: 'warning', message: 'Only files of this machine can be dropped on a container. To copy from one container to another, copy out first, then in.' });
  }
  return others.length === 0;
}

function isOfContainer(uri: vscode.Uri, { uri: row }: FileRow): boolean {
  const [place, here] = [placeOf(uri.path), placeOf(row.path)];
  return uri.scheme === containerScheme && place?.engine === here?.engine && place?.container === here?.container;
}

/** Rows of the same container that were dropped on a folder. */
async function moveHere(folder: FileRow, uris: readonly vscode.Uri[], { context }: Parts): Promise<void> {
  const moves = uris.map((from) => ({ from, to: vscode.Uri.joinPath(folder.uri, from.path.split('/').at(-1) ?? '') })).filter(({ from, to }) => from.path !== to.path);
  const shown = ({ path }: vscode.Uri) => shownPath(placeOf(path)?.path ?? '/');
  const inItself = moves.find(({ to, from }) => to.path.startsWith(`${from.path}/`));
  if (inItself !== undefined) {
    throw new FileProblem('unavailable', `${shown(inItself.from)} cannot be moved into itself.`);
  }
  const what = moves.length === 1 && moves[0] !== undefined ? shown(moves[0].from) : `${moves.length} files and folders`;
  if (moves.length > 0 && (await context.ui.confirm({ message: `Move ${what} to ${shown(folder.uri)}?`, detail: 'Owner and mode stay. Programs of the container that look at the old place find nothing there any more.', confirm: 'Move' }))) {
    for (const { from, to } of moves) {
      await vscode.workspace.fs.rename(from, to, { overwrite: false });
    }
  }
}

async function dropOnFolder(folder: FileRow, { paths, others }: DroppedFiles, parts: Parts): Promise<void> {
  if (others.length > 0 && paths.length === 0 && others.every((uri) => isOfContainer(uri, folder))) {
    await moveHere(folder, others, parts);
  } else if (toldOfOthers(others, parts.context)) {
    await copyIn(await targetOf(folder, parts), paths, pathOf(folder), parts.context);
  }
}

export function registerFilesCommands(parts: Parts, log: vscode.LogOutputChannel): vscode.Disposable {
  const { explorer, view, context } = parts;
  const attempt = async (row: FileRow, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.warn(String(error));
      const { message, details } = problemOf(error, row);
      context.ui.report({ severity: 'error', message, details });
    }
  };
  const ofRows = Object.entries(commandsOf(parts)).map(([id, run]) =>
    vscode.commands.registerCommand(`gantry.files.${id}`, async (...handed: readonly unknown[]) => {
      const chosen = chosenRows<FileRow>(handed.slice(0, 1));
      const row = chosen.kind === 'rows' ? chosen.rows[0] : view.selection;
      if (chosen.kind === 'lost') {
        context.ui.report({ severity: 'info', message: lostRow });
      } else if (row !== undefined) {
        await attempt(row, () => run(row));
      }
    }),
  );
  return vscode.Disposable.from(
    ...ofRows,
    vscode.commands.registerCommand('gantry.files.refresh', () => view.tree.refresh()),
    view.onDidDrop(({ folder, files }) => {
      void attempt(folder, () => dropOnFolder(folder, files, parts)).finally(() => files.dispose());
    }),
    explorer.onDidDrop(({ node, files }) => void dropOnContainer(explorer, node, files, context).finally(() => files.dispose())),
  );
}
