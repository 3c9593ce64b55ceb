/** The row of one container. */
import { chartOf } from '../src/stats/chart.ts';
import type { StatsRow } from '../src/stats/stats-messages.ts';
import { chartElement } from './chart-element.ts';
import { columns } from './columns.ts';
import { element, setText } from './elements.ts';

export class TableRow {
  readonly element: HTMLTableRowElement;
  readonly #button: HTMLButtonElement;
  readonly #note = element('span', { className: 'note' });
  readonly #cells = columns.map((column) => {
    const figure = element('span', { className: 'figure' });
    const chart = element('span');
    return { column, figure, chart, element: element('td', { className: column.measure }, figure, chart) };
  });

  constructor(choose: () => void) {
    this.#button = element('button', { type: 'button', onclick: choose });
    this.element = element('tr', {}, element('th', { scope: 'row' }, this.#button, this.#note), ...this.#cells.map((cell) => cell.element));
  }

  get isChosen(): boolean {
    return this.#button.ariaPressed === 'true';
  }

  update({ name, note, limits, history }: StatsRow, isChosen: boolean): void {
    const last = history.at(-1);
    setText(this.#button, name);
    this.#button.title = `Draw ${name} large`;
    this.#button.ariaPressed = `${isChosen}`;
    setText(this.#note, note === '' && last === undefined ? 'measuring…' : note);
    this.element.className = note === '' ? '' : 'still';
    for (const { column, figure, chart } of this.#cells) {
      setText(figure, last === undefined ? '' : column.text(last));
      chart.replaceChildren(...(last === undefined ? [] : [chartElement(chartOf(history, column.measure, limits))]));
    }
  }
}
