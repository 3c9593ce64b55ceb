/** The schemas of configuration files: up to date, of one mind with the reader, and helpful where they do not judge. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { projectRoot } from '../../scripts/build.ts';
import { generateSchemas } from '../../scripts/generate-schema.ts';
import { configurationKeys } from '../../server/src/language/configuration/keys.ts';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';

const folder = path.join(projectRoot, 'schemas');

function schemaIn(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>;
}

const ajv = new Ajv({ strict: false });
const judge = ajv.compile(schemaIn('gantry.schema.json'));
const complete = ajv.compile(schemaIn('completion.schema.json'));

void describe('the schemas of configuration files', () => {
  void it('are those of `npm run generate`', () => {
    const generated = generateSchemas();
    assert.deepEqual(readdirSync(folder).map((name) => path.join(folder, name)).sort(), [...generated.keys()].sort());
    for (const [file, text] of generated) {
      assert.equal(readFileSync(file, 'utf8'), text);
    }
  });

  const good: readonly unknown[] = [
    {},
    { $schema: 'x', extends: 'strict' },
    { extends: ['recommended', './base.json'], rules: { 'unknown-flag': 'off', 'image-mutable-tag': ['info', { tags: ['edge'] }] } },
    { overrides: [{ files: 'docs/**', rules: { 'unknown-flag': ['hint'] } }] },
    { trustedRegistries: ['ghcr.io'], dockerVersion: '28.2.2', fences: ['run'], failOn: 'never', reportUnusedIgnores: true },
  ];
  const bad: readonly unknown[] = [
    [],
    { rulez: {} },
    { rules: { 'no-such-rule': 'off' } },
    { rules: { 'unknown-flag': 'loud' } },
    { rules: { 'unknown-flag': ['off', { x: [] }] } },
    { rules: { 'image-mutable-tag': ['off', { tags: 'x' }] } },
    { overrides: [{ files: 'a' }] },
    { overrides: [{ files: 1, rules: {} }] },
    { extends: 'recomended' },
    { failOn: 'warnings' },
    { reportUnusedIgnores: 'yes' },
  ];
  for (const [configurations, accepted] of [[good, true], [bad, false]] as const) {
    for (const configuration of configurations) {
      void it(`${accepted ? 'accept' : 'refuse'} ${JSON.stringify(configuration)}, as the reader does`, () => {
        assert.equal(judge(configuration), accepted);
        assert.equal(readConfiguration(JSON.stringify(configuration))?.problems.length === 0, accepted);
      });
    }
  }

  void it('leave judging to the language server where it runs', () => {
    for (const configuration of [...good, ...bad]) {
      assert.equal(complete(configuration), true);
    }
    assert.deepEqual(Object.keys(schemaIn('completion.schema.json')['properties'] as object), Object.keys(configurationKeys));
  });
});
