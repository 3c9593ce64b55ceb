/** The posture of a command as a table of a hover. */
import type { MeasureState } from '../../hardening/measure.ts';
import { postureScore, type PostureRow } from '../posture.ts';
import { table } from './table.ts';

const words: Readonly<Record<MeasureState['kind'], string>> = { present: 'present', absent: '**absent**', declined: '**absent**, by choice', left: '–' };

/** A hover shows some ten lines: what is missing comes first. */
const order: readonly MeasureState['kind'][] = ['absent', 'declined', 'left', 'present'];

export function postureTable(rows: readonly PostureRow[]): string {
  const { present, sensible } = postureScore(rows);
  const lines = order.flatMap((kind) => rows.filter(({ state }) => state === kind)).map(({ measure, flag, state, why }) => [`${measure.name} (\`${flag}\`)`, words[state], why]);
  return `*Hardening*: ${present} of ${sensible} measures.\n\n${table(['Measure', 'State', 'Why'], lines)}`;
}
