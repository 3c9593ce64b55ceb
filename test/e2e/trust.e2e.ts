/** Restricted Mode: what a workspace may not decide before its user trusts it, and what works all the same. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import type { E2eCase } from './e2e-case.ts';
import { onEngine } from './on-engine.ts';

/** What the workspace names as its engine, to learn who calls there. */
class Trap {
  readonly socket: string;
  calls = 0;
  readonly #server: Server;

  constructor(folder: string) {
    this.socket = path.join(folder, 'engine.sock');
    this.#server = createServer((connection) => {
      this.calls++;
      connection.destroy();
    }).listen(this.socket);
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export const trustCases: readonly E2eCase[] = [
  {
    ...onEngine('trust: before it is given, the workspace decides neither what is judged nor whom Gantry talks to; afterwards it does', async ({ workbench, picture }, explorer, start) => {
      const name = `e2e-${randomUUID().slice(0, 8)}`;
      const trap = new Trap(workbench.folder);
      const settings = { 'gantry.engine.host': `unix://${trap.socket}`, 'gantry.containers.statusBar': 'always', 'gantry.rules': { 'deprecated-stop-time': 'off' } };
      mkdirSync(path.join(workbench.folder, '.vscode'));
      writeFileSync(path.join(workbench.folder, '.vscode/settings.json'), JSON.stringify(settings));
      const reports = async (flag: string) => (await workbench.problems()).some((label) => label.includes(flag));
      try {
        await workbench.open('run.sh');
        await workbench.page.locator('#status\\.workspaceTrust', { hasText: 'Restricted Mode' }).waitFor();
        // Its configuration file would switch this one off; its settings may be as loud or as quiet as they like.
        await workbench.until('a finding', async () => ((await reports('--memroy')) ? true : undefined));
        assert.equal(await reports('--time'), false);
        const box = await workbench.until('the flag in view', () => workbench.boxOf('--memroy'));
        await workbench.until('an underline below the flag', async () =>
          (await workbench.squiggles('error')).some(({ left, right }) => Math.abs(left - box.left) < 2 && Math.abs(right - box.right) < 2) ? true : undefined,
        );
        assert.match(await workbench.hover('--restart always'), /unless-stopped/);
        await workbench.leaveHover();

        await start(name);
        const counted = workbench.page.locator('.statusbar-item', { hasText: /^\s*\d+\/\d+\s*$/ });
        assert.equal(await counted.count(), 0);
        await explorer.open();
        await counted.waitFor();
        await explorer.waitForRow(new RegExp(`^${name}: running`));
        await explorer.choose(new RegExp(`^${name}: running`), 'Pause');
        await explorer.waitForRow(new RegExp(`^${name}: paused`));
        await picture('restricted mode');
        assert.equal(trap.calls, 0);

        await workbench.runCommand('Workspaces: Manage Workspace Trust');
        await workbench.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
        await workbench.page.locator('#status\\.workspaceTrust').waitFor({ state: 'detached' });
        await workbench.until('a call at the engine of the workspace', () => Promise.resolve(trap.calls > 0 ? true : undefined));
        await explorer.row(new RegExp(`^${name}: `)).waitFor({ state: 'detached' });
        await workbench.until('the configuration file read', async () => ((await reports('--memroy')) ? undefined : true));
        await picture('trust given');
      } finally {
        await trap.close();
      }
    }),
    files: {
      'run.sh': '#!/bin/sh\ndocker stop --time 30 web\ndocker run -d --memroy 1g --restart always nginx:1.27\n',
      '.gantry.json': '{ "rules": { "unknown-flag": "off" } }\n',
    },
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
  },
];
