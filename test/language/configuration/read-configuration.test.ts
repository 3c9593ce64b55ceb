/** Every mistake in a configuration file is told in its place, once, and the rest of the file applies. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfiguration } from '../../../server/src/language/configuration/read-configuration.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { mark, marked } from '../../support/markers.ts';

function read(text: string) {
  const found = readConfiguration(text);
  assert.ok(found);
  return found;
}

/** A text whose marks are the mistakes, and what is said about the first. */
const mistakes: readonly (readonly [string, RegExp])[] = [
  ['{⟦"rulez"⟧: {}}', /There is no key `rulez`; did you mean `rules`\?/],
  ['{⟦"whatever"⟧: 1}', /There is no key `whatever`\. There are extends, rules, overrides/],
  ['{"rules": {⟦"unknown-flg"⟧: "off"}}', /There is no rule `unknown-flg`; did you mean `unknown-flag`\?/],
  ['{"rules": {"unknown-flag": ⟦"loud"⟧}}', /`"loud"` instead of off, hint, info, warning or error/],
  ['{"rules": {"unknown-flag": ⟦2⟧}}', /`2` instead of off/],
  ['{"rules": {"unknown-flag": ⟦[]⟧}}', /severity of unknown-flag is missing/],
  ['{"rules": {"unknown-flag": ["off", {⟦"x"⟧: []}]}}', /unknown-flag has no option `x`\. The rule has none/],
  ['{"rules": {"unknown-flag": ["off", {}, ⟦1⟧]}}', /all that can be said/],
  ['{"rules": {"image-mutable-tag": ["off", {⟦"tag"⟧: ["x"]}]}}', /did you mean `tags`/],
  ['{"rules": {"image-mutable-tag": ["off", {"tags": ⟦"x"⟧}]}}', /`"x"` instead of a list/],
  ['{"rules": {"image-mutable-tag": ["off", {"tags": ["a", ⟦1⟧]}]}}', /instead of a text/],
  ['{"rules": ⟦[]⟧}', /`rules` is a list instead of an object/],
  ['{"overrides": ⟦{}⟧}', /`overrides` is an object instead of a list/],
  ['{"overrides": [⟦{"rules": {}}⟧]}', /lacks `files`/],
  ['{"overrides": [⟦{"files": "*.md"}⟧]}', /lacks `rules`/],
  ['{"overrides": [{"files": ["docs/**", ⟦"[a"⟧], "rules": {}}]}', /bracket or brace is not closed/],
  ['{"overrides": [{"files": ⟦""⟧, "rules": {}}]}', /empty glob/],
  ['{"overrides": [{"files": ⟦"..\\/x"⟧, "rules": {}}]}', /leads out of the folder/],
  ['{"overrides": [{"files": ⟦"a\\\\b"⟧, "rules": {}}]}', /backslash/],
  ['{"overrides": [{"files": "a", "rules": {}, ⟦"rule"⟧: 1}]}', /An override has no key `rule`/],
  ['{"extends": ⟦"recomended"⟧}', /did you mean `recommended`/],
  ['{"extends": ["strict", ⟦"shared.json"⟧]}', /the path of a file begins with/],
  ['{"extends": ⟦3⟧}', /`extends` is `3` instead of a list/],
  ['{"trustedRegistries": [⟦"https://ghcr.io"⟧]}', /is no registry/],
  ['{"trustedRegistries": ⟦"ghcr.io"⟧}', /instead of a list/],
  ['{"dockerVersion": ⟦"new"⟧}', /`new` is no version of Docker/],
  ['{"dockerVersion": ⟦24⟧}', /`24` instead of a text/],
  ['{"fences": [⟦"my shell"⟧]}', /is no name of a language/],
  ['{"failOn": ⟦"warnings"⟧}', /instead of error, warning, info, hint or never/],
  ['{"reportUnusedIgnores": ⟦"yes"⟧}', /instead of true or false/],
  ['{⟦"failOn"⟧: "error", "failOn": "hint"}', /`failOn` stands here twice/],
  ['{"failOn": "error" ⟦"rules"⟧: {}}', /A comma is missing/],
  ['{"failOn": ⟦error⟧}', /no JSON value|value is missing/],
  ['⟦[]⟧', /The configuration is a list instead of an object/],
];

