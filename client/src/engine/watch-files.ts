/** Notices changes of files that may not be there yet. Where the system cannot watch, nothing is noticed and nothing fails. */
import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Calls back when an entry of the folder changes whose name `concerns` accepts; what it returns ends that. */
export function watchFolder(folder: string, concerns: (name: string) => boolean, changed: () => void): () => void {
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name === null || concerns(name)) {
        changed();
      }
    });
  } catch {
    return () => undefined;
  }
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
}

/** A socket's file: it appears when the engine starts to listen. */
export function watchSocket(socket: string, changed: () => void): () => void {
  const name = path.basename(socket);
  return watchFolder(path.dirname(socket), (entry) => entry === name, changed);
}
