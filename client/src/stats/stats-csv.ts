/** Statistics as comma-separated values (RFC 4180), for a spreadsheet. */
import type { StatsRow } from './stats-messages.ts';

const titles = ['time', 'container', 'id', 'cpu_percent', 'memory_bytes', 'memory_limit_bytes', 'network_received_bytes', 'network_sent_bytes', 'disk_read_bytes', 'disk_written_bytes', 'processes'];

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  // A spreadsheet would calculate what begins like a formula.
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Times in ISO 8601, amounts in bytes; a cell is empty where nothing is known. */
export function statsCsv(rows: readonly StatsRow[]): string {
  const lines = rows.flatMap(({ key, name, history }) =>
    history.map(({ time, cpu, memory, memoryLimit, network, disk, processes }) => [new Date(time).toISOString(), name, key.slice(0, 12), cpu === undefined ? undefined : Number(cpu.toFixed(3)), memory, memoryLimit, network?.in, network?.out, disk.in, disk.out, processes]),
  );
  return [titles, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
