/** Finds out why a container is unhappy, and says so in a report. */
import { containerStates } from '../../engine/container.ts';
import { gatherEvidence } from '../../diagnose/gather.ts';
import { hardeningSection } from '../../diagnose/hardening-section.ts';
import { diagnosisReport } from '../../diagnose/report.ts';
import { runCommandOf } from '../../inspect/run-command.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import { actionLink } from '../action-link.ts';
import { commandLine } from '../command-line.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { namesOf } from './report-each.ts';

async function write({ engine, container: { id } }: Target, { clock, judge }: ActionContext, signal: AbortSignal): Promise<string> {
  const evidence = await gatherEvidence(engine, id, { clock, signal });
  const judgement = await judge?.(commandLine(runCommandOf(evidence.container.document)));
  return diagnosisReport(evidence, { action: (action) => actionLink(action, id) }, judgement === undefined ? undefined : hardeningSection(judgement));
}

export const diagnose: ContainerAction = {
  id: 'diagnose',
  title: 'Diagnose',
  place: 'inspect',
  states: containerStates,
  many: false,
  run: async ([target], context) => {
    if (target === undefined) {
      return;
    }
    const { ui } = context;
    const name = namesOf([target]);
    try {
      const report = await ui.progress({ title: `Looking at ${name}`, cancellable: true }, (_, signal) => write(target, context, signal));
      await ui.showReport(`Diagnosis of ${name}`, report);
    } catch (error) {
      ui.report({ severity: 'error', message: `${name} could not be diagnosed. ${messageOf(error)}`, details: detailsOf(error) });
    }
  },
};
