/** The container explorer as a person sees and uses it. */
import type { Locator } from 'playwright-core';
import { patience, type Workbench } from './workbench.ts';

export class ExplorerPage {
  readonly #workbench: Workbench;
  readonly #sidebar: Locator;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#sidebar = workbench.page.locator('.part.sidebar');
  }

  /** Opens the view from the activity bar. */
  async open(): Promise<void> {
    const tab = this.#workbench.page.locator('.activitybar').getByRole('tab', { name: 'Containers', exact: true });
    const title = this.#sidebar.locator('.composite.title', { hasText: /containers/i });
    const shows = async () => ((await title.isVisible()) ? true : undefined);
    await this.#workbench.until('the view', shows, () => tab.click());
  }

  /** The row whose spoken name matches. */
  row(name: RegExp): Locator {
    return this.#sidebar.getByRole('treeitem', { name }).first();
  }

  async waitForRow(name: RegExp): Promise<Locator> {
    const row = this.row(name);
    await row.waitFor();
    return row;
  }

  /** Opens the row. Rows that come in above move it away from a click, so it is looked at before and after each. */
  async expand(name: RegExp): Promise<void> {
    const row = await this.waitForRow(name);
    const isClosed = async () => (await row.getAttribute('aria-expanded')) === 'false';
    const open = async () => ((await isClosed()) ? undefined : true);
    await this.#workbench.until(`${name.source}: open`, open, async () => {
      if (await isClosed()) {
        await row.locator('.monaco-tl-twistie').click();
      }
    });
  }

  /** Drops a file of the desktop on the row. */
  async drop(name: RegExp, file: string, content: string, effect: Locator): Promise<void> {
    const { page } = this.#workbench;
    const row = await this.waitForRow(name);
    const dataTransfer = await page.evaluateHandle(
      ([title, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], title));
        return data;
      },
      [file, content] as const,
    );
    // A view that is drawn anew between the events takes no notice of the last one; a user drops again.
    await this.#workbench.until(`the effect of dropping ${file}`, async () => ((await effect.first().isVisible()) ? true : undefined), async () => {
      for (const event of ['dragenter', 'dragover', 'drop']) {
        await row.dispatchEvent(event, { dataTransfer });
      }
    });
  }

  /** Right-clicks the row and takes the entry of the menu, or of a menu that opens from there. */
  async choose(name: RegExp, ...path: readonly [string, ...string[]]): Promise<void> {
    const chosen = async () => ((await this.#takeFromMenu(name, path)) ? true : undefined);
    await this.#workbench.until(`${path.join(' > ')} chosen`, chosen);
  }

  /** One try: a menu closes without a choice where the list is drawn anew below it. */
  async #takeFromMenu(name: RegExp, path: readonly string[]): Promise<boolean> {
    const menu = this.#workbench.page.locator('.monaco-menu');
    const soon = { timeout: patience / 8 };
    const row = await this.waitForRow(name);
    await row.click({ button: 'right' });
    for (const [index, entry] of path.entries()) {
      const item = menu.getByRole('menuitem', { name: entry, exact: true });
      const next = path[index + 1];
      const effect = async () => (next === undefined ? (await menu.count()) === 0 : menu.getByRole('menuitem', { name: next, exact: true }).isVisible());
      const shows = await item.waitFor(soon).then(() => true, () => false);
      let clicked = false;
      // A menu ignores clicks in its first tenth of a second: they are tried again until their effect shows.
      while (shows && (await item.isVisible()) && !(await effect())) {
        clicked = await item.click(soon).then(() => true, () => clicked);
      }
      if (!clicked) {
        await this.#workbench.page.keyboard.press('Escape');
        return false;
      }
    }
    return true;
  }
}
