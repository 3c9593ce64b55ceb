/** Reads the size that a flag was given, for rules that compare sizes. */
import { lastUse, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { parseByteSize } from '../docker/values/scan/byte-size.ts';

export interface GivenSize {
  readonly use: FlagUse;
  /** Negative for `-1`, which means no limit. */
  readonly bytes: number;
}

/** The size that counts for the flag: `unknown` until run time, undefined when it is absent, zero or wrong. */
export function givenSize(command: DockerCommand, name: string, version: CliVersion): GivenSize | 'unknown' | undefined {
  const use = lastUse(command, name);
  if (use === undefined) {
    return undefined;
  }
  if (!use.value.literal) {
    return 'unknown';
  }
  const bytes = use.value.text === '-1' ? -1 : parseByteSize(use.value.text, version)?.bytes;
  return bytes === undefined || bytes === 0 || !Number.isSafeInteger(bytes) ? undefined : { use, bytes };
}
