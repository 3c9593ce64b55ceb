/** The questions of the view itself: how to group and sort, and which engine to show. */
import { groupingSettings, sortSettings } from '../../../shared/explorer-settings.ts';
import { defaultContext, type Context } from '../engine/contexts.ts';
import { withoutPassword } from '../engine/endpoint-url.ts';
import type { PickItem, Ui } from './ui.ts';

const groupings: Readonly<Record<(typeof groupingSettings)[number], string>> = {
  'compose-project': 'Compose project',
  state: 'State',
  image: 'Image',
  network: 'Network',
  label: 'Value of a label…',
  none: 'No groups',
};

const orders: Readonly<Record<(typeof sortSettings)[number], string>> = {
  name: 'Name',
  created: 'Newest first',
  state: 'State, running first',
};

function described<T>(choices: readonly T[], labels: (choice: T) => string, shown: T): PickItem<T>[] {
  return choices.map((value) => ({ label: labels(value), ...(value === shown && { description: 'shown now' }), value }));
}

export async function askGrouping(ui: Ui, shown: keyof typeof groupings, label: string): Promise<{ readonly groupBy: keyof typeof groupings; readonly groupByLabel?: string } | undefined> {
  const groupBy = await ui.pick({ title: 'Group Containers By', placeholder: 'What the containers of a group have in common', items: described(groupingSettings, (value) => groupings[value], shown) });
  if (groupBy !== 'label') {
    return groupBy === undefined ? undefined : { groupBy };
  }
  const groupByLabel = await ui.ask({
    title: 'Group Containers by Label',
    prompt: 'The name of the label, such as com.example.team',
    value: label,
    validate: (text) => (text.trim() === '' ? 'Write the name of a label.' : undefined),
  });
  return groupByLabel === undefined ? undefined : { groupBy, groupByLabel: groupByLabel.trim() };
}

export async function askOrder(ui: Ui, shown: keyof typeof orders): Promise<keyof typeof orders | undefined> {
  return ui.pick({ title: 'Sort Containers By', placeholder: 'The order of containers in a group', items: described(sortSettings, (value) => orders[value], shown) });
}

export async function askFilter(ui: Ui, text: string): Promise<string | undefined> {
  return ui.ask({ title: 'Filter Containers', prompt: 'Words that all occur in a name, image, id, label, network or port', value: text, placeholder: 'web 8080' });
}

/** The name of a context; empty for whatever the CLI uses. `host`: that of DOCKER_HOST, which is where the default context leads. */
export async function askContext(ui: Ui, contexts: readonly Context[], chosen: string, host: string): Promise<string | undefined> {
  const named = [{ name: defaultContext, description: '', host: host || 'the usual local sockets' }, ...contexts];
  const mark = (name: string) => (name === chosen ? ' · shown now' : '');
  return ui.pick({
    title: 'Select Engine',
    placeholder: 'The context whose engine this window shows',
    items: [
      { label: 'As the Docker CLI', description: `DOCKER_HOST, DOCKER_CONTEXT or the current context${mark('')}`, value: '' },
      ...named.map(({ name, description, host }) => ({ label: name, description: `${withoutPassword(host)}${mark(name)}`, ...(description !== '' && { detail: description }), value: name })),
    ],
  });
}
