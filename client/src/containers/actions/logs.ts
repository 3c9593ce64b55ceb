/** Shows logs in a terminal of the editor. */
import { writeFile } from 'node:fs/promises';
import { containerStates } from '../../engine/container.ts';
import { LogSession, type LogSessionOptions } from '../../logs/log-session.ts';
import type { ActionContext, ContainerAction, Target } from '../action.ts';
import type { Ui } from '../ui.ts';
import { askForm, askQuery, usualTail } from './log-questions.ts';
import { namesOf } from './report-each.ts';

type Query = LogSessionOptions['query'];

async function save(ui: Ui, targets: readonly Target[], text: string): Promise<void> {
  const file = await ui.saveAs({ title: `Save the Log of ${namesOf(targets)}`, fileName: `${targets[0]?.container.name.replace(/[^\w.-]/g, '-') ?? 'container'}.log` });
  if (file === undefined) {
    return;
  }
  try {
    await writeFile(file, text, { mode: 0o600 });
  } catch (error) {
    ui.report({ severity: 'error', message: `The log could not be written to ${file}.`, details: String(error) });
  }
}

function open(targets: readonly Target[], { ui, clock }: ActionContext, query: Query, timestamps: boolean): void {
  const session = new LogSession({
    sources: targets.map(({ engine, container: { id, name } }) => ({ engine, id, name })),
    query,
    timestamps,
    clock,
    askFilter: (present, problemOf) => ui.ask({ title: 'Filter the Log', prompt: 'Words that all occur in a line, or an expression such as /timeout|refused/i. Empty: every line.', value: present, validate: problemOf }),
    save: (text) => save(ui, targets, text),
  });
  ui.openTerminal(session);
}

export const logs: ContainerAction = {
  id: 'logs',
  title: 'Show Logs',
  place: 'inspect',
  states: containerStates,
  many: true,
  onGroups: true,
  run: (targets, context) => {
    open(targets, context, { follow: true, tail: usualTail }, false);
    return Promise.resolve();
  },
};

export const logsWithOptions: ContainerAction = {
  id: 'logsWithOptions',
  title: 'Show Logs with Options…',
  place: { submenu: 'logs' },
  states: containerStates,
  many: true,
  onGroups: true,
  run: async (targets, context) => {
    const { ui, clock } = context;
    const title = `Logs of ${namesOf(targets)}`;
    const query = await askQuery(ui, title, { now: clock.now, follow: true });
    const form = query === undefined ? undefined : await askForm(ui, title);
    if (query !== undefined && form !== undefined) {
      open(targets, context, { ...query, ...form.streams }, form.timestamps);
    }
  },
};
