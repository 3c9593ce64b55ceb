/**
 * Writes what package.json says of settings, commands, menus and views, and the texts of package.nls.json that belong to
 * them, from the settings' defaults, the list of rules and the tables of the explorer. Run it with `npm run generate`; a test compares its output with the committed files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandKeyPrefix, explorerCommand, explorerContributions, explorerSettingProperties, explorerStrings, restrictedSettings, welcomeKeyPrefix } from './explorer-manifest.ts';
import { defaultHardeningValues, hardeningShapes, hardeningValueNames, isNumeric } from '../server/src/language/hardening/values.ts';
import { rules } from '../server/src/language/rules/index.ts';
import { severitySettings } from '../server/src/language/rules/severities.ts';
import { defaultSettings, dockerVersionSettings, settingsSection } from '../shared/settings.ts';

export const manifestPath = fileURLToPath(new URL('../package.json', import.meta.url));
export const stringsPath = fileURLToPath(new URL('../package.nls.json', import.meta.url));

interface Manifest {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations?: readonly string[] } };
  contributes: { configuration: { properties: unknown }; commands: readonly { readonly command: string }[] };
}

const ruleKeyPrefix = 'rule.';
const generatedKeys = [ruleKeyPrefix, commandKeyPrefix, welcomeKeyPrefix];

/** What the actions that harden a command write. */
function hardeningProperties(order: number): Record<string, unknown> {
  return Object.fromEntries(
    hardeningValueNames.map((name) => {
      const value = defaultHardeningValues[name];
      const form = isNumeric(name) ? { type: 'number', exclusiveMinimum: 0, default: Number(value) } : { type: 'string', pattern: hardeningShapes[name].source, default: value };
      return [`${settingsSection}.harden.${name}`, { order, ...form, markdownDescription: `%setting.harden.${name}%` }];
    }),
  );
}

function settingProperties(): Record<string, unknown> {
  const described = (key: string) => ({ markdownDescription: `%setting.${key}%` });
  const onOff = (key: string, value: boolean) => ({ type: 'boolean', default: value, ...described(key) });
  return {
    [`${settingsSection}.enable`]: { order: 1, ...onOff('enable', defaultSettings.enable) },
    [`${settingsSection}.dockerVersion`]: {
      order: 2,
      type: 'string',
      enum: dockerVersionSettings,
      default: defaultSettings.dockerVersion,
      ...described('dockerVersion'),
    },
    [`${settingsSection}.rules`]: {
      order: 3,
      type: 'object',
      default: defaultSettings.rules,
      ...described('rules'),
      additionalProperties: false,
      properties: Object.fromEntries(
        rules.map(({ id }) => [id, { type: 'string', enum: severitySettings, description: `%${ruleKeyPrefix}${id}%` }]),
      ),
    },
    [`${settingsSection}.hover.enable`]: { order: 4, ...onOff('hover.enable', defaultSettings.hover.enable) },
    [`${settingsSection}.completion.enable`]: { order: 5, ...onOff('completion.enable', defaultSettings.completion.enable) },
    ...hardeningProperties(6),
    ...explorerSettingProperties(7),
    [`${settingsSection}.trace.server`]: {
      order: 8,
      scope: 'window',
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      default: 'off',
      ...described('trace.server'),
    },
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The text of package.json with what is generated made anew. */
export function generateManifest(current: string): string {
  const manifest = JSON.parse(current) as Manifest;
  const { commands, ...explorer } = explorerContributions();
  const byHand = manifest.contributes.commands.filter(({ command }) => !explorerCommand.test(command));
  manifest.contributes.configuration.properties = settingProperties();
  Object.assign(manifest.contributes, { commands: [...byHand, ...commands] }, explorer);
  manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings;
  return json(manifest);
}

/** The text of package.nls.json with the texts that the tables hold made anew. */
export function generateStrings(current: string): string {
  const byHand = Object.entries(JSON.parse(current) as Record<string, string>).filter(([key]) => !generatedKeys.some((prefix) => key.startsWith(prefix)));
  const titles = rules.map(({ id, title }) => [`${ruleKeyPrefix}${id}`, title]);
  return json(Object.fromEntries([...byHand, ...Object.entries(explorerStrings()), ...titles]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(manifestPath, generateManifest(readFileSync(manifestPath, 'utf8')));
  writeFileSync(stringsPath, generateStrings(readFileSync(stringsPath, 'utf8')));
}
