/** What configuration files say, apart from how they are written and where they are found. */
import type { CliVersion } from '../docker/cli-facts.ts';
import type { Fix, RuleOptions } from '../rules/rule.ts';
import type { SeveritySetting, Threshold } from '../rules/severities.ts';
import type { Span } from '../text/span.ts';
import type { PresetName } from './presets.ts';

/** What a file says about one rule. */
export interface RuleSetting {
  readonly severity: SeveritySetting;
  readonly options?: RuleOptions;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Settings for some files only. */
export interface Override {
  /** Globs relative to the folder of the configuration file. */
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** What the file builds on: a preset, or another file. */
export interface Extension {
  readonly preset?: PresetName;
  /** As written. */
  readonly path?: string;
  readonly span: Span;
}

/** Keys of which the last file that has one decides. */
export interface GeneralSettings {
  readonly trustedRegistries?: readonly string[];
  readonly dockerVersion?: CliVersion;
  readonly fences?: readonly string[];
  readonly failOn?: Threshold;
  readonly reportUnusedIgnores?: boolean;
}

/** The content of one file; what it lacks, or what makes no sense in it, is absent. */
export interface FileConfiguration {
  readonly extends: readonly Extension[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  readonly general: GeneralSettings;
}

/** A mistake in a file; the rest of the file applies all the same. */
export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}
