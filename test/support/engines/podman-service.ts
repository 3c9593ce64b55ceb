/** Podman's service for clients of the Docker API, with containers and images of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** The processes that work in the folder, and their programs. */
function processesIn(folder: string): { readonly pid: number; readonly program: string }[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      const line = commandLine(entry);
      return line.includes(`${folder}/`) ? [{ pid: Number(entry), program: path.basename(line.split('\0', 1)[0] ?? '') }] : [];
    });
}

/**
 * Waits for what Podman has left behind: programs that tidy up after a container would write to the folder while it is removed.
 * The monitors of ended commands start them minutes later, so these are ended.
 */
async function leave(folder: string): Promise<void> {
  await until('the end of what Podman left behind', () => {
    const left = processesIn(folder);
    for (const { pid } of left.filter(({ program }) => program === 'conmon')) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
    return left.length === 0;
  });
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
      await leave(folder);
      unmountAll(folder);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
