/** Compares the probed CLI versions with the release in which a spelling appeared. */
import type { CliVersion } from '../../cli-facts.ts';

/** Whether the version is this release or newer. */
export function atLeast(version: CliVersion, major: number, minor = 0): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
