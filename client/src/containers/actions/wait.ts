/** Waits until containers end, and tells their exit codes. */
import { activeStates } from '../../engine/container.ts';
import type { ContainerAction, Target } from '../action.ts';
import { exitCodeMeaning } from '../../text/exit-code.ts';
import { doToEach } from './each-target.ts';
import { nameOf, namesOf, reportEach } from './report-each.ts';

function sentence(target: Target, code: number): string {
  const meaning = exitCodeMeaning(code);
  return `${nameOf(target)} ended with exit code ${code}${meaning === undefined ? '' : `: ${meaning}`}.`;
}

export const wait: ContainerAction = {
  id: 'wait',
  title: 'Wait until It Ends',
  place: { submenu: 'details' },
  states: activeStates,
  many: true,
  run: async (targets, { ui }) => {
    const codes = new Map<Target, number>();
    const work = async (target: Target, signal: AbortSignal) => codes.set(target, await target.engine.wait(target.container.id, { signal }));
    const results = await ui.progress({ title: `Waiting for ${namesOf(targets)} to end`, cancellable: true }, (report, signal) =>
      // All at once: one that ends while it stands in a queue may be gone when its turn comes.
      doToEach(targets, (target) => work(target, signal), { signal, together: targets.length, finished: (count) => report(`${count} of ${targets.length} ended`) }),
    );
    if (codes.size > 0) {
      const lines = [...codes].map(([target, code]) => sentence(target, code));
      const message = lines.length === 1 ? lines.join('') : `${lines.length} containers ended: ${[...codes].slice(0, 5).map(([target, code]) => `${nameOf(target)} with ${code}`).join(', ')}${lines.length > 5 ? ' and others' : ''}.`;
      ui.report({ severity: [...codes.values()].every((code) => code === 0) ? 'info' : 'warning', message, ...(lines.length > 1 && { details: lines.join('\n') }) });
    }
    // Who cancels wants to hear nothing more.
    reportEach(ui, { ...results, abandoned: [], skipped: [] }, { failed: 'could not be waited for' });
  },
};
