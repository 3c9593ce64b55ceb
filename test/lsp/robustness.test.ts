/** What a broken or hurried editor may send gets an error, and the server goes on. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { startEditor } from './editor.ts';

const script = 'file:///project/deploy.sh';

const requests = ['textDocument/hover', 'textDocument/completion', 'textDocument/signatureHelp', 'textDocument/codeAction'];

const malformed: readonly unknown[] = [
  {},
  { textDocument: null },
  { textDocument: { uri: 3 } },
  { textDocument: { uri: 'file:///not/open.sh' }, position: { line: 0, character: 0 } },
  { textDocument: { uri: script } },
  { textDocument: { uri: script }, position: { line: 'a', character: 0 }, range: {} },
  { textDocument: { uri: script }, position: { line: -1, character: 0 }, range: { start: { line: 0, character: 0 } } },
  { textDocument: { uri: script }, position: { line: 0.5, character: null } },
];

suite('robustness', () => {
  test('malformed requests and unknown documents get an error; the next request is answered', async (context) => {
    const { connection, open, position, close } = await startEditor();
    context.after(close);
    await open(script, 'docker run --rm nginx\n');
    for (const request of requests) {
      for (const params of malformed) {
        await assert.rejects(
          connection.sendRequest(request, params),
          (error) => error instanceof ResponseError && (error.code === ErrorCodes.InvalidParams || error.code === ErrorCodes.InternalError) && error.message !== '',
          `${request} ${JSON.stringify(params)}`,
        );
      }
    }
    await assert.rejects(connection.sendRequest('no/such/request', {}), (error) => error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound);
    assert.ok((await connection.sendRequest('textDocument/hover', position(script, 0, 13))) !== null);
  });

  test('malformed notifications are survived', async (context) => {
    const { connection, open, position, findings, close } = await startEditor();
    context.after(close);
    for (const [method, params] of [
      ['textDocument/didOpen', {}],
      ['textDocument/didChange', { textDocument: { uri: 'file:///not/open.sh', version: 2 }, contentChanges: [{ text: 'x' }] }],
      ['textDocument/didChange', {}],
      ['textDocument/didClose', { textDocument: { uri: 'file:///not/open.sh' } }],
      ['textDocument/didClose', null],
      ['workspace/didChangeConfiguration', { settings: 'x' }],
      ['workspace/didChangeConfiguration', {}],
      ['no/such/notification', {}],
    ] as const) {
      await connection.sendNotification(method, params);
    }
    await open(script, 'docker run --nmae nginx\n');
    assert.equal((await findings(script, 1)).diagnostics.length > 0, true);
    assert.ok((await connection.sendRequest('textDocument/hover', position(script, 0, 8))) !== null);
  });

  test('a text is the one sent last, also from an editor that counts no versions or opens twice', async (context) => {
    const { connection, position, close } = await startEditor();
    context.after(close);
    const rangeOf = async (character: number) => (await connection.sendRequest<{ range: unknown } | null>('textDocument/hover', position(script, 0, character)))?.range;
    const range = (start: number, end: number) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });
    const textDocument = { uri: script, languageId: 'shellscript', version: 1 };
    await connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, text: 'docker run --rm nginx' } });
    assert.deepEqual(await rangeOf(12), range(11, 15));
    await connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, text: 'docker run --memory 1g nginx' } });
    assert.deepEqual(await rangeOf(12), range(11, 19));
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri: script, version: 1 }, contentChanges: [{ text: 'docker run --name web nginx' }] });
    assert.deepEqual(await rangeOf(12), range(11, 17));
  });

  test('positions behind the end of a line or of the text are taken for the end', async (context) => {
    const { connection, open, position, close } = await startEditor();
    context.after(close);
    await open(script, 'docker run --rm nginx');
    for (const at of [position(script, 0, 10_000), position(script, 10_000, 0)]) {
      assert.notEqual(await connection.sendRequest('textDocument/hover', at), undefined);
    }
  });

  test('items that this server never made are resolved to themselves', async (context) => {
    const { connection, close } = await startEditor();
    context.after(close);
    for (const data of [undefined, null, 1, {}, { kind: 'flag', owner: 'run' }, { kind: 'flag', owner: 'x', name: 'y' }, { kind: 'command', id: 'toString' }]) {
      assert.equal((await connection.sendRequest<{ label: string }>('completionItem/resolve', { label: 'x', data })).label, 'x');
      assert.deepEqual(await connection.sendRequest('codeAction/resolve', { title: 'x', data }), { title: 'x', ...(data === undefined ? {} : { data }) });
    }
    await assert.rejects(connection.sendRequest('codeAction/resolve', { title: 'x', data: { fixAllOf: 'file:///not/open.sh' } }), (error) => error instanceof ResponseError && error.code === ErrorCodes.InvalidParams);
  });
});
