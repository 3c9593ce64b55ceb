/** Podman's service for clients of the Docker API, with containers and images of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dockerCli, type DockerCli } from '../docker-engine.ts';
import { start, until } from './process.ts';

/** Podman leaves its storage mounted for the next start. */
function unmountAll(folder: string): void {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n').map((line) => line.split(' ')[1] ?? '').filter((mount) => mount.startsWith(`${folder}/`));
  for (const mount of mounts.sort().reverse()) {
    execFileSync('umount', ['-l', mount]);
  }
}

export interface PodmanService {
  readonly socket: string;
  readonly cli: DockerCli;
  stop(): Promise<void>;
}

export async function podmanService(): Promise<PodmanService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-podman-'));
  const socket = path.join(folder, 'podman.sock');
  const configuration = path.join(folder, 'containers.conf');
  // Its usual limits are above what a machine without privileges may grant.
  writeFileSync(configuration, '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]\n');
  const storage = ['--root', path.join(folder, 'storage'), '--runroot', path.join(folder, 'run')];
  // Mounts of its own end with it, and do not keep its folder.
  const service = start('unshare', ['--mount', 'podman', ...storage, 'system', 'service', '--time=0', `unix://${socket}`], { ...process.env, CONTAINERS_CONF: configuration });
  const cli = dockerCli(`unix://${socket}`);
  await until('podman', async () => (await cli('version')).ok, service);
  return {
    socket,
    cli,
    stop: async () => {
      await service.stop();
      unmountAll(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
