/** The container explorer on the real engine: what happens outside appears, and what is chosen in a menu happens to the container. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docker } from '../support/docker-engine.ts';
import type { E2eCase } from './e2e-case.ts';
import { ExplorerPage } from './explorer-page.ts';
import { onEngine } from './on-engine.ts';

async function stateOf(container: string): Promise<string> {
  return (await docker('inspect', '--format', '{{.State.Status}} {{.State.ExitCode}}', container)).output.trim();
}

export const explorerCases: readonly E2eCase[] = [
  onEngine('explorer: a container that is started outside appears, is paused, stopped with a timeout and removed', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await workbench.open('deploy.sh');
    await explorer.open();
    await start(name, '-p', '127.0.0.1::80', '--label', 'com.docker.compose.project=shop');
    await explorer.waitForRow(new RegExp(`^${name}: running`));
    await picture('a container appears');

    await explorer.choose(new RegExp(`^${name}: running`), 'Pause');
    await explorer.waitForRow(new RegExp(`^${name}: paused`));
    assert.equal(await stateOf(name), 'paused 0');
    await explorer.choose(new RegExp(`^${name}: paused`), 'Unpause');
    await explorer.waitForRow(new RegExp(`^${name}: running`));

    await explorer.choose(new RegExp(`^${name}: running`), 'Stop with Timeout…');
    await workbench.answer('3');
    await explorer.waitForRow(new RegExp(`^${name}: exited \\(0, done\\)`));
    assert.equal(await stateOf(name), 'exited 0');

    await explorer.choose(new RegExp(`^${name}: exited`), 'Remove…');
    await workbench.confirm('Remove', async () => picture('removal is confirmed'));
    await explorer.row(new RegExp(`^${name}: `)).waitFor({ state: 'detached' });
    assert.match(await stateOf(name), /No such object/);
  }),
  onEngine('explorer: secrets are masked, and the row of a container tells its ports, mounts and processes', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name, '-e', 'DB_PASSWORD=geheim', '-e', 'MODE=prod', '-p', '127.0.0.1:0:80', '--mount', 'type=tmpfs,dst=/scratch');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.expand(new RegExp(`^${name}: running`));
    await explorer.expand(/^Environment/);
    await explorer.waitForRow(/^DB_PASSWORD, ••••••/);
    await explorer.waitForRow(/^MODE, prod/);
    await explorer.expand(/^Processes/);
    await explorer.waitForRow(/^sh -c .*pid \d+, user/);
    await explorer.expand(/^Ports/);
    await explorer.waitForRow(/^127\.0\.0\.1:\d+→80, http:\/\/127\.0\.0\.1:\d+\//);
    await picture('below a container');
    assert.equal((await workbench.page.locator('.part.sidebar').innerText()).includes('geheim'), false);
  }),
  onEngine('explorer: the log of a container is followed in a terminal, and a shell opens beside it', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name);
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Show Logs');
    const terminal = workbench.page.locator('.terminal-wrapper.active .xterm-rows');
    await docker('exec', name, 'sh', '-c', 'echo a line for the log > /proc/1/fd/1');
    await terminal.getByText('a line for the log').waitFor();
    await picture('the log');
    await docker('restart', '-t', '1', name);
    await terminal.getByText(`${name} starts again`).waitFor();

    await explorer.choose(new RegExp(`^${name}: running`), 'Open Shell');
    await terminal.getByText('#').first().waitFor();
    await workbench.page.keyboard.type('echo $((6 * 7)); exit 3\n');
    await terminal.getByText('42', { exact: true }).waitFor();
    await terminal.getByText('Ended with exit code 3').waitFor();
    await picture('a shell');
  }),
  onEngine('explorer: a container is inspected with its secrets masked, and its fields explained', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name, '-e', 'DB_PASSWORD=geheim');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Inspect');
    await workbench.page.locator('.tab.active', { hasText: `${name}.inspect.json` }).waitFor();
    assert.match(await workbench.hover('"OOMKilled"'), /The kernel killed a process because the memory limit was reached/);
    await picture('an inspection');
    assert.equal((await workbench.page.locator('.editor-instance').innerText()).includes('geheim'), false);
    await docker('pause', name);
    await workbench.until('the state of now', async () => (await workbench.boxOf('"Status": "paused"')) && true);
  }),
  onEngine('explorer: a file is copied out of a container, and another edited in place with its owner and mode kept', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name);
    await docker('exec', name, 'sh', '-c', 'mkdir -p /srv/site && echo hello > /srv/site/note.txt && chmod 640 /srv/site/note.txt && chown 12:34 /srv/site/note.txt && head -c 3000 /bin/busybox > /srv/bytes.bin');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Files', 'Copy from Container…');
    await workbench.answerThenDialog('A file or folder of the container', '/srv/bytes.bin', `${workbench.folder}/`, 'Copy Here');
    await workbench.page.locator('.notification-toast', { hasText: `Copied 1 file, 2.9 KiB, from ${name}` }).waitFor();
    await picture('copied from a container');
    await docker('cp', `${name}:/srv/bytes.bin`, path.join(workbench.folder, 'by-cli.bin'));
    assert.deepEqual(readFileSync(path.join(workbench.folder, 'bytes.bin')), readFileSync(path.join(workbench.folder, 'by-cli.bin')));

    await explorer.choose(new RegExp(`^${name}: running`), 'Browse Files');
    await explorer.expand(/^srv, folder$/);
    await explorer.expand(/^site, folder$/);
    await (await explorer.waitForRow(/^note\.txt$/)).click();
    await workbench.page.locator('.tab.active', { hasText: 'note.txt' }).waitFor();
    await workbench.until('the content', async () => (await workbench.boxOf('hello')) && true);
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type('Say ');
    await workbench.save();
    await picture('a file of a container');
    assert.equal((await docker('exec', name, 'cat', '/srv/site/note.txt')).output, 'Say hello\n');
    assert.match((await docker('exec', name, 'ls', '-ln', '/srv/site/note.txt')).output, /^-rw-r----- +1 12 +34 +10 /);

    await explorer.drop(/^srv, folder$/, 'dropped.txt', 'from the desktop', explorer.row(/^dropped\.txt$/));
    await explorer.choose(/^dropped\.txt$/, 'Rename…');
    await workbench.answer('renamed.txt');
    await explorer.waitForRow(/^renamed\.txt$/);
    assert.equal((await docker('exec', name, 'cat', '/srv/renamed.txt')).output, 'from the desktop');
    await explorer.choose(/^renamed\.txt$/, 'Delete…');
    await workbench.confirm('Delete');
    await explorer.row(/^renamed\.txt$/).waitFor({ state: 'detached' });
    assert.match((await docker('exec', name, 'ls', '/srv')).output, /^bytes\.bin\s+site\s*$/);

    await docker('rm', '-f', name);
    await workbench.runCommand('Containers: Refresh Container Files');
    await explorer.waitForRow(/^The container is gone/);
  }),
  onEngine('explorer: a file that is dropped on a container is copied into the folder that the user names', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name);
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.drop(new RegExp(`^${name}: running`), 'dropped.txt', 'from the desktop', workbench.page.locator('.quick-input-widget input[type=text]'));
    await workbench.answer('/bin');
    await workbench.page.locator('.notification-toast', { hasText: `Copied 1 file, 16 B, into ${name} at /bin` }).waitFor();
    await picture('dropped on a container');
    assert.equal((await docker('exec', name, 'cat', '/bin/dropped.txt')).output, 'from the desktop');
  }),
  onEngine('explorer: rows are dragged: from a container into the editor and to another folder, from the editor onto a container', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    await start(name);
    await docker('exec', name, 'sh', '-c', 'mkdir -p /srv && echo dragged out > /srv/note.txt');
    await workbench.open('deploy.sh');
    await explorer.open();
    await explorer.choose(new RegExp(`^${name}: running`), 'Browse Files');
    await explorer.expand(/^srv, folder$/);
    const { page } = workbench;
    await workbench.drag(await explorer.waitForRow(/^note\.txt$/), page.locator('.editor-group-container'), page.locator('#monaco-workbench-editor-drop-overlay'));
    await page.locator('.tab.active', { hasText: 'note.txt' }).waitFor();
    await workbench.until('the content', async () => (await workbench.boxOf('dragged out')) && true);
    await picture('a file dragged into the editor');

    await workbench.drag(await explorer.waitForRow(/^note\.txt$/), await explorer.waitForRow(/^etc, folder$/), page.locator('.drop-target'));
    await workbench.confirm('Move', () => picture('a file dragged to another folder of its container'));
    await workbench.until('the move', async () => ((await docker('exec', name, 'cat', '/etc/note.txt')).output === 'dragged out\n' ? true : undefined));
    await explorer.row(/^note\.txt$/).waitFor({ state: 'detached' });

    const container = explorer.row(new RegExp(`^${name}: running`));
    await page.locator('.activitybar').getByRole('tab', { name: /^Explorer/ }).click();
    const file = page.locator('.explorer-folders-view').getByRole('treeitem', { name: 'deploy.sh' });
    await workbench.drag(file, container, page.locator('.drop-target'), { over: page.locator('.activitybar').getByRole('tab', { name: 'Containers', exact: true }), until: container });
    await workbench.answer('/bin');
    await page.locator('.notification-toast', { hasText: `into ${name} at /bin` }).waitFor();
    await picture('a row of the editor dropped on a container');
    assert.equal((await docker('exec', name, 'cat', '/bin/deploy.sh')).output, workbench.fileText('deploy.sh'));
  }),
  onEngine('explorer: containers that the view shows are completed in a script', async ({ workbench, picture }, explorer, start) => {
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    writeFileSync(path.join(workbench.folder, 'stop.sh'), '#!/bin/sh\ndocker run -d --name shop-db postgres:16\n\n');
    await start(name);
    await workbench.open('stop.sh');
    await workbench.waitForLanguageServer('docker run');
    await explorer.open();
    await explorer.waitForRow(new RegExp(`^${name}: running`));
    await workbench.page.locator('.monaco-editor').first().click();
    await workbench.moveCursor(3, 1);
    await workbench.page.keyboard.type('docker stop ');
    assert.equal((await workbench.completions(name))[0], 'shop-db');
    await picture('completion of a real container');
    await workbench.page.keyboard.type(name.slice(0, 7));
    await workbench.acceptCompletion(name);
    await workbench.save();
    assert.match(workbench.fileText('stop.sh'), new RegExp(`^docker stop ${name}$`, 'm'));
  }),
  onEngine('explorer: after the view was hidden, the palette offers containers as they are now, and touches none that nobody sees selected', async ({ workbench, picture }, explorer, start) => {
    const [before, after] = [`e2e-${randomUUID().slice(0, 8)}`, `e2e-${randomUUID().slice(0, 8)}`];
    const { page } = workbench;
    await start(before);
    await workbench.open('deploy.sh');
    await explorer.open();
    await (await explorer.waitForRow(new RegExp(`^${before}: running`))).click();
    await page.locator('.activitybar').getByRole('tab', { name: /^Explorer/ }).click();
    await page.locator('.explorer-folders-view').first().waitFor();
    await start(after);
    await workbench.runCommand('Containers: Unpause');
    await page.locator('.notification-toast', { hasText: 'there is no container that is paused' }).waitFor();
    await docker('pause', before);
    await docker('pause', after);
    await workbench.runCommand('Containers: Unpause');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: before }).waitFor();
    await picture('containers as they are now');
    await workbench.quickInput('Home', after, new RegExp(after));
    await workbench.until('the chosen one runs', async () => ((await stateOf(after)) === 'running 0' ? true : undefined));
    assert.equal(await stateOf(before), 'paused 0');
  }),
  onEngine('explorer: the connection explains itself', async ({ workbench, picture }) => {
    await workbench.open('deploy.sh');
    await workbench.runCommand('Containers: Show Engine Connection');
    await workbench.page.locator('.tab.active', { hasText: 'Engine Connection' }).waitFor();
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await page.getByText(/connected to Docker Engine/).waitFor();
    await page.getByText('unix:///var/run/docker.sock').first().waitFor();
    await picture('the connection');
  }),
  {
    name: 'explorer: without an engine the view says what to do',
    async run({ workbench, changeMachineSettings, picture }) {
      changeMachineSettings({ 'gantry.engine.host': 'unix:///nowhere/docker.sock' });
      await workbench.open('deploy.sh');
      const explorer = new ExplorerPage(workbench);
      await explorer.open();
      await workbench.page.locator('.part.sidebar .welcome-view-content', { hasText: 'No engine answers' }).waitFor();
      await picture('no engine');
    },
  },
];
