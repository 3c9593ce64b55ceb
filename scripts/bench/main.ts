/**
 * `npm run bench`: prints a table of times on the large script, beside bash-language-server and shellcheck where they are
 * installed, and writes the same figures as JSON to test-results/bench.json. Needs a build.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureBrain } from './brain.ts';
import { measureLint } from './lint.ts';
import { gantryServer, peerServers } from './peers.ts';
import { measureServer, misspelledFlag, parseError, unquotedExpansion, type ServerFigures } from './servers.ts';
import type { Sample } from './statistics.ts';

interface Row {
  readonly what: string;
  readonly who: string;
  readonly median: number;
  readonly worst: number | undefined;
  readonly unit: 'ms' | 'MiB';
}

function row(what: string, who: string, { median, worst }: Sample): Row {
  return { what, who, median, worst, unit: 'ms' };
}

function serverRows(who: string, figures: ServerFigures): Row[] {
  return [
    row('start to initialized', who, figures.start),
    row('edit to its diagnostics', who, figures.edit),
    row('hover', who, figures.hover),
    row('completion', who, figures.completion),
    ...(figures.peakMemory === undefined ? [] : [{ what: 'peak memory', who, median: figures.peakMemory, worst: undefined, unit: 'MiB' as const }]),
  ];
}

function print(rows: readonly Row[]): void {
  const lines = rows.map(({ what, who, median, worst, unit }) => [what, who, `${median.toFixed(1)} ${unit}`, worst === undefined ? '' : `${worst.toFixed(1)} ${unit}`]);
  const table = [['measure', 'by', 'median', 'worst'], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of table) {
    console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  }
}

if (!existsSync(fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)))) {
  throw new Error('Run "npm run build" first.');
}
const folder = mkdtempSync(path.join(tmpdir(), 'gantry-bench-'));
try {
  const rows: Row[] = [];
  for (const [what, sample] of Object.entries(measureBrain())) {
    rows.push(row(what, 'gantry', sample));
  }
  const lint = measureLint(folder);
  rows.push(row('lint of the script', 'gantry', lint.script), row('lint of 2,000 Markdown files', 'gantry', lint.tree));
  if (lint.shellcheck !== undefined) {
    rows.push(row('lint of the script', 'shellcheck', lint.shellcheck));
  }
  rows.push(...serverRows('gantry', await measureServer(gantryServer, misspelledFlag, 30, folder)));
  for (const peer of peerServers()) {
    const withShellcheck = peer.name.includes('shellcheck');
    const figures = await measureServer(peer, withShellcheck ? unquotedExpansion : parseError, withShellcheck ? 3 : 15, folder);
    rows.push(...serverRows(peer.name, figures));
  }
  print(rows);
  const results = fileURLToPath(new URL('../../test-results/', import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'bench.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
