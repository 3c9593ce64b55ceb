/**
 * `npm run test:e2e`: packs the extension, installs it into a real VS Code and goes through the cases with Chromium.
 * Ends with `N passed, N failed`. A failed case is tried once more, and says so.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../../scripts/build.ts';
import { packExtension, vsixPath } from '../../scripts/package.ts';
import { install, isFloor } from '../../scripts/vscode-server/install.ts';
import { serve, type VsCodeServer } from '../../scripts/vscode-server/serve.ts';
import type { E2eCase } from './e2e-case.ts';
import { missingEngine } from '../support/docker-engine.ts';
import { commandCases } from './commands.e2e.ts';
import { engineCases } from './engines.e2e.ts';
import { explorerCases } from './explorer.e2e.ts';
import { markdownCases } from './markdown.e2e.ts';
import { observeCases } from './observe.e2e.ts';
import { scriptCases } from './script.e2e.ts';
import { trustCases } from './trust.e2e.ts';
import { patience, Workbench } from './workbench.ts';

const results = path.join(projectRoot, 'test-results/e2e');

/** A window without anything that takes the focus, moves or reaches for the network. */
const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  'git.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  // Text in the page instead of a picture of it.
  'terminal.integrated.gpuAcceleration': 'off',
  'update.mode': 'none',
};

const browserSwitches = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'];

function slug(name: string): string {
  return name.replace(/[^\w]+/g, '-').toLowerCase();
}

/** What the window and its frames show, for whoever reads the output and has no picture. */
async function shownText(page: Page): Promise<string> {
  const texts = page.frames().map(async (frame) => {
    const text = await frame.locator('body').innerText({ timeout: 2_000 }).catch((error: unknown) => `(not to be read: ${String(error).slice(0, 200)})`);
    return text.replace(/\s*\n\s*/g, '\n').slice(0, 3_000);
  });
  return ['shown when it failed:', ...(await Promise.all(texts))].join('\n--- ');
}

async function runOnce(browser: Browser, server: VsCodeServer, root: string, { name, files = {}, settings: ownSettings = {}, run }: E2eCase): Promise<void> {
  const folder = mkdtempSync(path.join(root, 'folder-'));
  cpSync(path.join(projectRoot, 'examples'), folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const windowSettings = { ...settings, ...ownSettings };
  writeFileSync(server.settingsPath, JSON.stringify(windowSettings));
  writeFileSync(server.machineSettingsPath, '{}');
  const context = await browser.newContext({ viewport: { width: 1280, height: 1300 }, locale: 'en-US' });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const picture = async (picked: string) => {
    await page.screenshot({ path: path.join(results, `${slug(picked)}.png`) });
  };
  const changeSettings = (changed: Readonly<Record<string, unknown>>) => {
    writeFileSync(server.settingsPath, JSON.stringify({ ...windowSettings, ...changed }));
  };
  const changeMachineSettings = (changed: Readonly<Record<string, unknown>>) => {
    writeFileSync(server.machineSettingsPath, JSON.stringify(changed));
  };
  try {
    await run({ workbench: new Workbench(page, server, folder), home: server.home, changeSettings, changeMachineSettings, picture });
  } catch (error) {
    await picture(`FAILED ${name}`);
    console.log(await shownText(page));
    throw error;
  } finally {
    await context.close();
  }
}

async function passes(attempt: () => Promise<void>, label: string): Promise<boolean> {
  const started = Date.now();
  try {
    await attempt();
    console.log(`ok      ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${label}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  }
}

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? '';
  const cases = [...scriptCases, ...markdownCases, ...commandCases, ...explorerCases, ...engineCases, ...observeCases, ...trustCases].filter(({ name }) => name.includes(wanted));
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  install();
  await packExtension();
  const root = mkdtempSync(path.join(tmpdir(), 'gantry-e2e-'));
  const noEngine = await missingEngine();
  const reasonToSkip = ({ needsEngine = false, newestOnly }: E2eCase) => (needsEngine ? noEngine : undefined) ?? (isFloor ? newestOnly : undefined);
  const runnable = cases.filter((each) => reasonToSkip(each) === undefined);
  for (const each of cases.filter((one) => !runnable.includes(one))) {
    console.log(`skipped ${each.name}: ${reasonToSkip(each) ?? ''}`);
  }
  const skipped = cases.length - runnable.length;
  let passed = 0;
  try {
    const server = await serve({ root, vsix: vsixPath, settings, asksForTrust: true });
    try {
      const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: browserSwitches });
      for (const each of runnable) {
        const attempt = () => runOnce(browser, server, root, each);
        if ((await passes(attempt, each.name)) || (await passes(attempt, `${each.name} (retried)`))) {
          passed++;
        }
      }
      await browser.close();
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
  const failed = runnable.length - passed;
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  process.exitCode = failed === 0 && runnable.length > 0 ? 0 : 1;
}

await main();
