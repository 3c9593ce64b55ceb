/** What the extension adds to VS Code beside the language features: settings and commands. */
import assert from 'node:assert/strict';
import type { E2eCase } from './e2e-case.ts';
import type { Workbench } from './workbench.ts';

async function waitForProblem(workbench: Workbench, text: string, present: boolean): Promise<void> {
  await workbench.until(`${text} ${present ? 'reported' : 'gone'}`, async () =>
    (await workbench.problems()).some((label) => label.includes(text)) === present ? true : undefined,
  );
}

const settingsFromOutside = 'the server of VS Code 1.100 does not notice settings that another program writes';

// One change of the settings a case: a second one shortly after is sometimes overlooked by VS Code itself.
export const commandCases: readonly E2eCase[] = [
  {
    name: 'settings: a rule switched off goes silent at once, the others stay',
    newestOnly: settingsFromOutside,
    async run({ workbench, changeSettings }) {
      await workbench.open('deploy.sh');
      await waitForProblem(workbench, '--memroy', true);
      changeSettings({ 'gantry.rules': { 'unknown-flag': 'off' } });
      await waitForProblem(workbench, '--memroy', false);
      await waitForProblem(workbench, '--time', true);
    },
  },
  {
    name: 'settings: switched off, Gantry says nothing any more',
    newestOnly: settingsFromOutside,
    async run({ workbench, changeSettings }) {
      await workbench.open('deploy.sh');
      await waitForProblem(workbench, '--memroy', true);
      changeSettings({ 'gantry.enable': false });
      await waitForProblem(workbench, 'at line', false);
    },
  },
  {
    name: 'commands: the log shows, and the language server restarts with its findings',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      await waitForProblem(workbench, '--time', true);
      await workbench.runCommand('Gantry: Restart Language Server');
      await waitForProblem(workbench, '--time', true);
      // A window that is still starting forgets which view it was asked to reveal; a user asks again.
      const log = workbench.page.locator('.output-view');
      await workbench.until('the log', async () => ((await log.isVisible()) ? true : undefined), () => workbench.runCommand('Gantry: Show Log'));
      await picture('the log');
    },
  },
  {
    name: 'findings: the id of a finding opens the page of its rule',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      await waitForProblem(workbench, '--memroy', true);
      await workbench.moveCursorBehind('deploy.sh', '--memroy');
      await workbench.hover('--memroy');
      await workbench.page.locator('.monaco-hover:not(.hidden) a', { hasText: 'unknown-flag' }).first().click();
      await workbench.page.locator('.tab.active', { hasText: 'unknown-flag' }).waitFor();
      const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await page.getByRole('heading', { name: 'unknown-flag' }).waitFor();
      await picture('the page of a rule');
    },
  },
  {
    name: 'configuration: a mistake shows in the file, and a rule that it switches off goes silent',
    files: { '.gantry.json': '{ "rules": { "deprecated-stop-time": "off", "unknown-flagg": "off" } }\n' },
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      await waitForProblem(workbench, 'unknown-flagg', true);
      await waitForProblem(workbench, '--memroy', true);
      await waitForProblem(workbench, '--time', false);
      await picture('a mistake in the configuration');
    },
  },
  {
    name: 'ignoring: a quick fix silences a rule for the line',
    files: { 'stop.sh': '#!/bin/sh\ndocker stop --time 30 web\n' },
    async run({ workbench }) {
      await workbench.open('stop.sh');
      await waitForProblem(workbench, '--time', true);
      await workbench.moveCursorBehind('stop.sh', '--time');
      await workbench.quickFix('Disable deprecated-stop-time for this line');
      await waitForProblem(workbench, '--time', false);
      await workbench.save();
      assert.match(workbench.fileText('stop.sh'), /^#!\/bin\/sh\n# gantry disable-next-line=deprecated-stop-time\ndocker stop --time 30 web\n$/);
    },
  },
  {
    name: 'walkthrough: its pictures are drawn in the colours of the theme',
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      const { page } = workbench;
      const input = page.locator('.quick-input-widget input[type=text]');
      // Beside the side bar there is no room for the picture.
      await page.keyboard.press('Control+B');
      await page.locator('.explorer-folders-view').waitFor({ state: 'hidden' });
      await workbench.press('F1', input);
      await input.fill('>Welcome: Open Walkthrough');
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Open Walkthrough' }).first().click();
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Get started with Gantry' }).click();
      const drawing = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('svg');
      for (const [step, shown] of [['Hover over a flag', 'Sets a hard limit for the memory'], ['See your containers', 'Stop with Timeout…'], ['Know which engine it is', 'Engine connection']] as const) {
        await page.getByRole('button', { name: step }).first().click();
        const word = drawing.locator('tspan', { hasText: shown });
        await word.waitFor();
        const [red = 0] = (await word.evaluate((element) => getComputedStyle(element).fill)).match(/\d+/g)?.map(Number) ?? [];
        assert.ok(red > 150, 'light words on a dark ground');
        await picture(`walkthrough ${step}`);
      }
      await page.getByRole('button', { name: 'Hover over a flag' }).first().click();
      await page.getByRole('button', { name: 'Open an Example' }).click();
      await workbench.until('the findings in the example', async () => ((await workbench.squiggles('error')).length > 0 ? true : undefined));
    },
  },
  {
    name: 'extension page: the README shows, without pictures and paths that lead nowhere',
    async run({ workbench, picture }) {
      await workbench.open('deploy.sh');
      const { page } = workbench;
      const own = page.locator('.extensions-viewlet .extension-list-item', { hasText: 'Gantry' });
      await workbench.press('Control+Shift+X', own);
      await own.first().click();
      const readme = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await readme.getByRole('heading', { name: 'What you get' }).waitFor();
      assert.equal(await readme.locator('img').count(), 0);
      assert.equal(await readme.locator('a:not([href^="https:"], [href^="#"])').count(), 0);
      await picture('extension page');
    },
  },
];
