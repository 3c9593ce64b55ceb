/** Maps a Docker version that a user names to the probed CLI version whose rules it follows. */
import type { CliVersion } from './cli-facts.ts';
import { cliVersions } from './generated/cli.ts';

/** The newest CLI in the facts; what applies when nothing is configured. */
export const newestCli: CliVersion = cliVersions[2];

/** The probed version that stands for `24.0`, `28.2.2` or `latest`; undefined when the text is no version. */
export function cliVersionFor(text: string): CliVersion | undefined {
  if (text === 'latest') {
    return newestCli;
  }
  const major = Number(/^v?(\d{2})(?:\.\d+){0,2}(?:-[\w.]+)?$/.exec(text)?.[1]);
  if (Number.isNaN(major) || major < 17) {
    return undefined;
  }
  return major < 25 ? cliVersions[0] : major < 29 ? cliVersions[1] : newestCli;
}
