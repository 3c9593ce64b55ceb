/** A Docker Engine of the test's own, in a network of its own, so that it can be stopped, frozen and made a swarm's manager. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dockerCli, type DockerCli } from '../docker-engine.ts';
import { start, until, type Started } from './process.ts';

export interface DockerDaemon {
  readonly socket: string;
  readonly cli: DockerCli;
  /** Of the daemon itself. */
  pid(): number;
  /** Starts it, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it and waits until it is gone; its containers end with it. */
  stop(): Promise<void>;
  /** Stops it and removes all that it wrote. */
  dispose(): Promise<void>;
}

/** Why none can be started here; undefined where one can. Throws where GANTRY_REQUIRE_DOCKER=1 demands one. */
export function missingDaemon(): string | undefined {
  const missing = !existsSync('/usr/sbin/dockerd') || process.getuid?.() !== 0 ? 'there is no dockerd to start, or not as root' : undefined;
  if (missing !== undefined && process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
    throw new Error(missing);
  }
  return missing;
}

/** Not running yet. `flags` are those of dockerd, made of the folder that the engine has for itself. */
export function dockerDaemon(flags: (folder: string) => readonly string[] = () => []): DockerDaemon {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-dockerd-'));
  const inside = (name: string) => path.join(folder, name);
  const socket = inside('docker.sock');
  const cli = dockerCli(`unix://${socket}`);
  let daemon: Started | undefined;
  const stop = async () => {
    await daemon?.stop();
    daemon = undefined;
    rmSync(inside('docker.pid'), { force: true });
  };
  return {
    socket,
    cli,
    pid: () => daemon?.child.pid ?? 0,
    start: async () => {
      const own = ['--host', `unix://${socket}`, '--data-root', inside('data'), '--exec-root', inside('exec'), '--pidfile', inside('docker.pid')];
      // Mounts of its own end with it, even when it is killed. A network namespace begins with a loopback interface that is down.
      daemon = start('unshare', ['--net', '--mount', 'sh', '-c', 'ip link set lo up && exec dockerd "$@"', 'dockerd', ...own, ...flags(folder)]);
      await until('the engine', async () => (await cli('version')).ok, daemon);
    },
    stop,
    dispose: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
