/** The settings of Gantry, named and defaulted in one place for the manifest, the client and the language server. */

/** The configuration section: `gantry.enable`, `gantry.rules` … */
export const settingsSection = 'gantry';

/** The Docker CLI whose flags and values apply, by release line. */
export const dockerVersions = ['latest', '29.0', '28.0', '27.0', '26.0', '25.0', '24.0', '23.0', '20.10'] as const;

/** What `gantry.dockerVersion` may say: a version, or that the configuration file decides. */
export const dockerVersionSettings = ['auto', ...dockerVersions] as const;

export type DockerVersionSetting = (typeof dockerVersionSettings)[number];

/** The section as VS Code and other editors send it. */
export interface Settings {
  /** Off: no hover, no completion, no findings. */
  readonly enable: boolean;
  readonly dockerVersion: DockerVersionSetting;
  /** Severities by rule id; a rule that is absent keeps its own. */
  readonly rules: Readonly<Record<string, string>>;
  readonly hover: { readonly enable: boolean };
  readonly completion: { readonly enable: boolean };
}

export const defaultSettings: Settings = {
  enable: true,
  dockerVersion: 'auto',
  rules: {},
  hover: { enable: true },
  completion: { enable: true },
};
