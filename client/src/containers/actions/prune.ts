/**
 * Removes containers that have ended, after the user has seen each with its size and left out what is to stay. Exactly those are
 * removed, one by one: what has been started or made meanwhile is not touched.
 */
import type { Engine } from '../../engine/engine.ts';
import { inactiveStates, type ContainerSummary } from '../../engine/container.ts';
import type { ActionContext, EngineAction, Target } from '../action.ts';
import { bytesText } from '../../text/byte-text.ts';
import { displayText } from '../../text/display-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { pruneFilterProblem, readPruneFilter } from '../prune-filter.ts';
import { compareContainers } from '../sorting.ts';
import { durationText } from '../../text/uptime.ts';
import type { PickItem, Ui } from '../ui.ts';
import { doTogether, reportOf } from './report-each.ts';

/** What to list, as `docker container prune --filter` takes it; empty for all. */
const choices: readonly PickItem<string>[] = [
  { label: 'All stopped containers', value: '' },
  { label: 'Created more than an hour ago', value: 'until=1h' },
  { label: 'Created more than a day ago', value: 'until=24h' },
  { label: 'Created more than a week ago', value: 'until=168h' },
  { label: 'Created more than 30 days ago', value: 'until=720h' },
];
const other = 'other';

async function askFilter(ui: Ui): Promise<string | undefined> {
  const items = [...choices, { label: 'By labels and age…', description: 'label=env=test until=24h', value: other }];
  const chosen = await ui.pick({ title: 'Prune Containers', placeholder: 'Which containers to list', items });
  if (chosen !== other) {
    return chosen;
  }
  const prompt = 'Filters with blanks between them: label=NAME, label=NAME=VALUE, label!=NAME and until=TIME, such as 24h or 2026-01-31. All have to hold.';
  return ui.ask({ title: 'Prune Containers by Labels and Age', prompt, placeholder: 'label=env=test until=24h', validate: pruneFilterProblem });
}

async function findEnded(engine: Engine, passes: (container: ContainerSummary) => boolean, signal: AbortSignal): Promise<ContainerSummary[]> {
  const containers = await engine.listContainers({ sizes: true }, { signal });
  return containers.filter((container) => inactiveStates.includes(container.state) && passes(container)).sort(compareContainers('created'));
}

function sizeOf(containers: readonly ContainerSummary[]): string {
  return bytesText(containers.reduce((sum, { writableSize = 0 }) => sum + writableSize, 0));
}

async function choose(ui: Ui, ended: readonly ContainerSummary[], now: number): Promise<readonly ContainerSummary[]> {
  const items = ended.map((container) => ({
    label: displayText(container.name, 60),
    description: `${bytesText(container.writableSize ?? 0)} · ${displayText(container.image, 60)}`,
    detail: `${container.state === 'created' ? 'Never started' : displayText(container.status, 60)}, created ${durationText(now - container.created)} ago`,
    picked: true,
    value: container,
  }));
  return (await ui.pickMany({ title: `Prune Containers: ${ended.length} stopped, ${sizeOf(ended)}`, placeholder: 'Those that are ticked will be removed', items })) ?? [];
}

async function run(engine: Engine, { ui, clock }: ActionContext): Promise<void> {
  const filter = await askFilter(ui);
  if (filter === undefined) {
    return;
  }
  let ended: readonly ContainerSummary[];
  try {
    ended = await ui.progress({ title: 'Counting what containers have written', cancellable: true }, (_, signal) => findEnded(engine, readPruneFilter(filter, clock.now()), signal));
  } catch (error) {
    ui.report({ severity: 'error', message: `Nothing was pruned. ${messageOf(error)}`, details: detailsOf(error) });
    return;
  }
  if (ended.length === 0) {
    ui.report({ severity: 'info', message: 'There is no such stopped container.' });
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
  const remove = ({ container: { id } }: Target, signal?: AbortSignal) => engine.remove(id, { force: false, volumes: false }, { ...(signal !== undefined && { signal }) });
  const results = await doTogether(ui, 'Removing', chosen.map((container) => ({ engine, container })), remove);
  const { length } = results.done;
  const freed = length === 0 ? [] : [`${length} ${length === 1 ? 'container' : 'containers'} removed, ${sizeOf(results.done.map(({ container }) => container))} freed.`];
  const rest = reportOf(results, { failed: 'could not be removed', done: 'removed', goesOn: 'The engine may go on to remove' });
  ui.report({ severity: 'info', ...rest, message: [...freed, ...(rest === undefined ? [] : [rest.message])].join(' ') });
}

export const prune: EngineAction = { id: 'prune', title: 'Prune Containers…', run };
