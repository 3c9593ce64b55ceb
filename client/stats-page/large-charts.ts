/** The charts of one container, large enough to read, with their top and their limit named. */
import { chartOf } from '../src/stats/chart.ts';
import type { StatsRow } from '../src/stats/stats-messages.ts';
import { chartElement } from './chart-element.ts';
import { columns } from './columns.ts';
import { element, setText } from './elements.ts';

export class LargeCharts {
  readonly element: HTMLElement;
  readonly #title = element('h2');
  readonly #figures = columns.map((column) => {
    const now = element('span');
    const top = element('span', { className: 'top', ariaHidden: 'true' });
    const drawing = element('span');
    const box = element('div', { className: 'box', role: 'img' }, top, drawing);
    const words = element('p', { className: 'words', ariaHidden: 'true' });
    const caption = element('figcaption', {}, element('strong', {}, column.title), ' ', now);
    return { column, now, top, drawing, box, words, element: element('figure', { className: column.measure }, caption, box, words) };
  });

  constructor() {
    this.element = element('section', { ariaLabel: 'Charts', hidden: true }, this.#title, element('div', { className: 'charts' }, ...this.#figures.map((figure) => figure.element)));
  }

  /** Undefined shows nothing. */
  update(row: StatsRow | undefined): void {
    this.element.hidden = row === undefined;
    if (row === undefined) {
      return;
    }
    const { name, limits, history } = row;
    const last = history.at(-1);
    setText(this.#title, name);
    for (const { column, now, top, drawing, box, words } of this.#figures) {
      const chart = chartOf(history, column.measure, limits);
      setText(now, last === undefined ? '' : column.text(last));
      setText(top, chart.top);
      setText(words, chart.words);
      box.ariaLabel = `${column.title} of ${name} in the last three minutes: ${chart.words}`;
      drawing.replaceChildren(chartElement(chart));
    }
  }
}
