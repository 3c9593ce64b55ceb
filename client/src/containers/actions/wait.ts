/** Waits until containers end, and tells their exit codes. */
import type { ContainerAction, Target } from '../action.ts';
import { exitCodeMeaning } from '../exit-code.ts';
import { doToEach, namesOf, reportEach } from './each-target.ts';

function sentence(target: Target, code: number): string {
  const meaning = exitCodeMeaning(code);
  return `${namesOf([target])} ended with exit code ${code}${meaning === undefined ? '' : `: ${meaning}`}.`;
}

export const wait: ContainerAction = {
  id: 'wait',
  title: 'Wait until It Ends',
  group: 'inspect',
  states: ['running', 'paused', 'restarting'],
  many: true,
  run: async (targets, { ui }) => {
    await ui.progress({ title: `Waiting for ${namesOf(targets)} to end`, cancellable: true }, async (report, signal) => {
      let left = targets.length;
      const results = await doToEach(targets, async (target) => {
        try {
          const code = await target.engine.wait(target.container.id, { signal });
          ui.report({ severity: code === 0 ? 'info' : 'warning', message: sentence(target, code) });
        } catch (error) {
          // Who cancels wants to hear nothing more.
          if (!signal.aborted) {
            throw error;
          }
        }
        left -= 1;
        report(left > 0 ? `${left} left` : '');
      });
      reportEach(ui, results, { failed: 'could not be waited for' });
    });
  },
};
