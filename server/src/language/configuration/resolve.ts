/** Puts together what a chain of configuration files says about one document. */
import type { CliVersion } from '../docker/cli-facts.ts';
import type { RuleOptions } from '../rules/rule.ts';
import type { SeveritySetting, Threshold } from '../rules/severities.ts';
import type { Adjustment } from '../rules/decide-severity.ts';
import type { FileConfiguration, GeneralSettings, RuleSettings } from './configuration.ts';
import { globMatcher } from './globs.ts';
import { adjustmentsOf, type PresetName } from './presets.ts';

/** One step of a chain, in the order in which later ones win. */
type Step =
  | { readonly kind: 'preset'; readonly name: PresetName }
  | { readonly kind: 'rules'; readonly rules: RuleSettings }
  | { readonly kind: 'override'; readonly rules: RuleSettings; readonly matches: (path: string) => boolean };

/** What applies to one document. */
export interface ResolvedConfiguration {
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly adjustments: Readonly<Record<string, Adjustment>>;
  readonly options: Readonly<Record<string, RuleOptions>>;
  readonly trustedRegistries: readonly string[];
  readonly fences: readonly string[];
  /** Absent where no file says so. */
  readonly dockerVersion?: CliVersion;
  readonly failOn?: Threshold;
}

export const noConfiguration: ResolvedConfiguration = { rules: {}, adjustments: {}, options: {}, trustedRegistries: [], fences: [] };

/** A path below the folder; undefined for any other. */
function below(folder: string, path: string): string | undefined {
  const [base, whole] = [folder, path].map((one) => one.replaceAll('\\', '/'));
  const prefix = base === undefined || base.endsWith('/') ? (base ?? '') : `${base}/`;
  return whole?.startsWith(prefix) === true ? whole.slice(prefix.length) : undefined;
}

/** The settings of a chain of files. The same documents get the same object, so that what was made for one serves the next. */
export class Configuration {
  readonly #steps: Step[] = [];
  #general: GeneralSettings = {};
  readonly #resolved = new Map<string, ResolvedConfiguration>();

  addPreset(name: PresetName): void {
    this.#steps.push({ kind: 'preset', name });
  }

  /** Adds what a file in the folder says itself; what it extends comes before. */
  addFile(folder: string, { rules, overrides, general }: FileConfiguration): void {
    this.#general = { ...this.#general, ...general };
    this.#steps.push({ kind: 'rules', rules });
    for (const { files, rules: own } of overrides) {
      const matcher = globMatcher(files);
      const matches = (path: string): boolean => {
        const relative = below(folder, path);
        return relative !== undefined && matcher(relative);
      };
      this.#steps.push({ kind: 'override', rules: own, matches });
    }
  }

  /** What applies to the document at the absolute path. */
  for(path: string): ResolvedConfiguration {
    const steps = this.#steps.filter((step) => step.kind !== 'override' || step.matches(path));
    const key = this.#steps.map((step) => (steps.includes(step) ? '+' : '-')).join('');
    const known = this.#resolved.get(key);
    const resolved = known ?? combine(steps, this.#general);
    this.#resolved.set(key, resolved);
    return resolved;
  }
}

function combine(steps: readonly Step[], { trustedRegistries = [], fences = [], dockerVersion, failOn, reportUnusedIgnores }: GeneralSettings): ResolvedConfiguration {
  const rules = new Map<string, SeveritySetting>();
  const options = new Map<string, RuleOptions>();
  const adjustments = new Map<string, Adjustment>();
  for (const step of steps) {
    if (step.kind === 'preset') {
      for (const [id, adjustment] of adjustmentsOf(step.name)) {
        rules.delete(id);
        adjustments.set(id, adjustment);
      }
      continue;
    }
    for (const [id, setting] of step.rules) {
      rules.set(id, setting.severity);
      // Who changes the severity alone means no other options.
      options.set(id, { ...options.get(id), ...setting.options });
    }
  }
  if (reportUnusedIgnores !== undefined && !rules.has('unused-ignore')) {
    rules.set('unused-ignore', reportUnusedIgnores ? 'warning' : 'off');
  }
  return {
    rules: Object.fromEntries(rules),
    adjustments: Object.fromEntries(adjustments),
    options: Object.fromEntries([...options].filter(([, values]) => Object.keys(values).length > 0)),
    trustedRegistries,
    fences,
    ...(dockerVersion === undefined ? {} : { dockerVersion }),
    ...(failOn === undefined ? {} : { failOn }),
  };
}
