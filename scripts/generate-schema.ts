/**
 * Writes the JSON schemas of configuration files from the rules, presets and keys. `npm run generate` runs it; a test
 * compares its output with the committed files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationKeys } from '../server/src/language/configuration/keys.ts';
import { presetNames, presets } from '../server/src/language/configuration/presets.ts';
import { rules } from '../server/src/language/rules/index.ts';
import type { Rule } from '../server/src/language/rules/rule.ts';
import { severitySettings, thresholds } from '../server/src/language/rules/severities.ts';
import { dockerVersions } from '../shared/settings.ts';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));

type Schema = Readonly<Record<string, unknown>>;

const severity: Schema = { enum: severitySettings };
const words = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });

/** How loud the rule is without a word of the user. */
function proposed({ severity: { script, markdown } }: Rule): string {
  return script === markdown ? script : `${script} in scripts, ${markdown} in Markdown`;
}

function ruleSchema(rule: Rule): Schema {
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, { ...words(option.description), default: option.default }] as const);
  const withOptions: Schema = {
    type: 'array',
    items: [{ $ref: '#/definitions/severity' }, { type: 'object', properties: Object.fromEntries(options), additionalProperties: false }],
    additionalItems: false,
    minItems: 1,
  };
  return { description: `${rule.title} (${proposed(rule)}).`, anyOf: [{ $ref: '#/definitions/severity' }, withOptions] };
}

const keySchemas: Readonly<Record<keyof typeof configurationKeys, Schema>> = {
  $schema: { type: 'string' },
  extends: {
    anyOf: [{ $ref: '#/definitions/extension' }, { type: 'array', items: { $ref: '#/definitions/extension' } }],
  },
  rules: { $ref: '#/definitions/rules' },
  overrides: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        files: { description: 'Globs relative to this file; one that begins with `!` takes files out again.', anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
        rules: { $ref: '#/definitions/rules' },
      },
      required: ['files', 'rules'],
      additionalProperties: false,
    },
  },
  trustedRegistries: { type: 'array', items: { type: 'string' } },
  dockerVersion: { type: 'string', examples: dockerVersions },
  fences: { type: 'array', items: { type: 'string' } },
  failOn: { enum: thresholds },
  reportUnusedIgnores: { type: 'boolean' },
};

/** The schema that judges a configuration file. */
function configurationSchema(): Schema {
  const properties = Object.entries(keySchemas).map(([key, schema]) => [key, { description: configurationKeys[key as keyof typeof configurationKeys], ...schema }] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Gantry',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    definitions: {
      severity,
      rules: { type: 'object', properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])), additionalProperties: false },
      extension: {
        anyOf: [{ enum: presetNames, enumDescriptions: presetNames.map((name) => presets[name].description) }, { type: 'string', pattern: '^\\.\\.?/' }],
      },
    },
  };
}

/** What judges a value, and does not help to write it. */
const judging: ReadonlySet<string> = new Set(['type', 'additionalProperties', 'additionalItems', 'required', 'pattern', 'minItems']);

/**
 * The same for editors in which the language server runs: it completes and explains, and leaves it to the server to judge, so
 * that no mistake is told twice.
 */
function withoutJudgement(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(withoutJudgement);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const kept = Object.entries(schema).filter(([key]) => !judging.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key === 'enum' ? 'examples' : key, withoutJudgement(value)] as const));
}

/** Every file of the folder `schemas` with its text. */
export function generateSchemas(): ReadonlyMap<string, string> {
  const schema = configurationSchema();
  const ofPackage = { properties: { gantry: { description: 'Configuration of Gantry.', $ref: './completion.schema.json' } } };
  const files = { 'gantry.schema.json': schema, 'completion.schema.json': withoutJudgement(schema), 'package.schema.json': ofPackage };
  return new Map(Object.entries(files).map(([name, content]) => [path.join(folder, name), `${JSON.stringify(content, null, 1)}\n`] as const));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of generateSchemas()) {
    writeFileSync(file, text);
  }
}
