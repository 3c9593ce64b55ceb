/** The page of the statistics view: keeps what the extension tells, and draws it when something comes. */
import { historyLength, type StatsRequest, type StatsRow, type StatsSnapshot, type StatsUpdate } from '../src/stats/stats-messages.ts';
import { element, setText } from './elements.ts';
import { LargeCharts } from './large-charts.ts';
import { StatsTable } from './stats-table.ts';

declare function acquireVsCodeApi(): { postMessage(request: StatsRequest): void };

const editor = acquireVsCodeApi();
let snapshot: StatsSnapshot = { rows: [], paused: false, note: '' };
let chosen: string | undefined;
let drawing = 0;

const pause = element('button', { type: 'button', onclick: () => editor.postMessage({ kind: 'pause', paused: !snapshot.paused }) });
const toolbar = element('div', { className: 'toolbar', role: 'toolbar', ariaLabel: 'Statistics' }, pause, element('button', { type: 'button', onclick: () => editor.postMessage({ kind: 'export' }) }, 'Export as CSV…'));
/** Read out when it changes; the figures are not, they change all the time. */
const status = element('p', { className: 'status', role: 'status' });
const nothing = element('p', { className: 'note' }, 'None of these containers is there any more.');
const table = new StatsTable((key) => {
  chosen = chosen === key ? undefined : key;
  draw();
});
const charts = new LargeCharts();
document.body.append(element('header', {}, toolbar, status), element('main', {}, nothing, table.element, charts.element));

function draw(): void {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    const { rows, paused, note } = snapshot;
    setText(pause, paused ? 'Resume' : 'Pause');
    setText(status, [paused ? 'Paused.' : '', note].filter((text) => text !== '').join(' '));
    nothing.hidden = rows.length > 0;
    table.element.hidden = rows.length === 0;
    table.update(rows, chosen);
    charts.update(rows.length === 1 ? rows[0] : rows.find(({ key }) => key === chosen));
  });
}

function withSamples(row: StatsRow, samples: Extract<StatsUpdate, { kind: 'samples' }>['samples']): StatsRow {
  const own = samples.flatMap(([key, usage]) => (key === row.key ? [usage] : []));
  return own.length === 0 ? row : { ...row, history: [...row.history, ...own].slice(-historyLength) };
}

window.addEventListener('message', ({ data }: MessageEvent<StatsUpdate>) => {
  snapshot = data.kind === 'all' ? data.snapshot : { ...snapshot, rows: snapshot.rows.map((row) => withSamples(row, data.samples)) };
  draw();
});
editor.postMessage({ kind: 'ready' });
