/** What is asked before a log is shown: which lines, and how. */
import { timestamp } from '../../../../server/src/language/docker/values/timestamp.ts';
import type { LogQuery, OutputStream } from '../../engine/streams.ts';
import { engineTime } from '../../logs/log-times.ts';
import { refusalOf } from '../grammar-check.ts';
import type { Ui } from '../ui.ts';

type Query = Pick<LogQuery, 'follow' | 'tail' | 'since' | 'until'>;

/** Lines of the past that a log begins with. */
export const usualTail = 1000;

interface Choice {
  readonly tail?: number;
  /** As the user would write it. */
  readonly since?: string;
  /** Both ends are asked for. */
  readonly between?: true;
}

async function askTime(ui: Ui, title: string, prompt: string): Promise<string | undefined> {
  return ui.ask({ title, prompt, placeholder: '10m, 2026-01-31T13:00:00Z, 1769864400', validate: (text) => (text.trim() === '' ? undefined : refusalOf(timestamp, text.trim(), 'since', 'logs')) });
}

/** Which lines; `follow`: and those to come, unless their end is asked for. */
export async function askQuery(ui: Ui, title: string, { now, follow }: { readonly now: () => number; readonly follow: boolean }): Promise<Query | undefined> {
  const choice = await ui.pick<Choice>({
    title,
    placeholder: 'Where to begin',
    items: [
      ...(follow ? [{ label: 'Only what comes from now on', value: { tail: 0 } }] : []),
      { label: 'The last 100 lines', value: { tail: 100 } },
      { label: `The last ${usualTail} lines`, value: { tail: usualTail } },
      { label: 'The last 10 minutes', value: { since: '10m' } },
      { label: 'The last hour', value: { since: '1h' } },
      { label: 'Between two times…', description: 'as --since and --until take them', value: { between: true } },
      { label: 'Everything', description: 'may be long', value: {} },
    ],
  });
  if (choice === undefined) {
    return undefined;
  }
  const { tail, since, between = false } = choice;
  const begin = between ? await askTime(ui, title, 'Since when; empty: from the beginning') : (since ?? '');
  const end = between && begin !== undefined ? await askTime(ui, title, 'Until when; empty: until now') : '';
  if (begin === undefined || end === undefined) {
    return undefined;
  }
  const [from, until] = [begin, end].map((text) => (text.trim() === '' ? undefined : engineTime(text.trim(), now())));
  return { follow: follow && !between, ...(tail !== undefined && { tail }), ...(from !== undefined && { since: from }), ...(until !== undefined && { until }) };
}

export interface LogForm {
  readonly timestamps: boolean;
  /** Part of a query: which of the two outputs. */
  readonly streams: { readonly only?: OutputStream };
}

export async function askForm(ui: Ui, title: string): Promise<LogForm | undefined> {
  return ui.pick<LogForm>({
    title,
    placeholder: 'What to show',
    items: [
      { label: 'Both outputs', value: { timestamps: false, streams: {} } },
      { label: 'Both outputs, with times', value: { timestamps: true, streams: {} } },
      { label: 'Only standard error, with times', value: { timestamps: true, streams: { only: 'stderr' } } },
      { label: 'Only standard output, with times', value: { timestamps: true, streams: { only: 'stdout' } } },
    ],
  });
}
