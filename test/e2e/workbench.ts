/** Drives one VS Code window as a person would. Every wait is for something that shows; nothing sleeps and hopes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How long a condition may take; machines under load can stretch it. */
export const patience = 30_000 * Number(process.env['E2E_SLOW'] ?? '1');

/** Keys and mouse moves get lost while a part of the window still loads: after this long they are made again. */
const again = patience / 8;

export class Workbench {
  readonly page: Page;
  readonly #url: string;
  readonly #authority: string;
  readonly #folder: string;

  constructor(page: Page, server: { readonly url: string; readonly authority: string }, folder: string) {
    this.page = page;
    this.#url = server.url;
    this.#authority = server.authority;
    this.#folder = folder;
  }

  /** Opens the window on the folder, with this file in the editor. */
  async open(file: string): Promise<void> {
    const uri = `vscode-remote://${this.#authority}${path.join(this.#folder, file)}`;
    const query = new URLSearchParams({ folder: this.#folder, payload: JSON.stringify([['openFile', uri]]) });
    await this.page.goto(`${this.#url}/?${query.toString()}`);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** The open folder's path on this machine. */
  get folder(): string {
    return this.#folder;
  }

  /** The file as it is on disk. */
  fileText(file: string): string {
    return readFileSync(path.join(this.#folder, file), 'utf8');
  }

  /** Waits until `find` gives something, trying `nudge` again from time to time. */
  async until<T>(what: string, find: () => Promise<T | undefined>, nudge?: () => Promise<void>): Promise<T> {
    const end = Date.now() + patience;
    let nudgeAt = 0;
    while (Date.now() < end) {
      if (nudge !== undefined && Date.now() >= nudgeAt) {
        await nudge();
        nudgeAt = Date.now() + again;
      }
      const found = await find();
      if (found !== undefined) {
        return found;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`${what} did not happen in ${patience / 1000} s`);
  }

  /** Presses the key until the effect shows. */
  async press(key: string, effect: Locator): Promise<void> {
    const shows = async () => ((await effect.first().isVisible()) ? true : undefined);
    await this.until(`${key}: its effect`, shows, () => this.page.keyboard.press(key));
  }

  /** Types into the box at the top and takes the row that reads like `row`. */
  async quickInput(key: string, text: string, row: RegExp): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await this.press(key, input);
    await input.fill(text);
    // The row of a former list may still have the focus.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Writes into the box that asks for a text, and confirms it. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill(text);
    await this.until('the answer taken', async () => ((await input.isVisible()) ? undefined : true), () => this.page.keyboard.press('Enter'));
  }

  /** Answers the box that asks for a text, then the dialog for a file or folder that follows, by its button. */
  async answerThenDialog(prompt: string, text: string, file: string, button: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('input[type=text]');
    const take = widget.getByRole('button', { name: button, exact: true });
    await input.waitFor();
    await input.fill(text);
    // Enter would take the dialog's own proposal as soon as that is there.
    const enter = async () => ((await widget.getByText(prompt).isVisible()) ? this.page.keyboard.press('Enter') : undefined);
    await this.until('the dialog', async () => ((await take.isVisible()) ? true : undefined), enter);
    const takePath = async () => {
      // The dialog may write its own proposal behind what stands there already.
      if ((await input.inputValue({ timeout: 2_000 })) !== file) {
        await input.fill(file, { timeout: 2_000 });
      }
      await take.click({ timeout: 2_000 });
    };
    await this.until('the path taken', async () => ((await take.isVisible()) ? undefined : true), () => takePath().catch(() => undefined));
  }

  /** Presses the button of the modal question. */
  async confirm(button: string, before?: () => Promise<void>): Promise<void> {
    // Notifications are dialogs, too.
    const choice = this.page.getByRole('dialog').getByRole('button', { name: button, exact: true });
    await choice.waitFor();
    await before?.();
    await choice.click();
    await choice.waitFor({ state: 'hidden' });
  }

  /** Drags by the mouse, over `by` where the way leads through other parts of the window, until `drop` shows that it can be let go. */
  async drag(source: Locator, target: Locator, drop: Locator, by?: { readonly over: Locator; readonly until: Locator }): Promise<void> {
    const { mouse } = this.page;
    const over = async (place: Locator, shows: Locator) => {
      const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      let step = 0;
      await this.until('the place to drop', async () => {
        await mouse.move(x + width / 2 + (step++ % 3), y + height / 2, { steps: 3 });
        return (await shows.first().isVisible()) ? true : undefined;
      });
    };
    await source.hover();
    await mouse.down();
    if (by !== undefined) {
      await over(by.over, by.until);
    }
    await over(target, drop);
    await mouse.up();
  }

  async runCommand(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`, new RegExp(title));
  }

  /** Puts the cursor at the one-based line and column. */
  async moveCursor(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.quickInput('Control+P', `:${line}:${column}`, new RegExp(`\\b${line}\\b.*\\b${column}\\b`));
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor right behind the first place where the file on disk has this text. */
  async moveCursorBehind(file: string, text: string): Promise<void> {
    const content = this.fileText(file);
    const offset = content.indexOf(text);
    if (offset < 0) {
      throw new Error(`${file} does not hold ${text}`);
    }
    const before = content.slice(0, offset + text.length).split('\n');
    await this.moveCursor(before.length, (before.at(-1)?.length ?? 0) + 1);
  }

  /** Where the text stands in the editor, in pixels; undefined when it is scrolled out of view. */
  async boxOf(text: string): Promise<Box | undefined> {
    const found = await this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const nodes: { node: Text; start: number }[] = [];
        let content = '';
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          nodes.push({ node: node as Text, start: content.length });
          content += (node as Text).data.replaceAll('\u00a0', ' ');
        }
        const index = content.indexOf(wanted);
        const first = nodes.findLast(({ start }) => start <= index);
        const last = nodes.findLast(({ start }) => start < index + wanted.length);
        if (index >= 0 && first !== undefined && last !== undefined) {
          const range = document.createRange();
          range.setStart(first.node, index - first.start);
          range.setEnd(last.node, index + wanted.length - last.start);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }
      }
      return null;
    }, text);
    return found ?? undefined;
  }

  /** Moves the mouse onto the text and gives everything that the hover says. */
  async hover(text: string): Promise<string> {
    const content = this.page.locator('.monaco-editor .monaco-hover:not(.hidden) .monaco-hover-content').first();
    const move = async () => {
      const box = await this.until(`seeing ${text}`, () => this.boxOf(text));
      await this.page.mouse.move(2, 2);
      await this.page.mouse.move(box.left + 6, (box.top + box.bottom) / 2);
      await this.page.mouse.move(box.left + 8, (box.top + box.bottom) / 2);
    };
    const said = async () => {
      const words = (await content.isVisible()) ? await content.innerText() : '';
      return words === '' || words.includes('Loading...') ? undefined : words;
    };
    return this.until(`a hover on ${text}`, said, move);
  }

  /** The first sign of life of the language server: it says something about this text. */
  async waitForLanguageServer(text: string): Promise<void> {
    await this.hover(text);
    await this.leaveHover();
  }

  async leaveHover(): Promise<void> {
    await this.page.mouse.move(2, 2);
    await this.page.locator('.monaco-editor .monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
  }

  /** The entries of the completion list once one of them is `expected`. */
  async completions(expected: string, nudge?: () => Promise<void>): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    const read = async () => {
      const labels = await rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label')?.split(',')[0] ?? ''));
      return labels.includes(expected) ? labels : undefined;
    };
    return this.until(`a completion ${expected}`, read, nudge);
  }

  /** Takes the entry that the completion list has selected once it is `label`. */
  async acceptCompletion(label: string): Promise<void> {
    await this.page.locator(`.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** The underlined boxes of this severity. */
  async squiggles(severity: 'error' | 'warning' | 'info'): Promise<Box[]> {
    return this.page.locator(`.editor-instance .squiggly-${severity}`).evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
  }

  /** What the Problems panel says about the open files, one line each, as a screen reader would read it. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.press('Control+Shift+M', panel);
    }
    return panel
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '').filter((label) => / at line \d+ and character \d+/.test(label)));
  }

  /** Opens the light bulb's menu and takes the entry with this title. */
  async quickFix(title: string): Promise<void> {
    // Pressed again in the open menu, the same keys would take its first entry.
    await this.press('Control+.', this.page.locator('.action-widget'));
    const entry = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title });
    await entry.first().waitFor();
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    // The menu opens with its first entry chosen.
    if (!(await chosen.isVisible())) {
      await this.press('ArrowDown', chosen);
    }
    await this.page.keyboard.press('Enter');
    await entry.first().waitFor({ state: 'hidden' });
  }

  async save(): Promise<void> {
    await this.press('Control+S', this.page.locator('.tab.active:not(.dirty)'));
  }
}
