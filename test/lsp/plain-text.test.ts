/** What editors show that render no Markdown, or would rather not. */
import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { CompletionItem, CompletionList, Hover, InitializeParams, MarkupContent, SignatureHelp } from 'vscode-languageserver/node';
import { plainText } from '../../server/src/language/text/markdown.ts';
import { startEditor, type Editor } from './editor.ts';

const script = 'file:///project/deploy.sh';

async function editor(context: TestContext, textDocument: NonNullable<InitializeParams['capabilities']['textDocument']>, text: string): Promise<Editor> {
  const started = await startEditor({ initialize: { capabilities: { textDocument } } });
  context.after(() => started.close());
  await started.open(script, text);
  return started;
}

async function hoverIn(context: TestContext, contentFormat: ('markdown' | 'plaintext')[], text: string, character: number): Promise<MarkupContent> {
  const { connection, position } = await editor(context, { hover: { contentFormat } }, text);
  const { contents } = await connection.sendRequest<Hover>('textDocument/hover', position(script, 0, character));
  return contents as MarkupContent;
}

suite('an editor without Markdown', () => {
  test('shows a hover without markup', async (context) => {
    const { kind, value } = await hoverIn(context, ['plaintext'], 'docker run --memory 512m nginx\n', 13);
    assert.equal(kind, 'plaintext');
    assert.match(value, /^--memory, -m · size/);
    assert.match(value, /\n\nWhy: Without a ceiling/);
    assert.match(value, /\n\ndocker run -d --name shop-api --memory 512m [^\n]*\n\n/);
    assert.match(value, /Reference: https:\/\/docs\.docker\.com\/\S+#memory$/);
    assert.doesNotMatch(value, /[`*]/);
  });

  test('is asked for which it would rather show', async (context) => {
    assert.equal((await hoverIn(context, ['plaintext', 'markdown'], 'docker run --rm nginx\n', 13)).kind, 'plaintext');
    assert.equal((await hoverIn(context, ['markdown', 'plaintext'], 'docker run --rm nginx\n', 13)).kind, 'markdown');
  });

  test('need not say so to get hovers as Markdown and all other prose as plain text', async (context) => {
    const { connection, position } = await editor(context, {}, 'docker run --rm');
    const { contents } = await connection.sendRequest<Hover>('textDocument/hover', position(script, 0, 13));
    assert.equal((contents as MarkupContent).kind, 'markdown');
    const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', position(script, 0, 15));
    const { documentation } = await connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
    assert.equal((documentation as MarkupContent).kind, 'plaintext');
  });

  test('shows values of the document as they stand there', async (context) => {
    const { value } = await hoverIn(context, ['plaintext'], "docker run -e 'A=**b** `c` [d](e)' nginx\n", 18);
    assert.ok(value.includes('A=**b** `c` [d](e)'), value);
  });

  test('shows the prose of a completion without markup', async (context) => {
    const { connection, position } = await editor(context, { completion: { completionItem: { documentationFormat: ['plaintext'] } } }, 'docker run --mem');
    const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', position(script, 0, 16));
    const { documentation } = await connection.sendRequest<CompletionItem>('completionItem/resolve', items.find(({ label }) => label === '--memory'));
    assert.equal((documentation as MarkupContent).kind, 'plaintext');
    assert.match((documentation as MarkupContent).value, /^--memory, -m · size[\s\S]*\nWhy: /);
  });

  test('shows signatures without markup', async (context) => {
    const { connection, position } = await editor(context, { signatureHelp: { signatureInformation: { documentationFormat: ['plaintext'] } } }, 'docker run --mount type=bind,');
    const { signatures } = await connection.sendRequest<SignatureHelp>('textDocument/signatureHelp', position(script, 0, 29));
    const shown = [signatures[0]?.documentation, ...(signatures[0]?.parameters ?? []).map(({ documentation }) => documentation)] as MarkupContent[];
    assert.ok(shown.length > 1);
    for (const { kind, value } of shown) {
      assert.equal(kind, 'plaintext');
      assert.doesNotMatch(value, /[`*]/);
    }
  });
});

test('plain text keeps what markup holds', () => {
  const cases = [
    ['**`-m`**, *why*: `a*b`', '-m, why: a*b'],
    ['`` a`b `` and ``` `` ```', 'a`b and ``'],
    ['before\n\n````sh\necho ```\n  **x**\n````\n\nafter', 'before\n\necho ```\n  **x**\n\nafter'],
    ['[Reference](https://x.test/a) · [`--rm`](https://x.test/#rm)', 'Reference: https://x.test/a · --rm: https://x.test/#rm'],
    ['- **size** `512m`: 2 * 3', '- size 512m: 2 * 3'],
    ['', ''],
  ] as const;
  for (const [markdown, text] of cases) {
    assert.equal(plainText(markdown), text);
  }
});
