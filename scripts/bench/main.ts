/**
 * `npm run bench [-- language | explorer | copy | logs]`: prints a table of times beside the tools that people would use otherwise, where they are
 * installed, and writes the same figures as JSON to test-results/bench.json. Needs a build.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureBrain } from './brain.ts';
import { measureCopy } from './copy.ts';
import { measureExplorer } from './explorer.ts';
import { measureLint } from './lint.ts';
import { measureLogs } from './logs.ts';
import { gantryServer, peerServers } from './peers.ts';
import { measureServer, misspelledFlag, parseError, unquotedExpansion, type ServerFigures } from './servers.ts';
import type { Sample } from './statistics.ts';

interface Row {
  readonly what: string;
  readonly who: string;
  readonly median: number;
  readonly worst: number | undefined;
  readonly unit: 'ms' | 'MiB' | 'lines/s';
}

const wanted = process.argv[2];

function row(what: string, who: string, { median, worst }: Sample): Row {
  return { what, who, median, worst, unit: 'ms' };
}

function throughputRow(who: string, { median, worst }: Sample): Row {
  return { what: 'lint of many such scripts', who, median, worst, unit: 'lines/s' };
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

/** The language half on a script of 10,003 lines, beside bash-language-server and shellcheck. */
async function measureLanguage(folder: string): Promise<Row[]> {
  const lint = measureLint(folder);
  const rows = [
    ...Object.entries(measureBrain()).map(([what, sample]) => row(what, 'gantry', sample)),
    row('lint of the script', 'gantry', lint.script),
    row('lint of 2,000 Markdown files', 'gantry', lint.tree),
    ...(lint.shellcheck === undefined ? [] : [row('lint of the script', 'shellcheck', lint.shellcheck)]),
    throughputRow('gantry', lint.throughput),
    throughputRow('gantry, one thread', lint.throughputOneThread),
    ...(lint.throughputShellcheck === undefined ? [] : [throughputRow('shellcheck', lint.throughputShellcheck)]),
    ...(lint.throughputShellchecks === undefined ? [] : [throughputRow('shellcheck, one for each processor', lint.throughputShellchecks)]),
    ...serverRows('gantry', await measureServer(gantryServer, misspelledFlag, 30, folder)),
  ];
  for (const peer of peerServers()) {
    const withShellcheck = peer.name.includes('shellcheck');
    const figures = await measureServer(peer, withShellcheck ? unquotedExpansion : parseError, withShellcheck ? 3 : 15, folder);
    rows.push(...serverRows(peer.name, figures));
  }
  return rows;
}

/** The explorer on a thousand containers, beside the Docker CLI. */
async function explorerRows(): Promise<Row[]> {
  const figures = await measureExplorer();
  if (figures === undefined) {
    console.log('skipped: the explorer: no Docker engine answers, or there is no CLI');
    return [];
  }
  const { firstPaint, cliList, cliRefresh, event, eventP95, memory } = figures;
  return [
    row('first paint of 1,000 containers', 'gantry', firstPaint),
    row('list of 1,000 containers', 'docker ps', cliList),
    row('event to redrawn row, 100 events a second', 'gantry', event),
    row('the same, 95th of a hundred', 'gantry', { median: eventP95, worst: eventP95, count: 1 }),
    row('event to list, by a CLI that is spawned', 'docker container ls', cliRefresh),
    { what: 'memory of 1,000 containers', who: 'gantry', median: memory, worst: undefined, unit: 'MiB' },
  ];
}

/** A file of a gigabyte and ten thousand small ones, both ways, beside `docker cp`. */
async function copyRows(): Promise<Row[]> {
  const figures = await measureCopy();
  if (figures === undefined) {
    console.log('skipped: copying: no Docker engine answers or it has no image, or there is no CLI');
    return [];
  }
  const { gantry, cli, memory, longestBlock } = figures;
  return Object.entries(gantry).flatMap(([what, sample]) => [
    row(`copy: ${what}`, 'gantry', sample),
    ...(cli[what] === undefined ? [] : [row(`copy: ${what}`, 'docker cp', cli[what])]),
    { what: `copy: ${what}, memory`, who: 'gantry', median: memory[what] ?? 0, worst: undefined, unit: 'MiB' as const },
    { what: `copy: ${what}, longest block of the event loop`, who: 'gantry', median: longestBlock[what] ?? 0, worst: undefined, unit: 'ms' as const },
  ]);
}

/** A log of 200 MB, while it is written and when it is complete, beside `docker logs`. */
async function logRows(): Promise<Row[]> {
  const figures = await measureLogs();
  if (figures === undefined) {
    console.log('skipped: logs: no Docker engine answers, or there is no CLI or no static busybox');
    return [];
  }
  const { followed, read, longestBlock, memory } = figures;
  return [
    ...Object.entries(followed).map(([who, sample]) => row('follow a log of 200 MB', who, sample)),
    ...Object.entries(read).map(([who, sample]) => row('read a log of 200 MB', who, sample)),
    { what: 'log of 200 MB, longest block of the event loop', who: 'gantry', median: longestBlock, worst: undefined, unit: 'ms' },
    { what: 'log of 200 MB, memory', who: 'gantry', median: memory, worst: undefined, unit: 'MiB' },
  ];
}

if (!existsSync(fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)))) {
  throw new Error('Run "npm run build" first.');
}

const folder = mkdtempSync(path.join(tmpdir(), 'gantry-bench-'));
try {
  const parts = { language: () => measureLanguage(folder), explorer: explorerRows, copy: copyRows, logs: logRows };
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    rows.push(...(wanted === undefined || wanted === name ? await measure() : []));
  }
  print(rows);
  const results = fileURLToPath(new URL('../../test-results/', import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'bench.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
