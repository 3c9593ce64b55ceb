/** Notices that the CLI's contexts changed: another one is current, or one was made, edited or removed. */
import path from 'node:path';
import type { Clock } from './clock.ts';
import { configurationFolder } from './contexts.ts';
import type { Machine } from './machine.ts';
import { watchFolder } from './watch-files.ts';

/** Milliseconds. The CLI writes several files for one change. */
const settling = 150;
/** Folders of single contexts; a store that has more is still watched as a whole. */
const mostFolders = 100;

/** Calls back once per change, however many files it touched; what it returns ends that. */
export function watchContexts(machine: Machine, clock: Clock, changed: () => void): () => void {
  const configuration = configurationFolder(machine);
  let ended = false;
  let watched: (() => void)[] = [];
  let cancel: (() => void) | undefined;

  const unwatch = () => {
    watched.forEach((end) => end());
    watched = [];
  };
  const notice = () => {
    cancel?.();
    cancel = clock.schedule(settling, () => {
      cancel = undefined;
      void arm().then(() => {
        if (!ended) {
          changed();
        }
      });
    });
  };
  /** Folders come and go with the contexts, so all are watched anew after a change. */
  const arm = async () => {
    const contexts = path.join(configuration, 'contexts');
    const folders = await Promise.all(
      ['meta', 'tls'].map(async (kind) => {
        const folder = path.join(contexts, kind);
        const inside = (await machine.list(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)).slice(0, mostFolders);
        return [folder, ...inside.map((name) => path.join(folder, name, kind === 'tls' ? 'docker' : ''))];
      }),
    );
    unwatch();
    if (ended) {
      return;
    }
    const concerns = (name: string) => name === 'config.json' || name === 'contexts';
    watched = [
      watchFolder(path.dirname(configuration), (name) => name === path.basename(configuration), notice),
      watchFolder(configuration, concerns, notice),
      ...[contexts, ...folders.flat()].map((folder) => watchFolder(folder, () => true, notice)),
    ];
  };

  void arm();
  return () => {
    ended = true;
    cancel?.();
    unwatch();
  };
}
