/**
 * Removes containers that have ended, after the user has seen each with its size and left out what is to stay. Exactly those are
 * removed, one by one: what has been started or made meanwhile is not touched.
 */
import type { Engine } from '../../engine/engine.ts';
import type { ContainerSummary } from '../../engine/container.ts';
import type { ActionContext, EngineAction } from '../action.ts';
import { bytesText } from '../byte-text.ts';
import { displayText } from '../display-text.ts';
import { compareContainers } from '../sorting.ts';
import { durationText } from '../uptime.ts';
import type { PickItem, Ui } from '../ui.ts';
import { doToEach, messageOf, detailsOf, reportEach } from './each-target.ts';

interface Filter {
  readonly labels?: readonly string[];
  /** Milliseconds since 1970. */
  readonly madeBefore?: number;
}

const ages: readonly (readonly [label: string, hours: number])[] = [['Made more than an hour ago', 1], ['Made more than a day ago', 24], ['Made more than a week ago', 168], ['Made more than 30 days ago', 720]];

async function askFilter({ ui, clock }: ActionContext): Promise<Filter | undefined> {
  const items: PickItem<'all' | 'label' | number>[] = [
    { label: 'All that have ended', value: 'all' },
    { label: 'With a label…', description: 'name or name=value', value: 'label' },
    ...ages.map(([label, hours]) => ({ label, value: hours })),
  ];
  const chosen = await ui.pick({ title: 'Prune Containers', placeholder: 'Which containers to list', items });
  if (chosen === 'label') {
    const label = await ui.ask({ title: 'Prune Containers with a Label', prompt: 'Such as env=test', validate: (text) => (text.trim() === '' ? 'Write a label.' : undefined) });
    return label === undefined ? undefined : { labels: [label.trim()] };
  }
  return typeof chosen === 'number' ? { madeBefore: clock.now() - chosen * 3_600_000 } : chosen === undefined ? undefined : {};
}

async function findEnded(engine: Engine, { labels, madeBefore }: Filter, signal: AbortSignal): Promise<ContainerSummary[]> {
  const containers = await engine.listContainers({ ...(labels !== undefined && { labels }), sizes: true }, { signal });
  return containers
    .filter(({ state, created }) => ['created', 'exited', 'dead'].includes(state) && (madeBefore === undefined || created < madeBefore))
    .sort(compareContainers('created'));
}

function sizeOf(containers: readonly ContainerSummary[]): string {
  return bytesText(containers.reduce((sum, { writableSize = 0 }) => sum + writableSize, 0));
}

async function choose(ui: Ui, ended: readonly ContainerSummary[], now: number): Promise<readonly ContainerSummary[]> {
  const items = ended.map((container) => ({
    label: displayText(container.name, 60),
    description: `${bytesText(container.writableSize ?? 0)} · ${displayText(container.image, 60)}`,
    detail: `${displayText(container.status, 60)}, made ${durationText(now - container.created)} ago`,
    picked: true,
    value: container,
  }));
  return (await ui.pickMany({ title: `Prune Containers: ${ended.length} have ended, ${sizeOf(ended)}`, placeholder: 'Those that are ticked will be removed', items })) ?? [];
}

async function run(engine: Engine, context: ActionContext): Promise<void> {
  const { ui, clock } = context;
  const filter = await askFilter(context);
  if (filter === undefined) {
    return;
  }
  let ended: readonly ContainerSummary[];
  try {
    ended = await ui.progress({ title: 'Counting what containers have written', cancellable: true }, (_, signal) => findEnded(engine, filter, signal));
  } catch (error) {
    ui.report({ severity: 'error', message: `Nothing was pruned. ${messageOf(error)}`, details: detailsOf(error) });
    return;
  }
  if (ended.length === 0) {
    ui.report({ severity: 'info', message: 'There is no such container that has ended.' });
    return;
  }
  const chosen = await choose(ui, ended, clock.now());
  const question = {
    message: `Remove ${chosen.length} ${chosen.length === 1 ? 'container' : 'containers'}?`,
    detail: `This frees ${sizeOf(chosen)}. Their logs, and whatever they wrote outside of volumes and bind mounts, are lost. Volumes stay.`,
    confirm: 'Remove',
  };
  if (chosen.length === 0 || !(await ui.confirm(question))) {
    return;
  }
  const results = await doToEach(chosen.map((container) => ({ engine, container })), ({ container }) => engine.remove(container.id, { force: false, volumes: false }));
  reportEach(ui, results, { failed: 'could not be removed' });
  if (results.done.length > 0) {
    ui.report({ severity: 'info', message: `${results.done.length} ${results.done.length === 1 ? 'container' : 'containers'} removed, ${sizeOf(results.done.map(({ container }) => container))} freed.` });
  }
}

export const prune: EngineAction = { id: 'prune', title: 'Prune Containers…', run };
