/** The language server is built without the documentation of rules, and with everything else of them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { withoutRuleProse } from '../../scripts/without-rule-prose.ts';

const folder = new URL('../../server/src/language/rules/', import.meta.url);

void test('only the values of examples, near misses and documentation go', () => {
  const source = "export const r: Rule = {\n  id: 'a-b',\n  docs: { why: 'It breaks.' },\n  examples: [{ bad: 'docker ⟦run⟧' }],\n  silent: ['docker ps'],\n  check: ({ docs }) => docs,\n};\n";
  assert.equal(withoutRuleProse(source), "export const r: Rule = {\n  id: 'a-b',\n  docs: { why: '' },\n  examples: [],\n  silent: [],\n  check: ({ docs }) => docs,\n};\n");
});

void test('what is left of every rule is sound, and holds no example', () => {
  for (const file of readdirSync(folder)) {
    const left = withoutRuleProse(readFileSync(new URL(file, folder), 'utf8'));
    const { diagnostics = [], outputText } = ts.transpileModule(left, { reportDiagnostics: true, compilerOptions: { removeComments: true } });
    assert.deepEqual(diagnostics.map(({ messageText }) => messageText), [], file);
    assert.doesNotMatch(outputText, /⟦/, file);
  }
});
