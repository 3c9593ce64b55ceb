/** Shows logs as a text to read, search and compare: what has been written until now, without following. */
import { containerStates } from '../../engine/container.ts';
import { logDocument } from '../../logs/log-document.ts';
import type { ContainerAction } from '../action.ts';
import { bytesText } from '../../text/byte-text.ts';
import { detailsOf, messageOf } from '../../engine/plain-reason.ts';
import { askForm, askQuery } from './log-questions.ts';
import { paced } from './paced.ts';
import { nameOf, namesOf } from './report-each.ts';

export const logAsDocument: ContainerAction = {
  id: 'logAsDocument',
  title: 'Open Log as Document…',
  place: { submenu: 'logs' },
  states: containerStates,
  many: true,
  onGroups: true,
  run: async (targets, { ui, clock }) => {
    const title = `Log of ${namesOf(targets)}`;
    const query = await askQuery(ui, title, { now: clock.now, follow: false });
    const form = query === undefined ? undefined : await askForm(ui, title);
    const [first] = targets;
    if (query === undefined || form === undefined || first === undefined) {
      return;
    }
    const sources = targets.map(({ engine, container: { id, name } }) => ({ engine, id, name }));
    const { tail, since, until } = query;
    const range = { ...(tail !== undefined && { tail }), ...(since !== undefined && { since }), ...(until !== undefined && { until }), ...form.streams };
    const read = await ui.progress({ title: `Reading the log of ${namesOf(targets)}`, cancellable: true }, async (report, signal) => {
      const progress = paced<number>(clock, (characters) => report(bytesText(characters)));
      // Who cancels knows it.
      return logDocument({ sources, query: range, timestamps: form.timestamps, signal, progress }).catch((error: unknown) => (signal.aborted ? undefined : Promise.reject(error as Error)));
    });
    if (read === undefined) {
      return;
    }
    const { text, isCut, failed } = read;
    const [problem] = failed;
    if (problem !== undefined) {
      const names = namesOf(failed.flatMap(({ source }) => targets[source] ?? []));
      const details = failed.map(({ error }) => detailsOf(error)).filter((each) => each !== '').join('\n');
      ui.report({ severity: 'error', message: `The log of ${names} could not be read${text === '' ? '' : ' to its end'}. ${messageOf(problem.error)}`, details });
    }
    if (text === '') {
      if (problem === undefined) {
        ui.report({ severity: 'info', message: `The log of ${namesOf(targets)} has no such lines.` });
      }
      return;
    }
    const size = bytesText(text.length);
    if (isCut) {
      ui.report({ severity: 'warning', message: `The log of ${namesOf(targets)} is longer than a document may be: the first ${size} are shown. Choose a later beginning to see the rest.` });
    }
    const name = targets.length === 1 ? nameOf(first) : `${nameOf(first)} and ${targets.length - 1} more`;
    await ui.showText(`${name}.log`, isCut ? `${text}[cut after ${size}: later lines are missing]\n` : text);
  },
};
