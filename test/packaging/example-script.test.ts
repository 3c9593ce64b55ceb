/** The script that a newcomer is shown: it has something of each severity to see, and nothing but what is meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleScript } from '../../client/src/example-script.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';
import { analyse, findingsOf } from '../../server/src/language/features/snapshot.ts';

test('the example has findings to fix, each with an answer', () => {
  const findings = findingsOf(analyse(exampleScript, 'shell', { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } }));
  assert.deepEqual([...new Set(findings.map(({ ruleId }) => ruleId))].sort(), ['deprecated-stop-time', 'hardening-available', 'memory-too-small', 'published-on-all-interfaces', 'secret-in-environment', 'unbounded-logs', 'volume-option-comma']);
  assert.deepEqual(findings.filter(({ fixes }) => fixes.length === 0).map(({ ruleId }) => ruleId), []);
});
