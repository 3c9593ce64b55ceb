/** The engines on which copying is tried: Docker, and Podman's Docker-compatible socket where Podman is installed. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { dockerCli, ensureBusyboxImage, missingEngine } from '../support/docker-engine.ts';

const run = promisify(execFile);
export const image = 'gantry-test/files:1.1';
const applets = ['sh', 'sleep', 'cat', 'ls', 'find', 'stat', 'rm', 'rmdir', 'mv', 'ln', 'mkdir', 'mkfifo', 'dd', 'chmod', 'touch', 'seq'];

/** A tool of this machine; its output. */
export async function tool(command: string, ...args: string[]): Promise<string> {
  return (await run(command, args, { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 })).stdout;
}

export interface TestEngine {
  /** What `DOCKER_HOST` would be for it. */
  readonly host: string;
  readonly engine: Engine;
  /** The docker CLI, pointed at this engine; standard output. Throws when it fails. */
  cli(...args: string[]): Promise<string>;
  /** Creates a container that sleeps, and starts it. */
  start(...options: string[]): Promise<string>;
  /** Creates one that never ran. */
  create(...options: string[]): Promise<string>;
  close(): Promise<void>;
}

export async function engineAt(socket: string, ended: () => Promise<void> = () => Promise.resolve()): Promise<TestEngine> {
  const label = `gantry.test=${randomUUID()}`;
  const host = `unix://${socket}`;
  const engine = await connectEngine({ kind: 'unix', path: socket });
  const cli = (...args: string[]) => tool('docker', '-H', host, ...args);
  await ensureBusyboxImage(dockerCli(host), image, applets);
  const create = async (...options: string[]) => (await cli('create', '--label', label, ...options, image, 'sleep', '1000')).trim();
  return {
    host,
    engine,
    cli,
    create,
    start: async (...options) => {
      const id = await create(...options);
      await cli('start', id);
      return id;
    },
    close: async () => {
      const ids = (await cli('ps', '-aq', '--filter', `label=${label}`)).split('\n').filter((id) => id !== '');
      if (ids.length > 0) {
        await cli('rm', '-f', '-v', ...ids);
      }
      engine.close();
      await ended();
    },
  };
}

export function dockerEngine(): Promise<TestEngine> {
  return engineAt('/var/run/docker.sock');
}

export const noDocker = await missingEngine();

export const noPodman = existsSync('/usr/bin/podman') ? noDocker : 'Podman is not installed';

/** Podman with a store of its own, in a temporary folder. */
export async function podmanEngine(): Promise<TestEngine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-files-podman-'));
  const socket = path.join(folder, 'podman.sock');
  const settings = path.join(folder, 'containers.conf');
  writeFileSync(settings, '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n');
  const service = spawn('podman', ['--storage-driver', 'vfs', '--root', path.join(folder, 'root'), '--runroot', path.join(folder, 'run'), 'system', 'service', '--time=0', `unix://${socket}`], { stdio: 'ignore', env: { ...process.env, CONTAINERS_CONF: settings } });
  while (!existsSync(socket)) {
    await sleep(50);
  }
  return engineAt(socket, async () => {
    const exited = new Promise((resolve) => service.once('exit', resolve));
    service.kill();
    await exited;
    await tool('rm', '-rf', folder);
  });
}
