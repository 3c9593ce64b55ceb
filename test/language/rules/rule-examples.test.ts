/** Executes the examples of every rule: they are its specification and its documentation page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import type { Rule, RuleExample } from '../../../server/src/language/rules/rule.ts';
import type { Severity } from '../../../server/src/language/rules/severities.ts';
import { analyse } from '../../../server/src/language/features/snapshot.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { findingsOfRule, imaginedFiles } from '../../support/lint.ts';
import { mark, marked } from '../../support/markers.ts';

const ruleFolder = new URL('../../../server/src/language/rules/', import.meta.url);

/** The severity to force, so that rules which are off by default speak. */
function forced(rule: Rule, surface: 'script' | 'markdown'): { severity: Severity } | Record<string, never> {
  return rule.severity[surface] === 'off' ? { severity: 'warning' } : {};
}

function bindProblems(text: string, surface: 'script' | 'markdown'): string[] {
  const snapshot = analyse(text, surface === 'markdown' ? 'markdown' : 'shell', { version: newestCli, rules: {}, files: imaginedFiles });
  return snapshot.regions.flatMap(({ commands }) => commands.flatMap(({ problems }) => problems.map(({ code, name }) => `${code} ${name}`)));
}

function checkExample(rule: Rule, example: RuleExample): void {
  const surface = example.surface ?? 'script';
  const version = example.version ?? newestCli;
  const options = { surface, version, ...forced(rule, surface) };
  const { text, ranges } = marked(example.bad);
  assert.equal(ranges.length, 1, 'a bad example marks exactly one finding');
  const findings = findingsOfRule(rule.id, text, options);
  assert.equal(mark(text, findings.map(({ span }) => span)), example.bad);
  const [finding] = findings;
  assert.ok(finding !== undefined);
  assert.match(finding.message, /^[A-Z0-9`].*[.?]$/s, 'a message is made of sentences');
  for (const fix of finding.fixes) {
    assert.match(fix.title, /^[A-Z]/, 'a title begins with a capital letter');
    assert.doesNotMatch(fix.title, /\.$/, 'a title has no full stop');
    const fixed = applyEdits(text, fix.edits);
    assert.notEqual(fixed, text, `the fix “${fix.title}” changes something`);
    assert.deepEqual(findingsOfRule(rule.id, fixed, options), [], `the rule is silent after “${fix.title}”: ${fixed}`);
    const before = new Set(bindProblems(text, surface));
    const fresh = bindProblems(fixed, surface).filter((problem) => !before.has(problem));
    assert.deepEqual(fresh, [], `the command still binds after “${fix.title}”: ${fixed}`);
  }
  const [first] = finding.fixes;
  assert.equal(first === undefined ? undefined : applyEdits(text, first.edits), example.fixed, 'the text after the first fix');
}

for (const rule of rules) {
  describe(rule.id, () => {
    for (const example of rule.examples) {
      test(`finds ${example.bad}`, () => checkExample(rule, example));
    }
    for (const text of rule.silent) {
      test(`leaves alone ${text}`, () => {
        for (const severity of ['script', 'markdown'] as const) {
          const surface = text.includes('```') ? 'markdown' : 'script';
          assert.deepEqual(findingsOfRule(rule.id, text, { surface, ...forced(rule, severity) }), []);
        }
      });
    }
  });
}

describe('the catalogue', () => {
  test('has every rule once', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  test('has each rule in a file named after it, and every file that holds a rule', () => {
    const holdsRule = (file: string) => /^export const \w+(?:: Rule\b| = \w+Rule\()/m.test(readFileSync(new URL(file, ruleFolder), 'utf8'));
    const files = readdirSync(ruleFolder).filter((file) => file.endsWith('.ts') && holdsRule(file));
    assert.deepEqual(files.map((file) => file.replace(/\.ts$/, '')).sort(), rules.map(({ id }) => id).sort());
  });

  for (const rule of rules) {
    test(`${rule.id} is documented`, () => {
      assert.match(rule.id, /^[a-z][a-z\d]*(?:-[a-z\d]+)+$/);
      assert.match(rule.title, /^[A-Z`].{8,90}[^.]$/, 'a title is one line without a full stop');
      assert.match(rule.docs.why, /^.{60,900}$/s);
      assert.ok(rule.examples.length > 0, 'a rule has an example');
      assert.ok(rule.silent.length > 0, 'a rule names its near misses');
      assert.ok((rule.docs.references ?? []).length > 0, 'a rule refers to its source');
      assert.deepEqual((rule.docs.references ?? []).filter((reference) => !/^\[[^\]]+\]\(https:\/\/[^)\s]+\)$/.test(reference) && reference.includes('://')), [], 'a reference is a link with a name');
    });

    if (rule.refusedBy === 'nobody') {
      test(`${rule.id} is no error, as nobody refuses it`, () => {
        assert.notEqual(rule.severity.script, 'error');
        assert.notEqual(rule.severity.markdown, 'error');
      });
    }
  }
});
