/** A cause spares work and decides nothing: what a rule finds when asked about every command, it finds as the catalogue asks it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../../server/src/language/features/snapshot.ts';
import { defaultHardeningValues } from '../../../server/src/language/hardening/values.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { RelevantRules } from '../../../server/src/language/rules/relevant-rules.ts';
import type { RuleContext } from '../../../server/src/language/rules/rule.ts';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { imaginedFiles } from '../../support/lint.ts';
import { marked } from '../../support/markers.ts';

const texts = [...new Set(rules.flatMap(({ examples, silent }) => [...examples.map(({ bad }) => marked(bad).text), ...silent]))];

describe('causes', () => {
  for (const version of cliVersions) {
    test(`never hide a finding of any rule in the examples of all, ${version}`, () => {
      let reports = 0;
      for (const text of texts) {
        const { regions } = analyse(text, text.includes('```') ? 'markdown' : 'shell', { version, rules: {}, files: imaginedFiles });
        for (const { region, commands } of regions) {
          const relevant = new RelevantRules(rules, region, version);
          for (const command of commands) {
            const asked = new Set(relevant.for(command));
            for (const [index, rule] of rules.entries()) {
              const report = (): void => {
                reports++;
                assert.ok(asked.has(index), `${rule.id} reports on a command that gives it no cause: ${text}`);
              };
              const options = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));
              const context: RuleContext = { region, surface: 'script', version, files: imaginedFiles, options, trustedRegistries: ['registry.example.com'], hardening: defaultHardeningValues, builtImages: new Set(), commands, report };
              rule.check?.(command, context);
            }
          }
        }
      }
      assert.ok(reports >= rules.length, 'the examples make the rules speak');
    });
  }
});
