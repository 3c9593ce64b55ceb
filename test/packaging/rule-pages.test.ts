/** The documentation of the rules in the repository is what the rules say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rulePages, rulePagesFolder } from '../../scripts/generate-rule-pages.ts';
import { rulePage } from '../../server/src/language/features/rule-page.ts';
import { rules } from '../../server/src/language/rules/index.ts';

const pages = rulePages();

void test('docs/rules holds the pages of `npm run generate`, and no stale one', () => {
  assert.deepEqual(readdirSync(rulePagesFolder).sort(), [...pages.keys()].sort());
  for (const [file, text] of pages) {
    assert.equal(readFileSync(path.join(rulePagesFolder, file), 'utf8'), text, `${file}: run npm run generate`);
  }
});

void test('a page shows what the rule says of every example, and what a fix makes of it', () => {
  for (const rule of rules) {
    const page = rulePage(rule);
    const told = page.split('\n').filter((line) => line.startsWith('> ')).length;
    assert.ok(told >= rule.examples.length, `${rule.id} says something of each example`);
    assert.doesNotMatch(page, /[⟦⟧]|undefined/);
    assert.ok(page.includes(`# gantry disable-next-line=${rule.id} -- `));
  }
});
