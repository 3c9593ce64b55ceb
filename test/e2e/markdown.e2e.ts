/** The editor on Markdown, where VS Code itself completes nothing while typing. */
import assert from 'node:assert/strict';
import type { E2eCase } from './e2e-case.ts';

const guide = '# Guide\n\nText that is no command.\n\n1. In a list:\n\n   ```sh\n   docker run \n   ```\n';

export const markdownCases: readonly E2eCase[] = [
  {
    name: 'Markdown: completion pops up inside a fence as one types, and not outside',
    files: { 'guide.md': guide },
    async run({ workbench, picture }) {
      await workbench.open('guide.md');
      await workbench.waitForLanguageServer('run ');
      await workbench.moveCursor(8, 15);
      await workbench.page.keyboard.type('--');
      const flags = await workbench.completions('--name');
      assert.ok(flags.includes('--rm'), flags.join(' '));
      await picture('completion in Markdown');
      await workbench.page.keyboard.type('pull=');
      await workbench.completions('missing');
      await workbench.page.keyboard.press('Escape');
      await workbench.moveCursor(3, 1);
      await workbench.page.keyboard.type('docker run --');
      await workbench.page.keyboard.press('Control+Space');
      await workbench.until('an empty list', async () =>
        (await workbench.page.locator('.suggest-widget.visible .message').isVisible()) || !(await workbench.page.locator('.suggest-widget.visible').isVisible())
          ? true
          : undefined,
      );
    },
  },
  {
    name: 'Markdown: a hover explains a command in a quote and a code span in the text',
    async run({ workbench, picture }) {
      await workbench.open('README.md');
      await workbench.moveCursorBehind('README.md', '`docker run --rm');
      assert.match(await workbench.hover('--rm -it alpine'), /--rm/);
      await picture('hover in Markdown');
      await workbench.leaveHover();
      await workbench.moveCursorBehind('README.md', '> docker restart');
      assert.match(await workbench.hover('restart --time=5'), /stop|restart/i);
    },
  },
  {
    name: 'Markdown: a quick fix repairs a command inside a list and leaves the rest',
    async run({ workbench, picture }) {
      await workbench.open('README.md');
      const before = workbench.fileText('README.md');
      const row = before.split('\n').findIndex((text) => text.includes('--name shop-api \\ ')) + 1;
      const problem = await workbench.until('the finding', async () =>
        (await workbench.problems()).find((label) => label.includes(`at line ${row} `)),
      );
      assert.match(problem, new RegExp(`at line ${row} and character \\d+\\.`));
      await picture('problems of a Markdown file');
      await workbench.moveCursor(row, (before.split('\n')[row - 1] ?? '').indexOf('\\') + 1);
      await workbench.quickFix('Delete the blanks');
      await workbench.save();
      await workbench.until('the saved file', () => Promise.resolve(workbench.fileText('README.md') === before ? undefined : true));
      assert.equal(workbench.fileText('README.md'), before.replace('shop-api \\ \n', 'shop-api \\\n'));
    },
  },
];
