/** Reads the user's settings as an editor sends them: what is malformed keeps its default and is told once. */
import { defaultSettings } from '../../../shared/settings.ts';
import type { CliVersion } from '../language/docker/cli-facts.ts';
import { cliVersionFor } from '../language/docker/versions.ts';
import { defaultHardeningValues, hardeningValueNames, isHardeningValue, type HardeningValues } from '../language/hardening/values.ts';
import { severitySettings, type SeveritySetting } from '../language/rules/severities.ts';

/** The settings as the server uses them. */
export interface ServerSettings {
  readonly enable: boolean;
  /** Absent where the configuration file decides. */
  readonly version: CliVersion | undefined;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly hover: boolean;
  readonly completion: boolean;
  readonly hardening: HardeningValues;
}

export const defaultServerSettings: ServerSettings = {
  enable: defaultSettings.enable,
  version: undefined,
  rules: {},
  hover: defaultSettings.hover.enable,
  completion: defaultSettings.completion.enable,
  hardening: defaultHardeningValues,
};

/** Takes note of a value that cannot be used. */
export type Complain = (message: string) => void;

type Fields = Readonly<Record<string, unknown>>;

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}

function fieldsOf(value: unknown, name: string, complain: Complain): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value));
  }
  if (value !== undefined && value !== null) {
    complain(`${name} is ${shown(value)} instead of an object; its defaults apply.`);
  }
  return {};
}

function flagOf(value: unknown, name: string, fallback: boolean, complain: Complain): boolean {
  if (typeof value === 'boolean') {
    return value;
  }
  if (value !== undefined && value !== null) {
    complain(`${name} is ${shown(value)} instead of true or false; ${String(fallback)} applies.`);
  }
  return fallback;
}

function versionOf(value: unknown, complain: Complain): CliVersion | undefined {
  const version = typeof value === 'string' ? cliVersionFor(value) : undefined;
  if (version === undefined && value !== undefined && value !== null && value !== defaultSettings.dockerVersion) {
    complain(`gantry.dockerVersion is ${shown(value)} instead of a version such as "24.0", "latest" or "auto"; "auto" applies.`);
  }
  return version;
}

function rulesOf(value: unknown, knownRules: ReadonlySet<string>, complain: Complain): ServerSettings['rules'] {
  const severities = Object.entries(fieldsOf(value, 'gantry.rules', complain)).flatMap(([id, setting]) => {
    const severity = severitySettings.find((known) => known === setting);
    if (severity === undefined) {
      complain(`gantry.rules: ${shown(id)} is ${shown(setting)} instead of ${severitySettings.join(', ')}; the rule's own severity applies.`);
    } else if (!knownRules.has(id)) {
      complain(`gantry.rules: there is no rule ${shown(id)}.`);
    }
    return severity === undefined ? [] : [[id, severity] as const];
  });
  return Object.fromEntries(severities);
}

function hardeningOf(value: unknown, complain: Complain): HardeningValues {
  const fields = fieldsOf(value, 'gantry.harden', complain);
  const given = hardeningValueNames.flatMap((name) => {
    const field = fields[name];
    const text = typeof field === 'number' || typeof field === 'string' ? String(field) : undefined;
    if (text !== undefined && isHardeningValue(name, text)) {
      return [[name, text] as const];
    }
    if (field !== undefined && field !== null) {
      complain(`gantry.harden.${name} is ${shown(field)}, which cannot be written into a command; ${defaultHardeningValues[name]} applies.`);
    }
    return [];
  });
  return { ...defaultHardeningValues, ...Object.fromEntries(given) };
}

/** The section `gantry`, as far as it makes sense. Total. */
export function readSettings(section: unknown, knownRules: ReadonlySet<string>, complain: Complain): ServerSettings {
  const fields = fieldsOf(section, 'gantry', complain);
  const nested = (name: string) => fieldsOf(fields[name], `gantry.${name}`, complain)['enable'];
  return {
    enable: flagOf(fields['enable'], 'gantry.enable', defaultSettings.enable, complain),
    version: versionOf(fields['dockerVersion'], complain),
    rules: rulesOf(fields['rules'], knownRules, complain),
    hover: flagOf(nested('hover'), 'gantry.hover.enable', defaultSettings.hover.enable, complain),
    completion: flagOf(nested('completion'), 'gantry.completion.enable', defaultSettings.completion.enable, complain),
    hardening: hardeningOf(fields['harden'], complain),
  };
}
