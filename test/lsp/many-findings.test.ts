/** Documents with more findings than an editor shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { startEditor } from './editor.ts';

const script = 'file:///project/many.sh';
const deprecated = 'docker stop --time 30 web\n';

test('of too many findings the most severe are sent, in the order of the text, with a word about the rest', async (context) => {
  const editor = await startEditor();
  context.after(() => editor.close());
  await editor.open(script, `${deprecated.repeat(1200)}docker run --memroy 1g nginx:1.27\n`);
  const { diagnostics } = await editor.findings(script);
  assert.equal(diagnostics.length, 1000);
  const [notice, ...findings] = diagnostics;
  assert.ok(typeof notice?.message === 'string');
  assert.match(notice.message, /^202 less severe findings .*gantry lint/);
  assert.equal(findings.at(-1)?.code, 'unknown-flag');
  const lines = findings.map(({ range }) => range.start.line);
  assert.deepEqual(lines, lines.toSorted((one, other) => one - other));
});

test('a thousand findings are sent as they are', async (context) => {
  const editor = await startEditor();
  context.after(() => editor.close());
  await editor.open(script, deprecated.repeat(1000));
  const { diagnostics } = await editor.findings(script);
  assert.equal(diagnostics.length, 1000);
  assert.ok(diagnostics.every(({ code, severity }) => code === 'deprecated-stop-time' && severity !== DiagnosticSeverity.Error));
});
