/** The table: a row for each container, a button in each title that sorts, and one in each row that chooses what is drawn large. */
import type { StatsRow } from '../src/stats/stats-messages.ts';
import { columns, type Column } from './columns.ts';
import { element } from './elements.ts';
import { TableRow } from './table-row.ts';

/** Undefined sorts by name. */
type SortColumn = Column | undefined;

/** The name on equal figures, so that rows do not dance. */
function sorted(rows: readonly StatsRow[], column: SortColumn, descending: boolean): StatsRow[] {
  const byName = (one: StatsRow, other: StatsRow) => one.name.localeCompare(other.name);
  const sign = descending ? -1 : 1;
  const figure = ({ history }: StatsRow) => {
    const last = history.at(-1);
    return last === undefined || column === undefined ? -Infinity : column.order(last);
  };
  return [...rows].sort((one, other) => {
    const [left, right] = [figure(one), figure(other)];
    return column === undefined ? sign * byName(one, other) : left === right ? byName(one, other) : sign * (left < right ? -1 : 1);
  });
}

/** Elements stay as long as what they show: who points at one, or reads it, does not lose it with each sample. */
export class StatsTable {
  readonly element: HTMLTableElement;
  readonly #body = element('tbody');
  readonly #titles: readonly { readonly column: SortColumn; readonly cell: HTMLElement; readonly arrow: HTMLElement }[];
  readonly #rows = new Map<string, TableRow>();
  readonly #choose: (key: string) => void;
  #shown: readonly StatsRow[] = [];
  #column: SortColumn;
  #descending = false;

  constructor(choose: (key: string) => void) {
    this.#choose = choose;
    this.#titles = [undefined, ...columns].map((column) => {
      const arrow = element('span', { ariaHidden: 'true' });
      const button = element('button', { type: 'button', title: column?.meaning ?? 'Name', onclick: () => this.#sortBy(column) }, column?.title ?? 'Container', arrow);
      return { column, arrow, cell: element('th', { scope: 'col' }, button) };
    });
    this.element = element('table', {}, element('caption', {}, 'What containers use'), element('thead', {}, element('tr', {}, ...this.#titles.map(({ cell }) => cell))), this.#body);
    this.#markTitles();
  }

  update(rows: readonly StatsRow[], chosen: string | undefined): void {
    this.#shown = rows;
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, row] of this.#rows) {
      if (!keys.has(key)) {
        row.element.remove();
        this.#rows.delete(key);
      }
    }
    const elements = sorted(rows, this.#column, this.#descending).map((row) => {
      const shown = this.#rows.get(row.key) ?? new TableRow(() => this.#choose(row.key));
      this.#rows.set(row.key, shown);
      shown.update(row, row.key === chosen);
      return shown.element;
    });
    if (elements.some((each, index) => this.#body.children[index] !== each)) {
      const focused = document.activeElement;
      this.#body.append(...elements);
      if (focused instanceof HTMLElement && this.#body.contains(focused)) {
        focused.focus();
      }
    }
  }

  #sortBy(column: SortColumn): void {
    // Large figures are what one looks for; names are read from A.
    this.#descending = this.#column === column ? !this.#descending : column !== undefined;
    this.#column = column;
    this.#markTitles();
    const chosen = [...this.#rows].find(([, row]) => row.isChosen)?.[0];
    this.update(this.#shown, chosen);
  }

  #markTitles(): void {
    for (const { column, cell, arrow } of this.#titles) {
      const order = column !== this.#column ? 'none' : this.#descending ? 'descending' : 'ascending';
      cell.ariaSort = order;
      arrow.className = `arrow ${order}`;
    }
  }
}
