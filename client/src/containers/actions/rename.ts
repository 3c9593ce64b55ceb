/** Gives a container another name. */
import { containerName } from '../../../../server/src/language/docker/values/container-name.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { refusalOf } from '../grammar-check.ts';
import { doToEach } from './each-target.ts';
import { reportEach } from './report-each.ts';

/** Names that the engine would refuse; none where it cannot be asked, since it judges in the end. */
async function otherNames([target]: readonly Target[]): Promise<ReadonlySet<string>> {
  try {
    const containers = (await target?.engine.listContainers()) ?? [];
    return new Set(containers.filter(({ id }) => id !== target?.container.id).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

function problemOf(name: string, taken: ReadonlySet<string>): string | undefined {
  if (name === '') {
    return 'Write a name.';
  }
  return taken.has(name) ? 'Another container has this name.' : refusalOf(containerName, name, 'name', 'rename');
}

export const rename: ContainerAction = {
  id: 'rename',
  title: 'Rename…',
  place: 'change',
  // Between two runs of a restart loop the engine may have no network to rename in.
  states: ['created', 'running', 'paused', 'exited'],
  many: false,
  run: async (targets, { ui }) => {
    const before = displayText(targets[0]?.container.name ?? '');
    const taken = await otherNames(targets);
    const name = await ui.ask({
      title: `Rename ${before}`,
      prompt: 'The new name. Containers on the same user-defined network reach it by this name; scripts that use the old one have to change.',
      value: before,
      validate: (text) => problemOf(text.trim(), taken),
    });
    if (name !== undefined && name.trim() !== before) {
      reportEach(ui, await doToEach(targets, ({ engine, container }) => engine.rename(container.id, name.trim())), { failed: 'could not be renamed' });
    }
  },
};
