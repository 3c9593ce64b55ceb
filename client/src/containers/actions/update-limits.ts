/** Changes the limits and the restart policy of living containers: `docker update`, with what applies now in sight. */
import { intactStates, type ContainerDetails, type Limits } from '../../engine/container.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import type { Ui } from '../ui.ts';
import { doToEach } from './each-target.ts';
import { isApplied, limitKinds, limitProblem, type LimitKind } from './limit-kinds.ts';
import { doTogether, namesOf, reportEach, reportOf } from './report-each.ts';

interface Changes {
  readonly kinds: readonly LimitKind[];
  readonly limits: Limits;
  /** `--memory 1g --pids-limit 200`. */
  readonly text: string;
}

/** Zero and -1 are how the engine writes that there is none. */
function shownLimit(current: string): string {
  return current === '0' || current === '-1' ? 'no limit' : current;
}

async function askLimits(ui: Ui, targets: readonly Target[], now: ContainerDetails): Promise<Changes | undefined> {
  const title = `Update Limits of ${namesOf(targets)}`;
  const items = limitKinds.map((limit) => ({ label: limit.label, description: `--${limit.flag}`, detail: `Now: ${shownLimit(limit.current(now.limits))}`, value: limit }));
  const chosen = await ui.pickMany({ title, placeholder: 'What to change', items });
  let changed: Limits = {};
  const flags: string[] = [];
  for (const limit of chosen ?? []) {
    const answer = await ui.ask({ title: `${title}: ${limit.label}`, prompt: limit.prompt, value: limit.current(now.limits), validate: (text) => limitProblem(limit, text.trim()) });
    if (answer === undefined) {
      return undefined;
    }
    changed = { ...changed, ...limit.read(answer.trim()) };
    flags.push(`--${limit.flag} ${answer.trim()}`);
  }
  return flags.length === 0 ? undefined : { kinds: chosen ?? [], limits: changed, text: flags.join(' ') };
}

export const updateLimits: ContainerAction = {
  id: 'updateLimits',
  title: 'Update Limits…',
  place: 'change',
  states: intactStates,
  many: true,
  run: async (targets, { ui }) => {
    const [first] = targets;
    if (first === undefined) {
      return;
    }
    // One look before the question: a container that is gone is reported here, and asked about no more.
    let now: ContainerDetails | undefined;
    const looked = await doToEach([first], async ({ engine, container }) => {
      now = await engine.inspectContainer(container.id);
    });
    reportEach(ui, looked, { failed: 'could not be looked at' });
    const changed = now === undefined ? undefined : await askLimits(ui, targets, now);
    if (changed === undefined) {
      return;
    }
    const warnings: string[] = [];
    const ignored = new Set<string>();
    const results = await doTogether(ui, 'Updating', targets, async ({ engine, container }, signal) => {
      const options = signal === undefined ? {} : { signal };
      warnings.push(...(await engine.update(container.id, changed.limits, options)));
      // Podman 5 takes the number of processors without a word, and changes nothing. Where one cannot look, the update counts all the same.
      const after = await engine.inspectContainer(container.id, options).catch(() => undefined);
      changed.kinds.filter((kind) => after !== undefined && !isApplied(kind, changed.limits, after.limits)).forEach(({ label }) => ignored.add(label));
    });
    const report = reportOf(results, { failed: 'could not be updated', done: 'updated', goesOn: 'The engine may go on to update', told: `was updated: ${displayText(changed.text)}` });
    const notes = [
      ...(ignored.size === 0 ? [] : [`The engine left as it was: ${[...ignored].join(', ')}.`]),
      ...warnings.slice(0, 1).map((warning) => `The engine warns: ${displayText(warning, 300)}`),
    ];
    if (report !== undefined && report.severity !== 'error' && notes.length > 0) {
      const details = warnings.map((each) => displayText(each, 500)).join('\n');
      ui.report({ severity: 'warning', message: [report.message, ...notes].join(' '), ...(details !== '' && { details }) });
    } else if (report !== undefined) {
      ui.report(report);
    }
  },
};
