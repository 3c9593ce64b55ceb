/** The settings of Gantry, named and defaulted in one place for the manifest, the client and the language server. */

/** The configuration section: `gantry.enable`, `gantry.rules` … */
export const settingsSection = 'gantry';

/** The Docker CLI whose flags and values apply, and the release whose facts stand for it. Newest first. */
export const dockerVersions = {
  latest: '29.8.0-dev',
  '28.2': '28.2.2',
  '20.10': '20.10.24',
} as const;

export type DockerVersion = keyof typeof dockerVersions;

/** What `gantry.rules` may say about a rule, quietest first. */
export const severitySettings = ['off', 'hint', 'info', 'warning', 'error'] as const;

export type RuleSeveritySetting = (typeof severitySettings)[number];

/** The section as VS Code and other editors send it. */
export interface Settings {
  /** Off: no hover, no completion, no findings. */
  readonly enable: boolean;
  readonly dockerVersion: DockerVersion;
  /** Severities by rule id; a rule that is absent keeps its own. */
  readonly rules: Readonly<Record<string, RuleSeveritySetting>>;
  readonly hover: { readonly enable: boolean };
  readonly completion: { readonly enable: boolean };
}

export const defaultSettings: Settings = {
  enable: true,
  dockerVersion: 'latest',
  rules: {},
  hover: { enable: true },
  completion: { enable: true },
};
