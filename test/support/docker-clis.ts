/** The Docker CLIs of this machine, for tests that take them as judges. */
import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';
import { cliVersionFor } from '../../server/src/language/docker/versions.ts';

const run = promisify(execFile);

export interface DockerCli {
  readonly file: string;
  /** As the CLI prints it: `28.2.2`. */
  readonly release: string;
  /** The facts that it is compared with. */
  readonly version: CliVersion;
  /** The newest API that it speaks. */
  readonly api: string;
}

const apiByVersion: Readonly<Record<CliVersion, string>> = { '20.10.24': '1.41', '28.2.2': '1.50', '29.8.0-dev': '1.52' };

/** Majors that the facts were probed on; others lie between two probes and differ from both. */
const probedMajor = (release: string) => /^(?:20\.10|28|29|[3-9]\d)\./.test(release);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The docker on PATH, the one of the distribution, and those that GANTRY_DOCKER_CLIS names; each program once. */
export async function dockerClis(): Promise<DockerCli[]> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.map((folder) => path.join(folder, 'docker')).find(isExecutable);
  const named = (process.env['GANTRY_DOCKER_CLIS'] ?? '').split(path.delimiter).filter((file) => file !== '');
  const files = new Set([onPath ?? '', '/usr/bin/docker', ...named].filter(isExecutable).map((file) => realpathSync(file)));
  const clis: DockerCli[] = [];
  for (const file of files) {
    const { stdout } = await run(file, ['--version'], { timeout: 20_000 });
    const release = /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '';
    const version = cliVersionFor(release);
    if (version === undefined || !probedMajor(release)) {
      console.log(`${file} is a docker ${release}, for which there are no facts: not compared.`);
    } else {
      clis.push({ file, release, version, api: apiByVersion[version] });
    }
  }
  return clis;
}

/** Says why nothing can be compared; an error where GANTRY_REQUIRE_DOCKER=1 demands it. */
export function reportMissingCli(clis: readonly DockerCli[]): string | undefined {
  if (clis.length > 0) {
    return undefined;
  }
  const reason = 'no docker on PATH';
  if (process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
    throw new Error(`${reason}, and GANTRY_REQUIRE_DOCKER=1 demands one`);
  }
  return reason;
}
