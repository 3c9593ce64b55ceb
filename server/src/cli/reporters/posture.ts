/** The posture of a file's containers for people: a table for each command that makes one. */
import type { FilePosture } from '../checked-file.ts';
import { printable } from '../console.ts';

const states: Readonly<Record<FilePosture['rows'][number]['state'], string>> = { present: 'present', absent: 'absent', declined: 'declined', left: '-' };

/** Prose is written for Markdown; a terminal shows no code spans. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function table(rows: FilePosture['rows']): string[] {
  const cells = rows.map(({ state, name, flag, why }) => [states[state], `${name} (${flag})`, plain(why)] as const);
  const width = (column: 0 | 1) => Math.max(...cells.map((row) => row[column].length));
  return cells.map(([state, name, why]) => `  ${state.padEnd(width(0))}  ${name.padEnd(width(1))}  ${why}\n`);
}

/** Ready to be printed; empty where the file makes no container. */
export function postureReport(path: string, postures: readonly FilePosture[]): string {
  return postures
    .map(({ line, column, image, present, sensible, rows }) => `${printable(path)}:${line}:${column} ${printable(image)}: ${present} of ${sensible} hardening measures\n${table(rows).join('')}`)
    .join('\n');
}
