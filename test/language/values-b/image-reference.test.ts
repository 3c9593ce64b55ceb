/** References that the CLI takes or refuses, and operands of `docker cp`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpDirection, parseCpOperand } from '../../../server/src/language/docker/cp-operand.ts';
import { parseImageReference } from '../../../server/src/language/docker/image-reference.ts';
import { mark } from '../../support/markers.ts';
import { applyFix } from '../../support/values.ts';

const hash = 'a'.repeat(64);

/** The problem marked in the reference, and what the fix makes of it. */
function shownReference(text: string): string {
  const [problem] = parseImageReference(text).problems;
  const fix = problem?.fixes?.[0];
  return problem === undefined ? '' : mark(text, [problem]) + (fix === undefined ? '' : ` → ${applyFix(text, fix)}`);
}

for (const [text, problem] of [
  ['Nginx', '⟦Nginx⟧ → nginx'],
  ['ghcr.io/Owner/App:V1', 'ghcr.io/⟦Owner/App⟧:V1 → ghcr.io/owner/app:V1'],
  ['https://ghcr.io/owner/app', '⟦https://⟧ghcr.io/owner/app → ghcr.io/owner/app'],
  ['nginx:', 'nginx⟦:⟧'],
  ['nginx:1.27:2', 'nginx⟦:1.27:2⟧'],
  ['nginx:.x', 'nginx⟦:.x⟧'],
  ['nginx ', '⟦nginx ⟧ → nginx'],
  ['', '⟧⟦'],
  ['—rm', '⟦—rm⟧'],
  ['a..b', '⟦a..b⟧'],
  ['a___b', '⟦a___b⟧'],
  ['nginx@sha256:abc', 'nginx@⟦sha256:abc⟧'],
  [`nginx@md5:${'a'.repeat(32)}`, `nginx@⟦md5:${'a'.repeat(32)}⟧`],
  ['host:port/app', '⟦host:port⟧/app'],
  ['my host/app', '⟦my host/app⟧'],
  ['a'.repeat(256), `⟦${'a'.repeat(256)}⟧`],
] as const) {
  test(`image ${JSON.stringify(text.slice(0, 80))} is refused`, () => {
    assert.equal(shownReference(text), problem);
    assert.equal(parseImageReference(text).problems[0]?.code, 'invalid-image-reference');
  });
}

test('an image of nothing but a blank is told apart from an unset variable', () => {
  assert.match(parseImageReference(' ').problems[0]?.message ?? '', /backslash/);
  assert.match(parseImageReference('').problems[0]?.message ?? '', /unset variable/);
});

for (const text of ['a', 'a_b__c--d.e/f', 'FOO/bar', 'my_host.io/app', 'localhost:5000/x', '[2001:db8::1]:5000/x', 'x:_Tag-1.0', `x:${'t'.repeat(128)}`, hash, `sha256:${hash}`, `x@sha512:${'b'.repeat(128)}`, 'docker.io/nginx']) {
  test(`image ${text.slice(0, 80)} is fine`, () => {
    assert.deepEqual(parseImageReference(text).problems, []);
  });
}

for (const [operand, expected] of [
  ['web:/etc/x', { side: 'container', container: 'web', path: '/etc/x', pathStart: 4 }],
  ['file:name', { side: 'container', container: 'file', path: 'name', pathStart: 5 }],
  ['web:', { side: 'container', container: 'web', path: '', pathStart: 4 }],
  ['./file:name', { side: 'local', path: './file:name' }],
  ['/a:b', { side: 'local', path: '/a:b' }],
  ['.hidden:x', { side: 'local', path: '.hidden:x' }],
  ['plain', { side: 'local', path: 'plain' }],
  ['-', { side: 'stream' }],
] as const) {
  test(`docker cp reads ${operand}`, () => {
    assert.deepEqual(parseCpOperand(operand), expected);
  });
}

test('docker cp needs a container on one side', () => {
  assert.equal(cpDirection('web:/a', './b'), 'from-container');
  assert.equal(cpDirection('-', 'web:/a'), 'to-container');
  assert.equal(cpDirection('a:/x', 'b:/y'), 'between-containers');
  assert.equal(cpDirection('x', './y'), 'no-container');
});
