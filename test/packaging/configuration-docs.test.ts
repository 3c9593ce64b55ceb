/** What docs/configuration.md shows is what Gantry reads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/build.ts';
import { configurationKeys } from '../../server/src/language/configuration/keys.ts';
import { presetNames } from '../../server/src/language/configuration/presets.ts';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import { analyse, findingsOf } from '../../server/src/language/features/snapshot.ts';
import { directiveKinds } from '../../server/src/language/shell/directives.ts';
import { defaultSettings } from '../support/commands.ts';

const page = readFileSync(path.join(projectRoot, 'docs/configuration.md'), 'utf8');

void test('the example of a configuration file holds no mistake', () => {
  const [, example = ''] = /```jsonc\n([^]*?)```/.exec(page) ?? [];
  const read = readConfiguration(example);
  assert.deepEqual(read?.problems, []);
  assert.ok(read.configuration.rules.size > 0);
});

void test('every key, preset and comment has its row, and no other', () => {
  const rows = [...page.matchAll(/^\| `([\w$-]+)`/gm)].map(([, name]) => name);
  const expected = [...Object.keys(configurationKeys).filter((key) => key !== '$schema'), ...presetNames, ...directiveKinds.filter((kind) => kind !== 'enable')];
  assert.deepEqual(rows.sort(), expected.sort());
});

void test('its comments are understood, and silence what they name', () => {
  const settings = { ...defaultSettings, rules: { 'unused-ignore': 'warning' as const } };
  assert.deepEqual(findingsOf(analyse(page, 'markdown', { ...settings, adjustments: {} })).filter(({ ruleId }) => /unknown-ignore|malformed-ignore/.test(ruleId)), []);
  const [, script = ''] = /```sh\n(# gantry[^]*?)```/.exec(page) ?? [];
  assert.deepEqual(findingsOf(analyse(script, 'shell', settings)).map(({ ruleId }) => ruleId).filter((id) => id.endsWith('-ignore') || id === 'docker-socket-mount'), []);
});
