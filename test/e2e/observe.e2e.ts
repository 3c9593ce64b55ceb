/** What one does after `docker ps`: measure, and find out why, in a real window on the real engine. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { docker } from '../support/docker-engine.ts';
import type { E2eCase } from './e2e-case.ts';
import { onEngine } from './on-engine.ts';

export const observeCases: readonly E2eCase[] = [
  onEngine('observe: statistics of a container are those of the CLI, drawn with their limit, and exported', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name, '--memory', '64m', '--cpus', '0.5', '--pids-limit', '20');
    await docker('exec', '-d', name, 'sh', '-c', 'while :; do :; done');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Show Stats');
    const view = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await view.getByRole('cell', { name: /MiB \/ 64MiB|KiB \/ 64MiB/ }).waitFor({ timeout: 60_000 });
    await view.getByRole('img', { name: new RegExp(`^CPU of ${name} in the last three minutes: between .*; the limit is 50.00%`) }).waitFor();
    await view.getByRole('img', { name: /; the limit is 64MiB$/ }).waitFor();
    await view.getByRole('img', { name: /Processes .*; the limit is 20$/ }).waitFor();
    const figure = await workbench.until('a processor that is busy', async () => {
      const text = await view.locator('td.cpu .figure').innerText();
      return Number.parseFloat(text) > 20 ? text : undefined;
    });
    assert.ok(Number.parseFloat(figure) < 65, `half a processor is the limit: ${figure}`);
    await picture('statistics');

    await view.getByRole('button', { name: 'Pause' }).click();
    await view.getByText('Paused.').waitFor();
    await view.getByRole('button', { name: 'Resume' }).click();
    await view.getByRole('button', { name: 'CPU' }).click();
    assert.equal(await view.getByRole('columnheader', { name: 'CPU' }).getAttribute('aria-sort'), 'descending');

    await explorer.choose(new RegExp(`^${name}: running`), 'Details', 'Toggle Usage in Status Bar');
    await workbench.page.locator('.statusbar').getByText(new RegExp(`${name} [\\d.]+% [\\d.]+[KM]iB`)).waitFor();
    await docker('stop', '-t', '1', name);
    await view.getByText('exited').first().waitFor();
  }),
  onEngine('observe: a diagnosis names the cause, what could be hardened, and its links act', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name, '--memory', '32m', '--memory-swap', '32m', '--security-opt', 'seccomp=unconfined');
    await docker('exec', '-d', name, 'tail', '/dev/zero');
    await workbench.until('the kernel kills it', async () => ((await docker('events', '--since', '2m', '--until', '0s', '--filter', `container=${name}`, '--filter', 'event=oom')).output.includes('oom') ? true : undefined));
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: `), 'Diagnose');
    const report = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await report.getByRole('heading', { name: /^The kernel killed a process of it for memory/ }).waitFor({ timeout: 60_000 });
    await report.getByText('security-profile-disabled').waitFor();
    await report.getByRole('heading', { name: 'Last lines of the log' }).waitFor();
    await picture('diagnosis');
    await report.getByRole('link', { name: 'Show Stats' }).click();
    await workbench.page.locator('.tab.active', { hasText: `Stats: ${name}` }).waitFor();
  }),
  onEngine('observe: a field is extracted by a template that the container completes, as docker prints it', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name, '--label', 'tier=web', '-e', 'DB_PASSWORD=geheim');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Details', 'Extract Field…');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill('{{.State.');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'ExitCode' }).first().waitFor();
    await picture('a template is completed');
    await input.fill('{{index .Config.Labels "tier"}} {{.State.Status}}');
    await rows.filter({ hasText: 'web running' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await rows.filter({ hasText: 'Open Result' }).first().click();
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'web running' }).waitFor();
    await workbench.page.locator('.tab.active', { hasText: `${name}.field.txt` }).waitFor();
    assert.equal((await docker('inspect', '--format', '{{index .Config.Labels "tier"}} {{.State.Status}}', name)).output.trim(), 'web running');
  }),
];
