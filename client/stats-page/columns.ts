/** The columns of the table: what each shows, and by what it is sorted. */
import type { Usage } from '../src/engine/usage.ts';
import type { Measure } from '../src/stats/chart.ts';
import { memoryPercent, usageTexts } from '../src/stats/usage-text.ts';

export interface Column {
  readonly measure: Measure;
  readonly title: string;
  /** What a figure of the column means. */
  readonly meaning: string;
  readonly text: (usage: Usage) => string;
  readonly order: (usage: Usage) => number;
}

export const columns: readonly Column[] = [
  { measure: 'cpu', title: 'CPU', meaning: 'Percent of one processor', text: (usage) => usageTexts(usage).cpu, order: ({ cpu }) => cpu ?? -1 },
  { measure: 'memory', title: 'Memory', meaning: 'In use, of the limit or of the machine', text: memoryWords, order: ({ memory }) => memory },
  { measure: 'network', title: 'Network', meaning: 'Received and sent since the start', text: (usage) => usageTexts(usage).network, order: ({ network }) => (network === undefined ? -1 : network.in + network.out) },
  { measure: 'disk', title: 'Disk', meaning: 'Read and written since the start', text: (usage) => usageTexts(usage).disk, order: ({ disk }) => disk.in + disk.out },
  { measure: 'processes', title: 'Processes', meaning: 'Processes and threads', text: (usage) => usageTexts(usage).processes, order: ({ processes }) => processes },
];

function memoryWords(usage: Usage): string {
  const { memory } = usageTexts(usage);
  return usage.memoryLimit === 0 ? memory.replace(/ \/.*/, '') : `${memory} (${memoryPercent(usage).toFixed(0)}%)`;
}
