/** Shows all that the engine knows of a container, and where two of them differ. */
import { containerStates } from '../../engine/container.ts';
import { comparableText, inspectText } from '../../inspect/inspect-text.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import { referenceTo } from '../command-line.ts';
import { displayText } from '../../text/display-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { compareContainers } from '../sorting.ts';
import type { Ui } from '../ui.ts';
import { namesOf } from './report-each.ts';

async function show([target]: readonly Target[], { ui }: ActionContext, secrets: boolean): Promise<void> {
  if (target === undefined) {
    return;
  }
  const { engine, container } = target;
  const write = async () => inspectText((await engine.inspectContainer(container.id)).document, { secrets });
  try {
    await write();
  } catch (error) {
    ui.report({ severity: 'error', message: `${namesOf([target])} could not be inspected. ${messageOf(error)}`, details: detailsOf(error) });
    return;
  }
  await ui.showLive(`${referenceTo(container)}${secrets ? ' with secrets' : ''}.inspect.json`, write);
}

const common = { place: 'inspect', states: containerStates, many: false } as const;

export const inspect: ContainerAction = { ...common, id: 'inspect', title: 'Inspect', run: (targets, context) => show(targets, context, false) };

export const inspectWithSecrets: ContainerAction = {
  ...common,
  id: 'inspectWithSecrets',
  place: { submenu: 'details' },
  title: 'Inspect with Secrets…',
  run: async (targets, context) => {
    const question = { message: `Show the secrets of ${namesOf(targets)}?`, detail: 'Values of variables, labels and arguments that look like secrets appear unmasked on the screen.', confirm: 'Show' };
    if (await context.ui.confirm(question)) {
      await show(targets, context, true);
    }
  },
};

async function askOther(target: Target, ui: Ui): Promise<Target | undefined> {
  const others = (await target.engine.listContainers()).filter(({ id }) => id !== target.container.id).sort(compareContainers('name'));
  if (others.length === 0) {
    ui.report({ severity: 'info', message: 'There is no other container to compare it with.' });
    return undefined;
  }
  const items = others.map((container) => ({ label: displayText(container.name, 60), description: displayText(container.image, 60), value: { ...target, container } }));
  return ui.pick({ title: `Compare ${namesOf([target])}`, placeholder: 'The container to compare it with', items });
}

export const compare: ContainerAction = {
  id: 'compare',
  title: 'Compare…',
  place: { submenu: 'details' },
  states: containerStates,
  many: true,
  run: async ([left, selected, ...more], { ui }) => {
    if (left === undefined || more.length > 0) {
      ui.report({ severity: 'info', message: 'Two containers can be compared. Select one or two of them.' });
      return;
    }
    try {
      const right = selected ?? (await askOther(left, ui));
      if (right === undefined) {
        return;
      }
      const [one, other] = await Promise.all([left, right].map(async ({ engine, container }) => ({ name: `${referenceTo(container)}.json`, text: comparableText((await engine.inspectContainer(container.id)).document) })));
      if (one !== undefined && other !== undefined) {
        await ui.showDifference(`${namesOf([left])} ↔ ${namesOf([right])}`, one, other);
      }
    } catch (error) {
      ui.report({ severity: 'error', message: `They could not be compared. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};