describe('a mistake in a configuration file', () => {
  for (const [source, message] of mistakes) {
    it(source, () => {
      const { text } = marked(source);
      const { problems } = read(text);
      assert.equal(mark(text, problems.map(({ span }) => span)), source);
      assert.match(problems[0]?.message ?? '', message);
    });
  }

  it('can be mended where one thing was meant', () => {
    for (const [text, mended] of [
      ['{"rulez": {}}', '{"rules": {}}'],
      ['{"rules": {"unknown-flg": "of"}}', '{"rules": {"unknown-flag": "of"}}'],
      ['{"extends": ["srtict"]}', '{"extends": ["strict"]}'],
      ['{"failOn": "warnin"}', '{"failOn": "warning"}'],
    ] as const) {
      assert.equal(applyEdits(text, read(text).problems[0]?.fixes[0]?.edits ?? []), mended);
    }
  });

  it('leaves the rest in force', () => {
    const { configuration, problems } = read('{"rules": {"no-such-rule": "off", "unknown-flag": "hint", "missing-image": 7}, "failOn": "x", "fences": ["a b", "run"] "dockerVersion": "24.0"}');
    assert.equal(problems.length, 5);
    assert.deepEqual([...configuration.rules], [['unknown-flag', { severity: 'hint' }]]);
    assert.deepEqual(configuration.general, { fences: ['run'], dockerVersion: '20.10.24' });
  });
});

describe('a configuration file', () => {
  it('may hold comments, trailing commas, or nothing', () => {
    assert.deepEqual(read('// a\n{ /* b */ "failOn": "error", }\n').problems, []);
    assert.deepEqual(read('').problems, []);
    assert.deepEqual(read('{"$schema": "https://example.com/x.json"}').problems, []);
  });

  it('of a package is its key gantry', () => {
    const text = '{"name": "x", "rulez": 1, "gantry": {"failOn": "never", "rulez": {}}}';
    const found = readConfiguration(text, true);
    assert.equal(found?.configuration.general.failOn, 'never');
    assert.deepEqual(found.problems.map(({ span }) => span.start), [text.lastIndexOf('"rulez"')]);
    assert.equal(readConfiguration('{"name": "x"}', true), undefined);
    assert.equal(readConfiguration('nonsense', true), undefined);
  });

  it('of 5,000 lines with 200 mistakes tells each once, quickly, and the rest applies', () => {
    const ids = rules.map(({ id }) => id);
    const lines: string[] = [];
    const expected: number[] = [];
    for (let block = 0; lines.length < 5_000; block++) {
      lines.push(`    { "files": ["folder-${block}/**"], "rules": {`);
      for (let rule = 0; rule < 20; rule++) {
        lines.push(`      "${ids[(block + rule) % ids.length] ?? ''}": "info",`);
      }
      if (expected.length < 200) {
        expected.push(lines.length + 3);
        lines.push(block % 2 === 0 ? '      "no-such-rule-at-all": "off"' : `      "${ids[(block + 50) % ids.length] ?? ''}": "loud"`);
      }
      lines.push('    } },');
    }
    const text = `{\n  "overrides": [\n${lines.join('\n')}\n  ]\n}\n`;
    const started = performance.now();
    const { problems, configuration } = read(text);
    assert.ok(performance.now() - started < 1_000);
    assert.deepEqual(problems.map(({ span }) => text.slice(0, span.start).split('\n').length), expected);
    assert.equal(expected.length, 200);
    assert.ok(configuration.overrides.every((override) => override.rules.size === 20));
  });

  it('of any kind is read without an exception', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '"', '{"rules', '/*', '\u0000', '{"rules": {"__proto__": "off", "constructor": "off"}}']) {
      read(text);
    }
    const piece = fc.constantFrom('{', '}', '[', ']', ':', ',', '"rules"', '"overrides"', '"files"', '"extends"', '"off"', '"unknown-flag"', '1', 'null', 'true', '//', '/*', '\n', '"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        for (const { span } of read(text).problems) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
