/** What was dropped on a row, as paths of this machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

/** How the editor names rows that stand for files. */
export const uriList = 'text/uri-list';

/** Rows of the editor's own explorer, and files of the desktop. */
export const dropTypes = [uriList, 'files'];

export interface DroppedFiles {
  readonly paths: readonly string[];
  /** What was dropped and is no file of this machine. */
  readonly others: readonly vscode.Uri[];
  /** Removes copies that had to be made. */
  dispose(): Promise<void>;
}

/** Has to be called, and waited for, while the drop is handled: the data are gone afterwards. */
export async function droppedFiles(data: vscode.DataTransfer): Promise<DroppedFiles> {
  const list = (await data.get(uriList)?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')).map((line) => vscode.Uri.parse(line));
  if (uris.length > 0) {
    const paths = uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
    return { paths: [...new Set(paths)], others: uris.filter(({ scheme }) => scheme !== 'file'), dispose: () => Promise.resolve() };
  }
  return withoutPlace([...data].flatMap(([, item]) => item.asFile() ?? []));
}

/** A browser hands over contents alone: they are kept in files until they are copied. */
async function withoutPlace(files: readonly vscode.DataTransferFile[]): Promise<DroppedFiles> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gantry-drop-'));
  const paths: string[] = [];
  for (const file of files) {
    const copy = file.uri?.scheme === 'file' ? file.uri.fsPath : path.join(folder, path.basename(file.name));
    if (file.uri?.scheme !== 'file') {
      await writeFile(copy, await file.data(), { mode: 0o644, flag: 'wx' });
    }
    paths.push(copy);
  }
  return { paths, others: [], dispose: () => rm(folder, { recursive: true, force: true }) };
}
