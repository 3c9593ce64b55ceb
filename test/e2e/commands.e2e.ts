/** What the extension adds to VS Code beside the language features: settings and commands. */
import type { E2eCase } from './e2e-case.ts';
import type { Workbench } from './workbench.ts';

async function waitForProblem(workbench: Workbench, text: string, present: boolean): Promise<void> {
  await workbench.until(`${text} ${present ? 'reported' : 'gone'}`, async () =>
    (await workbench.problems()).some((label) => label.includes(text)) === present ? true : undefined,
  );
}

// One change of the settings a case: a second one shortly after is sometimes overlooked by VS Code itself.
export const commandCases: readonly E2eCase[] = [
  {
    name: 'settings: a rule switched off goes silent at once, the others stay',
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
];
