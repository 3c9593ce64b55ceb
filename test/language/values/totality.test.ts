/** No value makes a grammar throw or point outside the value, and a safe fix leaves nothing that the CLI refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { grammars } from '../../../server/src/language/docker/values/index.ts';
import { applyFix, contextOf } from '../../support/values.ts';

/** Text in the neighbourhood of real values, so that branches behind separators are reached. */
const valueText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('=', ':', ',', '/', '.', '-', '_', ' ', '0', '1', '9', '64', 'm', 's', 'kib', 'e', '0x', 'a', 'host', 'container', 'max-size', 'seccomp', 'nofile', 'net.', '"', '`', '{{', '}}', '[', 'é', '😀'), { maxLength: 8 })
    .map((pieces) => pieces.join('')),
);

function checkGrammar(grammar: (typeof grammars)[number], value: string, podman: boolean): void {
  for (const version of cliVersions) {
    const context = contextOf({ version, podman });
    const { parts, problems } = grammar.parse(value, context);
    for (const { start, end } of [...parts, ...problems, ...(grammar.suggest?.(value, value.length, context) ?? [])]) {
      assert.ok(0 <= start && start <= end && end <= value.length, `${grammar.kind}: [${start}, ${end}) in ${JSON.stringify(value)}`);
    }
    grammar.signature?.(value, value.length, context);
    for (const problem of problems) {
      for (const fix of problem.fixes ?? []) {
        const fixed = applyFix(value, fix);
        const left = grammar.parse(fixed, context).problems;
        assert.notEqual(fixed, value, `${grammar.kind}: the fix of ${JSON.stringify(value)} changes it`);
        assert.ok(!fix.safe || left.every(({ refusedBy }) => refusedBy !== 'cli'), `${grammar.kind}: ${JSON.stringify(value)} is fixed to ${JSON.stringify(fixed)}`);
      }
    }
  }
}

for (const grammar of grammars) {
  test(`${grammar.kind} takes any text`, () => {
    fc.assert(
      fc.property(valueText, fc.boolean(), (value, podman) => {
        checkGrammar(grammar, value, podman);
      }),
      { seed: 20241, numRuns: 300 },
    );
  });
}
