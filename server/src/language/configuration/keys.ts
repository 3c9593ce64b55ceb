/** The keys of a configuration file, each with the line that completion and the documentation say about it. */
export const configurationKeys = {
  $schema: 'The address of the schema that completes this file.',
  extends: 'Presets, and paths of other configuration files beginning with `./`, that this file builds on. A later one wins over an earlier one, and this file over all.',
  rules: 'How loud rules are, by id: `off`, `hint`, `info`, `warning`, `error`, or a list of a severity and the options of the rule.',
  overrides: 'Rules for some files only. Globs are relative to this file; a later override wins over an earlier one.',
  trustedRegistries: 'Registries that images may come from: `ghcr.io`, `docker.io/library`, `*.example.com`. The rule `untrusted-registry` reports all others.',
  dockerVersion: 'The oldest Docker CLI that the commands have to run on, such as `24.0`.',
  fences: 'Names of code blocks in Markdown that hold shell commands, beside the usual ones.',
  failOn: 'The severity from which on `gantry lint` exits with 1, or `never`.',
  reportUnusedIgnores: 'Report comments that switch off what was silent anyway.',
} as const;

export type ConfigurationKey = keyof typeof configurationKeys;
