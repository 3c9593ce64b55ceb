/** The tools that are measured beside ours, where they are installed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServerCommand } from './language-server-client.ts';

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

export const gantryServer: ServerCommand = {
  name: 'gantry',
  command: process.execPath,
  args: [fileURLToPath(new URL('../../dist/server.cjs', import.meta.url)), '--stdio'],
  settings: null,
};

export const gantryCli = fileURLToPath(new URL('../../dist/gantry.cjs', import.meta.url));

function bashLanguageServer(name: string, shellcheckPath: string): ServerCommand {
  return {
    name,
    command: 'bash-language-server',
    args: ['start'],
    settings: { shellcheckPath, globPattern: '**/*@(.none)', backgroundAnalysisMaxFiles: 0, explainshellEndpoint: '', shfmt: { path: '' } },
  };
}

/** bash-language-server with and without shellcheck, as far as they are on PATH. */
export function peerServers(): ServerCommand[] {
  if (!isInstalled('bash-language-server')) {
    return [];
  }
  const alone = bashLanguageServer('bash-language-server', '');
  return isInstalled('shellcheck') ? [bashLanguageServer('bash-language-server + shellcheck', 'shellcheck'), alone] : [alone];
}
