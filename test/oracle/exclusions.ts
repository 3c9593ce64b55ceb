/** Command lines on which Gantry and the CLI are known to differ, each for a reason that is not Gantry's to mend. */
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';

export interface Exclusion {
  /** The words after `docker`, joined by blanks. */
  readonly line: string;
  /** The only version that differs; all when absent. */
  readonly version?: CliVersion;
  readonly why: string;
}

export const exclusions: readonly Exclusion[] = [
  { line: 'create --mac-address=0242ac110007 img', version: '29.8.0-dev', why: 'the Go that it was built with decides: from 1.27 on it takes bytes without signs between them' },
  { line: 'stats --no-stream --format={{.Name', version: '29.8.0-dev', why: 'this CLI reads the template when there is something to print, and the stand-in engine runs nothing' },
  { line: 'create --cidfile=no-such-folder/cid img', why: 'whether the folder is there is not in the text' },
  { line: 'create --link db --network host img', version: '20.10.24', why: 'this CLI refuses what newer ones leave to the engine, so it is reported as a refusal of the engine' },
];

export function isExcluded(argv: readonly string[], version: CliVersion): boolean {
  const line = argv.join(' ');
  return exclusions.some((entry) => entry.line === line && (entry.version === undefined || entry.version === version));
}
