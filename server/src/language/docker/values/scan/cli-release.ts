/** Compares the probed CLI versions with the release in which a spelling appeared. */
import type { CliVersion } from '../../cli-facts.ts';

const releases = new Map<string, readonly [major: number, minor: number]>();

function releaseOf(version: CliVersion): readonly [major: number, minor: number] {
  let release = releases.get(version);
  if (release === undefined) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    release = [major, minor];
    releases.set(version, release);
  }
  return release;
}

/** Whether the version is this release or newer. */
export function atLeast(version: CliVersion, major: number, minor = 0): boolean {
  const [ownMajor, ownMinor] = releaseOf(version);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
