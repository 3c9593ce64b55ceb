/** The container explorer as a person sees and uses it. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

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
    const { page } = this.#workbench;
    const menu = page.locator('.monaco-menu');
    const row = await this.waitForRow(name);
    const itemOf = (entry: string) => menu.getByRole('menuitem', { name: entry, exact: true });
    let open = () => row.click({ button: 'right' });
    for (const entry of path) {
      const item = itemOf(entry);
      await this.#workbench.until(`the menu entry ${entry}`, async () => ((await item.isVisible()) ? true : undefined), open);
      // A menu ignores clicks in its first tenth of a second; they are tried again until their effect shows.
      open = () => item.click({ timeout: 2_000 }).catch(() => undefined);
    }
    await this.#workbench.until(`${path.join(' > ')} chosen`, async () => ((await menu.count()) === 0 ? true : undefined), open);
  }
}
