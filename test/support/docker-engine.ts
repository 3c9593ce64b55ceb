/** A real Docker engine for tests: whether one answers, an image to run, and removal of all that a test made. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Static busybox, of which the test image is made. */
const busybox = '/bin/busybox';
export const testImage = 'gantry-test/busybox:1.1';
const applets = ['sh', 'sleep', 'cat', 'echo', 'ls', 'env', 'true', 'ps', 'dd', 'seq', 'stty', 'kill', 'touch', 'id', 'head', 'tail'];

export interface DockerResult {
  readonly ok: boolean;
  /** Standard output and error together. */
  readonly output: string;
}

/** Runs a docker command line; a refusal is an answer, not an exception. */
export type DockerCli = (...args: string[]) => Promise<DockerResult>;

/** The docker on PATH, talking to the engine at `host`, or to its own where none is named. */
export function dockerCli(host?: string): DockerCli {
  const env = host === undefined ? process.env : { ...process.env, DOCKER_HOST: host, DOCKER_CONTEXT: undefined };
  return async (...args) => {
    try {
      const { stdout, stderr } = await run('docker', args, { timeout: 60_000, env });
      return { ok: true, output: stdout + stderr };
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return { ok: false, output: stdout + stderr };
    }
  };
}

export const docker = dockerCli();

/** Why no engine test can run here; undefined when an engine answers. Throws where GANTRY_REQUIRE_DOCKER=1 demands one. */
export async function missingEngine(): Promise<string | undefined> {
  const version = await docker('version', '--format', '{{.Server.Version}}');
  const reason = !version.ok ? 'no Docker engine answers' : existsSync(busybox) ? undefined : 'static busybox is not installed';
  if (reason !== undefined && process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
    throw new Error(`${reason}: ${version.output}`);
  }
  return reason;
}

/** Makes an image of the files that `fill` puts into a folder, unless it is there. */
async function ensureImage(cli: DockerCli, name: string, flags: readonly string[], fill: (root: string) => void): Promise<void> {
  if ((await cli('image', 'inspect', name)).ok) {
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-image-'));
  try {
    const root = path.join(folder, 'root');
    mkdirSync(root);
    fill(root);
    await run('tar', ['-C', root, '-cf', path.join(folder, 'image.tar'), '.']);
    const imported = await cli('import', ...flags, path.join(folder, 'image.tar'), name);
    if (!imported.ok) {
      throw new Error(imported.output);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes an image of busybox with these of its programs, unless it is there. */
export async function ensureBusyboxImage(cli: DockerCli, name: string, programs: readonly string[], flags: readonly string[] = []): Promise<void> {
  await ensureImage(cli, name, flags, (root) => {
    mkdirSync(path.join(root, 'bin'));
    cpSync(busybox, path.join(root, 'bin', 'busybox'));
    programs.forEach((program) => {
      symlinkSync('busybox', path.join(root, 'bin', program));
    });
  });
}

/** Makes the test image unless it is there. */
export async function ensureTestImage(cli: DockerCli = docker): Promise<void> {
  await ensureBusyboxImage(cli, testImage, applets, ['--change', 'CMD ["sh"]']);
}

/** An image with one program, `/sleep`. */
export const shellLessImage = 'gantry-test/shell-less:1.0';

export async function ensureShellLessImage(cli: DockerCli = docker): Promise<void> {
  await ensureImage(cli, shellLessImage, [], (root) => cpSync(busybox, path.join(root, 'sleep')));
}

/** Removes the containers that carry the label. */
export async function removeLabelled(label: string, cli: DockerCli = docker): Promise<void> {
  const { output } = await cli('ps', '-aq', '--filter', `label=${label}`);
  const ids = output.split('\n').filter((id) => id !== '');
  if (ids.length > 0) {
    await cli('rm', '-f', '-v', ...ids);
  }
}

/** Removes the images that carry the label: those made of such containers do, also when a later one has taken their name. */
export async function removeLabelledImages(label: string): Promise<void> {
  const { output } = await docker('images', '-aq', '--no-trunc', '--filter', `label=${label}`);
  const ids = [...new Set(output.split('\n').filter((id) => id !== ''))];
  if (ids.length > 0) {
    await docker('rmi', '-f', ...ids);
  }
}
