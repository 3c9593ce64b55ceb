/** Joins what configuration files say about a document with what its user says, who has the last word. */
import type { ResolvedConfiguration } from '../language/configuration/resolve.ts';
import type { CliVersion } from '../language/docker/cli-facts.ts';
import { newestCli } from '../language/docker/versions.ts';
import type { AnalysisSettings } from '../language/features/snapshot.ts';
import type { HardeningValues } from '../language/hardening/values.ts';
import type { FileProbe } from '../language/rules/rule.ts';
import type { SeveritySetting } from '../language/rules/severities.ts';

/** Settings of an editor, or options of a command line. */
export interface UserSettings {
  /** Absent where the user named none. */
  readonly version?: CliVersion | undefined;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly hardening?: HardeningValues;
}

export function analysisSettings(configuration: ResolvedConfiguration, { version, rules, hardening }: UserSettings, files: FileProbe): AnalysisSettings {
  const { adjustments, options, trustedRegistries, fences, dockerVersion } = configuration;
  return {
    version: version ?? dockerVersion ?? newestCli,
    rules: { ...configuration.rules, ...rules },
    adjustments,
    options,
    trustedRegistries,
    fences,
    files,
    ...(hardening && { hardening }),
  };
}
