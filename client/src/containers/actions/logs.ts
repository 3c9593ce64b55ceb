/** Shows logs in a terminal of the editor. */
import { writeFile } from 'node:fs/promises';
import { timestamp } from '../../../../server/src/language/docker/values/timestamp.ts';
import { engineTime } from '../../logs/log-times.ts';
import { LogSession, type LogSessionOptions } from '../../logs/log-session.ts';
import type { OutputStream } from '../../engine/streams.ts';
import { type ActionContext, anyState, type ContainerAction, type Target } from '../action.ts';
import { refusalOf } from '../grammar-check.ts';
import type { Ui } from '../ui.ts';
import { namesOf } from './report-each.ts';

type Query = LogSessionOptions['query'];

/** Lines of the past that a log begins with. */
const usualTail = 1000;

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
  group: 'inspect',
  states: anyState,
  many: true,
  onGroups: true,
  run: (targets, context) => {
    open(targets, context, { follow: true, tail: usualTail }, false);
    return Promise.resolve();
  },
};

interface Choice {
  readonly tail?: number;
  /** As the user would write it. */
  readonly since?: string;
  /** Both ends are asked for. */
  readonly between?: true;
  readonly follow: boolean;
}

async function askTime(ui: Ui, title: string, prompt: string): Promise<string | undefined> {
  return ui.ask({ title, prompt, placeholder: '10m, 2026-01-31T13:00:00Z, 1769864400', validate: (text) => (text.trim() === '' ? undefined : refusalOf(timestamp, text.trim(), 'since', 'logs')) });
}

async function askQuery(ui: Ui, title: string, now: () => number): Promise<Query | undefined> {
  const choice = await ui.pick<Choice>({
    title,
    placeholder: 'Where to begin',
    items: [
      { label: 'Only what comes from now on', value: { tail: 0, follow: true } },
      { label: 'The last 100 lines', value: { tail: 100, follow: true } },
      { label: `The last ${usualTail} lines`, value: { tail: usualTail, follow: true } },
      { label: 'The last 10 minutes', value: { since: '10m', follow: true } },
      { label: 'The last hour', value: { since: '1h', follow: true } },
      { label: 'Between two times…', description: 'as --since and --until take them', value: { between: true, follow: false } },
      { label: 'Everything', description: 'may be long', value: { follow: true } },
    ],
  });
  if (choice === undefined) {
    return undefined;
  }
  const { tail, since, between = false, follow } = choice;
  const begin = between ? await askTime(ui, title, 'Since when; empty: from the beginning') : (since ?? '');
  const end = between && begin !== undefined ? await askTime(ui, title, 'Until when; empty: until now') : '';
  if (begin === undefined || end === undefined) {
    return undefined;
  }
  const [from, until] = [begin, end].map((text) => (text.trim() === '' ? undefined : engineTime(text.trim(), now())));
  return { follow, ...(tail !== undefined && { tail }), ...(from !== undefined && { since: from }), ...(until !== undefined && { until }) };
}

export const logsWithOptions: ContainerAction = {
  id: 'logsWithOptions',
  title: 'Show Logs with Options…',
  group: 'inspect',
  states: anyState,
  many: true,
  onGroups: true,
  run: async (targets, context) => {
    const { ui, clock } = context;
    const title = `Logs of ${namesOf(targets)}`;
    const query = await askQuery(ui, title, clock.now);
    const form = query === undefined ? undefined : await ui.pick<{ readonly timestamps: boolean; readonly only?: OutputStream }>({
      title,
      placeholder: 'What to show',
      items: [
        { label: 'Both outputs', value: { timestamps: false } },
        { label: 'Both outputs, with times', value: { timestamps: true } },
        { label: 'Only standard error, with times', value: { timestamps: true, only: 'stderr' } },
        { label: 'Only standard output, with times', value: { timestamps: true, only: 'stdout' } },
      ],
    });
    if (query !== undefined && form !== undefined) {
      open(targets, context, { ...query, ...(form.only !== undefined && { only: form.only }) }, form.timestamps);
    }
  },
};
