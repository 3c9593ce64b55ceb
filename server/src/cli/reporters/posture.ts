/** The posture of a file's containers for people: a table for each command that makes one. */
import { postureScore, type Posture, type PostureRow } from '../../language/features/posture.ts';
import type { LineIndex } from '../../language/text/line-index.ts';
import { printable } from '../console.ts';

const states: Readonly<Record<PostureRow['state'], string>> = { present: 'present', absent: 'absent', declined: 'declined', left: '-' };

/** Prose is written for Markdown; a terminal shows no code spans. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function table(rows: readonly PostureRow[]): string[] {
  const cells = rows.map(({ measure, state, why }) => [states[state], `${measure.name} (${measure.flag})`, plain(why)] as const);
  const width = (column: 0 | 1) => Math.max(...cells.map((row) => row[column].length));
  return cells.map(([state, name, why]) => `  ${state.padEnd(width(0))}  ${name.padEnd(width(1))}  ${why}\n`);
}

/** Ready to be printed; empty where the file makes no container. */
export function postureReport(path: string, postures: readonly Posture[], lines: LineIndex): string {
  return postures
    .map(({ command, start, rows }) => {
      const { line, column } = lines.positionAt(start);
      const { present, sensible } = postureScore(rows);
      const image = printable(command.image?.value ?? '');
      return `${printable(path)}:${line + 1}:${column + 1} ${image}: ${present} of ${sensible} hardening measures\n${table(rows).join('')}`;
    })
    .join('\n');
}
