/** End-to-end cases that need a real engine with containers of their own. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { docker, ensureTestImage, removeLabelled, testImage } from '../support/docker-engine.ts';
import type { E2eCase, E2eContext } from './e2e-case.ts';
import { ExplorerPage } from './explorer-page.ts';

/** Runs the body with containers of its own, which are gone afterwards. */
export function onEngine(name: string, body: (context: E2eContext, explorer: ExplorerPage, start: (name: string, ...flags: string[]) => Promise<void>) => Promise<void>): E2eCase {
  return {
    name,
    needsEngine: true,
    async run(context) {
      const label = `gantry.test=${randomUUID()}`;
      await ensureTestImage();
      try {
        await body(context, new ExplorerPage(context.workbench), async (container, ...flags) => {
          const { ok, output } = await docker('run', '-d', '--name', container, '--label', label, ...flags, testImage, 'sh', '-c', 'trap "exit 0" TERM; while :; do sleep 0.1; done');
          assert.ok(ok, output);
        });
      } finally {
        await removeLabelled(label);
      }
    },
  };
}
