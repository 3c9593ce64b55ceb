/** Diagnostics after edits, of which the server keeps those of regions that stay as they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largeScript } from '../../scripts/bench/large-script.ts';
import { startEditor } from './editor.ts';

/** Two stretches of the same text, long enough to be cut into regions that are the same but for their places. */
const half = largeScript().split('\n').slice(0, 403).join('\n');
const script = `${half}\n${half}\n`;

interface Edit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const edits: readonly Edit[] = [
  { line: 7, from: 4, to: 12, text: '--memroy' },
  { line: 407, from: 4, to: 12, text: '--memroy' },
  { line: 0, from: 0, to: 0, text: '# one line more\n' },
  { line: 408, from: 4, to: 12, text: '--memory' },
  { line: 200, from: 0, to: 0, text: 'docker run --memroy 1g nginx:1.27; ' },
  { line: 200, from: 0, to: 35, text: '' },
  { line: 1, from: 0, to: 0, text: '# gantry disable-file=deprecated-stop-time\n' },
];

function edited(text: string, { line, from, to, text: inserted }: Edit): string {
  const start = text.split('\n').slice(0, line).join('\n').length + (line === 0 ? 0 : 1);
  return text.slice(0, start + from) + inserted + text.slice(start + to);
}

test('diagnostics after each of many edits are those of a document that was just opened', async (context) => {
  const editor = await startEditor();
  context.after(() => editor.close());
  const uri = 'file:///project/edited.sh';
  await editor.open(uri, script);
  let text = script;
  for (const [index, edit] of edits.entries()) {
    text = edited(text, edit);
    const { line, from, to } = edit;
    await editor.change(uri, index + 2, edit.text, { start: { line, character: from }, end: { line, character: to } });
    const fresh = `file:///project/opened-${index}.sh`;
    await editor.open(fresh, text);
    const [afterEdit, opened] = [await editor.findings(uri, index + 2), await editor.findings(fresh)];
    assert.ok(opened.diagnostics.length > 50);
    assert.deepEqual(afterEdit.diagnostics, opened.diagnostics, `after edit ${index}`);
  }
});
