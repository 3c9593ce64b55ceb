/** `gantry explain` prints what a rule is about, and helps who mistyped it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain } from '../../server/src/cli/explain.ts';
import { rules } from '../../server/src/language/rules/index.ts';

function run(id: string | undefined, color = false): { code: number; out: string; err: string } {
  const printed = { out: '', err: '' };
  const code = explain(id, {
    color,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    progress: () => undefined,
    readInput: () => Promise.resolve(new Uint8Array()),
  });
  return { code, ...printed };
}

describe('gantry explain', () => {
  test('prints the page of a rule without marks of Markdown', () => {
    const { code, out } = run('privileged-container');
    assert.equal(code, 0);
    assert.match(out, /^privileged-container\n/);
    assert.match(out, /^ {4}docker run -d --privileged/m);
    assert.match(out, /^- CIS Docker 1\.6\.0, 5\.5 \(5\.4 in earlier editions\)$/m);
    assert.doesNotMatch(out, /```|\*\*|\]\(|\u001b/);
  });

  test('has headings in bold where colour is wanted', () => {
    assert.match(run('privileged-container', true).out, /^\u001b\[1mprivileged-container\u001b\[22m/);
  });

  test('lists all rules when none is named', () => {
    const { code, out } = run(undefined);
    assert.equal(code, 0);
    assert.deepEqual(out.trimEnd().split('\n').map((line) => line.split(' ')[0]), rules.map(({ id }) => id));
  });

  test('proposes the rule that was meant, and ends with 2', () => {
    assert.deepEqual(run('privileged-contaner'), { code: 2, out: '', err: 'gantry: there is no rule "privileged-contaner". Did you mean "privileged-container"?\n' });
    assert.match(run('nothing-like-it').err, /lists all rules/);
  });
});
