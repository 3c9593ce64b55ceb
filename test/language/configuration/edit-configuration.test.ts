/** A rule is set in a configuration file without touching anything else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newConfiguration, setRuleSeverity } from '../../../server/src/language/configuration/edit-configuration.ts';
import { readConfiguration } from '../../../server/src/language/configuration/read-configuration.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['in an empty object', '{}\n', '{\n  "rules": {\n    "unknown-flag": "off"\n  }\n}\n'],
  ['in an empty file', '', '{\n  "rules": {\n    "unknown-flag": "off"\n  }\n}'],
  ['beside other rules and comments', '{\n\t// loud\n\t"rules": {\n\t\t"missing-image": "error" // why\n\t}\n}\n', '{\n\t// loud\n\t"rules": {\n\t\t"unknown-flag": "off",\n\t\t"missing-image": "error" // why\n\t}\n}\n'],
  ['where it is set', '{ "rules": { "unknown-flag": "hint" } }', '{ "rules": { "unknown-flag": "off" } }'],
  ['where it has options', '{ "rules": { "unknown-flag": ["hint", { }] } }', '{ "rules": { "unknown-flag": ["off", { }] } }'],
  ['with Windows line ends', '{\r\n    "failOn": "error"\r\n}\r\n', '{\r\n    "failOn": "error",\r\n    "rules": {\r\n        "unknown-flag": "off"\r\n    }\r\n}\r\n'],
];

describe('setting a rule', () => {
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(applyEdits(before, setRuleSeverity(before, false, 'unknown-flag', 'off')), after);
      assert.equal(readConfiguration(after)?.configuration.rules.get('unknown-flag')?.severity, 'off');
    });
  }

  it('in the key of a package', () => {
    const text = '{\n  "name": "x",\n  "gantry": {}\n}\n';
    assert.equal(applyEdits(text, setRuleSeverity(text, true, 'unknown-flag', 'off')), '{\n  "name": "x",\n  "gantry": {\n    "rules": {\n      "unknown-flag": "off"\n    }\n  }\n}\n');
  });

  for (const broken of ['[]', '{"rules": "x"}', '{"rules": {', 'nonsense']) {
    it(`leaves ${broken} alone`, () => assert.deepEqual(setRuleSeverity(broken, false, 'unknown-flag', 'off'), []));
  }

  it('in a new file', () => {
    assert.equal(readConfiguration(newConfiguration('unknown-flag', 'off'))?.configuration.rules.get('unknown-flag')?.severity, 'off');
  });
});
