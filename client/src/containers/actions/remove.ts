/** Removes containers, after a confirmation that tells what goes with them, and kills first only after a second one. */
import { composeLabels } from '../compose-labels.ts';
import { activeStates, intactStates } from '../../engine/container.ts';
import { isAnonymousVolume } from '../../engine/anonymous-volume.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import type { Ui } from '../ui.ts';
import { doTogether, namesOf, reportEach } from './report-each.ts';

/** Lines of one question. */
const mostLines = 15;

function lineOf({ container: { name, image, state, mounts } }: Target, volumes: boolean): string {
  // The other volumes stay.
  const anonymous = mounts.filter(isAnonymousVolume);
  const lost = volumes && anonymous.length > 0 ? `, with ${anonymous.length} anonymous ${anonymous.length === 1 ? 'volume' : 'volumes'}` : '';
  return `${displayText(name, 60)} (${displayText(image, 60)}, ${state}${lost})`;
}

function linesOf(targets: readonly Target[], volumes: boolean): string {
  const lines = targets.slice(0, mostLines).map((target) => lineOf(target, volumes));
  return [...lines, ...(targets.length > mostLines ? [`and ${targets.length - mostLines} more`] : [])].join('\n');
}

function isActive({ container: { state } }: Target): boolean {
  return activeStates.includes(state);
}

function whatGoes(targets: readonly Target[], volumes: boolean): string {
  const kept = volumes ? 'Named volumes stay.' : 'All volumes stay.';
  const compose = targets.some(({ container: { labels } }) => composeLabels.project in labels) ? '\nDocker Compose makes its containers anew with "docker compose up".' : '';
  const lost = targets.length === 1 ? 'Whatever it wrote outside of volumes and bind mounts is lost, and so is its log.' : 'Whatever they wrote outside of volumes and bind mounts is lost, and so are their logs.';
  return `${lost} ${kept}${compose}`;
}

async function removeAll(targets: readonly Target[], ui: Ui, volumes: boolean): Promise<void> {
  const count = targets.length === 1 ? namesOf(targets) : `${targets.length} containers`;
  if (!(await ui.confirm({ message: `Remove ${count}?`, detail: `${linesOf(targets, volumes)}\n\n${whatGoes(targets, volumes)}`, confirm: 'Remove' }))) {
    return;
  }
  const active = targets.filter(isActive);
  const question = {
    message: `Kill ${active.length === 1 ? namesOf(active) : `${active.length} running containers`} first?`,
    detail: `${linesOf(active, false)}\n\nA running container is killed without a chance to finish what it does. To let it end in order, cancel, which removes nothing, and stop it before.`,
    confirm: 'Kill and Remove',
  };
  if (active.length > 0 && !(await ui.confirm(question))) {
    return;
  }
  const call = (target: Target, signal?: AbortSignal) => target.engine.remove(target.container.id, { force: isActive(target), volumes }, { ...(signal !== undefined && { signal }) });
  const results = await doTogether(ui, 'Removing', targets, call, { order: 'dependents-first' });
  reportEach(ui, results, { failed: 'could not be removed', done: 'removed', goesOn: 'The engine may go on to remove' });
}

const common = { place: 'destructive', states: [...intactStates, 'dead'], many: true, onGroups: true } as const;

export const remove: ContainerAction = { ...common, id: 'remove', title: 'Remove…', run: (targets, { ui }) => removeAll(targets, ui, false) };

export const removeWithVolumes: ContainerAction = { ...common, id: 'removeWithVolumes', title: 'Remove with Anonymous Volumes…', run: (targets, { ui }) => removeAll(targets, ui, true) };
