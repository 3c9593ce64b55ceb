/** Removes from a container what a cancelled copy put there; what cannot be removed is named instead. */
import { joinPath } from '../engine/container-path.ts';
import type { Engine } from '../engine/engine.ts';
import { ContainerTools } from './container-tools.ts';
import { FileProblem, shownPath } from './file-problem.ts';
import { topsOf, type LocalEntry } from './local-tree.ts';

const mostNamed = 5;

/** `fresh`: names in the folder that nothing had before. */
export async function takenBack(engine: Engine, id: string, folder: string, entries: readonly LocalEntry[], fresh: ReadonlySet<string>): Promise<FileProblem> {
  const tools = new ContainerTools(engine, id);
  const left: string[] = [];
  let details = '';
  try {
    // The engine tells of a container only when it has stopped writing to it.
    await engine.inspectContainer(id);
    for (const name of topsOf(entries)) {
      const path = joinPath(folder, name);
      if (!fresh.has(name)) {
        left.push(path);
        continue;
      }
      await tools.remove(path, true, {}).catch((error: unknown) => {
        left.push(path);
        details = error instanceof FileProblem ? error.message : '';
      });
    }
  } catch {
    left.push(...topsOf(entries).map((name) => joinPath(folder, name)));
  }
  if (left.length === 0) {
    return new FileProblem('cancelled', 'The copy was cancelled, and nothing was left behind.');
  }
  const named = left.slice(0, mostNamed).map(shownPath).join(', ');
  return new FileProblem('cancelled', `The copy was cancelled. What had arrived by then, the last file perhaps in part, is in the container: ${named}${left.length > mostNamed ? ` and ${left.length - mostNamed} more` : ''}.`, details);
}
