/**
 * `npm start`: builds everything, shows what the command line says about `examples/`, and opens that folder in VS Code
 * with the extension loaded. `--no-open` stops after the findings; `--yes` answers the question about the download.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { buildAll, projectRoot } from './build.ts';
import { packExtension, vsixPath } from './package.ts';
import { install, isInstalled } from './vscode-server/install.ts';
import { serve } from './vscode-server/serve.ts';

const examples = path.join(projectRoot, 'examples');
const inVsCode = ['code', `--extensionDevelopmentPath=${projectRoot}`, examples] as const;

/** Findings are the point of the examples: the exit code of the linter does not count here. */
function showFindings(): void {
  const linter = path.join(projectRoot, 'dist/gantry.cjs');
  const { status } = spawnSync(process.execPath, [linter, 'lint', 'examples'], { cwd: projectRoot, stdio: 'inherit' });
  if (status === null || status > 1) {
    throw new Error('The linter did not run to its end.');
  }
}

/** Opens VS Code on the desktop; false when it is not installed. */
function openDesktop(): boolean {
  const [program, ...args] = inVsCode;
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  return error === undefined && status === 0;
}

async function mayInstall(yes: boolean): Promise<boolean> {
  if (yes || isInstalled()) {
    return true;
  }
  console.log('There is no `code` on PATH. VS Code can run in your browser instead: that takes 250 MB from npm, 800 MB on');
  console.log('disk in .vscode-server/, and a compiler (Debian: apt-get install build-essential python3).');
  if (!process.stdin.isTTY) {
    console.log('Run `npm start -- --yes` to fetch it.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Fetch it? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function openBrowserWindow(port: number): Promise<void> {
  install();
  await packExtension();
  // The window can run commands as you, so it answers on this machine only, and only to those who know the token.
  const token = randomBytes(24).toString('hex');
  const server = await serve({
    root: path.join(projectRoot, '.vscode-server/start'),
    vsix: vsixPath,
    token,
    port,
    settings: {
      'workbench.startupEditor': 'readme',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'chat.disableAIFeatures': true,
      'telemetry.telemetryLevel': 'off',
      'extensions.ignoreRecommendations': true,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop());
  }
  console.log(`\nOpen ${server.url}/?tkn=${token}&folder=${encodeURIComponent(examples)}\nCtrl+C ends it.`);
  await server.exited;
}

const { values } = parseArgs({
  options: { 'no-open': { type: 'boolean' }, yes: { type: 'boolean', short: 'y' }, port: { type: 'string', default: '8000' } },
});

await buildAll({ release: false });
showFindings();
if (values['no-open'] === true) {
  process.exit();
}
if (openDesktop()) {
  console.log('\nVS Code opens examples/ with Gantry loaded.');
} else if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(`\nTo see the findings in an editor, install VS Code and run: ${inVsCode.join(' ')}`);
} else if (await mayInstall(values.yes === true)) {
  await openBrowserWindow(Number(values.port));
}
