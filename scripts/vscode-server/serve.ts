/** Runs the VS Code server of `.vscode-server/` on the loopback address, with user data and extensions in a folder of their own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProgram } from './install.ts';

export interface ServeOptions {
  /** Everything that VS Code writes goes here. */
  readonly root: string;
  readonly vsix: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Asked of the browser once; without it any local program can open the window. */
  readonly token?: string;
  /** Whether folders can be untrusted, where the settings say so; otherwise all are trusted. */
  readonly asksForTrust?: boolean;
  /** A free one when absent. */
  readonly port?: number;
}

export interface VsCodeServer {
  /** Where the window is served: `http://127.0.0.1:8000`. */
  readonly url: string;
  readonly authority: string;
  /** The user's settings.json, which VS Code watches. */
  readonly settingsPath: string;
  /** The settings.json of the machine, for settings that a user's own must not decide for it. */
  readonly machineSettingsPath: string;
  /** The home of its user, where the docker CLI keeps its contexts. */
  readonly home: string;
  readonly exited: Promise<void>;
  /** Ends the server and what it started: extension hosts and language servers. */
  stop(): Promise<void>;
}

const startLimit = 30_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/version`)).status < 500;
  } catch {
    return false;
  }
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    // The child leads a process group, so that what it started ends with it.
    process.kill(-child.pid, name);
  }
}

/** Installs the extension and starts the server; resolves when the window can be opened. */
export async function serve({ root, vsix, settings, token, asksForTrust = false, port: wanted }: ServeOptions): Promise<VsCodeServer> {
  const inside = (name: string) => path.join(root, name);
  for (const name of ['home', 'tmp', 'data/User', 'data/Machine']) {
    mkdirSync(inside(name), { recursive: true });
  }
  const settingsPath = inside('data/User/settings.json');
  writeFileSync(settingsPath, JSON.stringify(settings, null, 2));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: inside('home'),
    TMPDIR: inside('tmp'),
    XDG_RUNTIME_DIR: inside('tmp'),
    // No marketplace: nothing is looked up, and nothing is offered.
    EXTENSIONS_GALLERY: '{}',
  };
  delete env['NODE_OPTIONS'];
  const folders = ['--user-data-dir', inside('data'), '--extensions-dir', inside('extensions'), '--server-data-dir', inside('server')];
  const { node, script } = serverProgram;
  execFileSync(node, [script, ...folders, '--accept-server-license-terms', '--install-extension', vsix, '--force'], { env, stdio: 'pipe' });

  const port = wanted ?? (await freePort());
  const logPath = inside('server.log');
  const log = openSync(logPath, 'w');
  const access = token === undefined ? ['--without-connection-token'] : ['--connection-token', token];
  const quiet = ['--accept-server-license-terms', '--disable-telemetry', '--telemetry-level', 'off', ...(asksForTrust ? [] : ['--disable-workspace-trust'])];
  const child = spawn(node, [script, ...folders, '--host', '127.0.0.1', '--port', String(port), ...access, ...quiet], {
    env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const stop = async () => {
    signal(child, 'SIGTERM');
    const late = setTimeout(() => {
      signal(child, 'SIGKILL');
    }, 3000);
    await exited;
    clearTimeout(late);
  };
  const authority = `127.0.0.1:${port}`;
  const url = `http://${authority}`;
  for (const end = Date.now() + startLimit; !(await answers(url)); ) {
    await sleep(100);
    if (child.exitCode !== null || Date.now() > end) {
      signal(child, 'SIGKILL');
      throw new Error(`VS Code did not start:\n${readFileSync(logPath, 'utf8')}`);
    }
  }
  return { url, authority, settingsPath, machineSettingsPath: inside('data/Machine/settings.json'), home: inside('home'), exited, stop };
}
