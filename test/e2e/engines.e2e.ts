/** Several engines in one window, named by contexts of the docker CLI. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docker, ensureTestImage, testImage } from '../support/docker-engine.ts';
import { podmanService } from '../support/engines/podman-service.ts';
import { sshServer } from '../support/engines/ssh-server.ts';
import { tlsFront } from '../support/engines/tls-front.ts';
import type { E2eCase } from './e2e-case.ts';
import { onEngine } from './on-engine.ts';

export const engineCases: readonly E2eCase[] = [
  onEngine('engines: each context is a root of the tree, also behind TLS, one that does not answer disturbs no other, actions go to their own engine', async ({ workbench, home, changeMachineSettings, picture }, explorer, start) => {
    const [here, there] = [`e2e-${randomUUID().slice(0, 8)}`, `e2e-${randomUUID().slice(0, 8)}`];
    const configuration = path.join(home, '.docker');
    const podman = await podmanService();
    const front = await tlsFront(podman.socket);
    try {
      for (const [context, options] of [['podman', front.contextOptions], ['broken', 'host=unix:///nowhere/docker.sock']] as const) {
        const made = await docker('--config', configuration, 'context', 'create', context, '--docker', options);
        assert.ok(made.ok, made.output);
      }
      await ensureTestImage(podman.cli);
      const ran = await podman.cli('run', '-d', '--name', there, '--network', 'none', testImage, 'sh', '-c', 'trap "exit 0" TERM; while :; do sleep 0.1; done');
      assert.ok(ran.ok, ran.output);
      await start(here);
      await workbench.open('deploy.sh');
      await explorer.open();
      await explorer.waitForRow(new RegExp(`^${here}: running`));
      changeMachineSettings({ 'gantry.engines': 'all' });

      await explorer.expand(/^engine default/);
      await explorer.expand(/^engine podman/);
      await explorer.waitForRow(new RegExp(`^${here}: running`));
      await explorer.waitForRow(new RegExp(`^${there}: running`));
      await explorer.expand(/^engine broken/);
      await explorer.waitForRow(/^engine broken: .*(?:no engine|answers)/i);
      await picture('several engines');

      await explorer.choose(new RegExp(`^${there}: running`), 'Stop');
      await explorer.waitForRow(new RegExp(`^${there}: exited`));
      await explorer.waitForRow(/^engine podman: 0\/1 running/);
      assert.equal((await podman.cli('inspect', '--format', '{{.State.Status}}', there)).output.trim(), 'exited');
      await explorer.waitForRow(new RegExp(`^${here}: running`));
      await picture('several engines, one container stopped');
    } finally {
      rmSync(configuration, { recursive: true, force: true });
      await front.stop();
      await podman.cli('rm', '-f', there);
      await podman.stop();
    }
  }),
  onEngine('engines: one behind ssh is reached by the program that the settings name by now, and what is open outlives a change of the engine', async ({ workbench, home, changeMachineSettings, picture }, explorer, start) => {
    if (!existsSync('/usr/sbin/sshd')) {
      assert.notEqual(process.env['GANTRY_REQUIRE_DOCKER'], '1', 'there is no ssh server to start');
      return;
    }
    const name = `e2e-${randomUUID().slice(0, 8)}`;
    const server = await sshServer();
    const ssh = path.join(home, 'own-ssh');
    writeFileSync(ssh, `#!/bin/sh\nexec ssh ${(server.options.arguments ?? []).join(' ')} "$@"\n`, { mode: 0o755 });
    try {
      await start(name);
      changeMachineSettings({ 'gantry.engine.host': 'ssh://gantry-engine', 'gantry.engine.ssh': '/no/such/ssh' });
      await workbench.open('deploy.sh');
      await explorer.open();
      const { page } = workbench;
      await page.locator('.part.sidebar').getByText(/ssh did not reach the engine/).waitFor();
      changeMachineSettings({ 'gantry.engine.host': 'ssh://gantry-engine', 'gantry.engine.ssh': ssh });
      await explorer.waitForRow(new RegExp(`^${name}: running`));

      await explorer.choose(new RegExp(`^${name}: running`), 'Show Logs');
      await page.locator('.terminal-wrapper.active .xterm-rows').getByText('p pause').waitFor();
      changeMachineSettings({});
      await workbench.until('the engine of the machine', async () => ((await page.locator('.part.sidebar').getByText('ssh://gantry-engine').isVisible()) ? undefined : true));
      await explorer.waitForRow(new RegExp(`^${name}: running`));
      await docker('exec', name, 'sh', '-c', 'echo a late line > /proc/1/fd/1');
      await page.locator('.terminal-wrapper.active .xterm-rows').getByText('a late line').waitFor();
      await picture('a log over ssh');
    } finally {
      await server.stop();
    }
  }),
];
