/** Every request of the language server, over the wire. */
import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { DiagnosticSeverity, type CodeAction, type CompletionItem, type CompletionList, type Hover, type SignatureHelp } from 'vscode-languageserver/node';
import { startEditor, type Editor, type EditorOptions } from './editor.ts';

const script = 'file:///project/deploy.sh';

async function editor(context: TestContext, options?: EditorOptions): Promise<Editor> {
  const started = await startEditor(options);
  context.after(() => started.close());
  return started;
}

function markdownOf(hover: Hover | null): string {
  assert.ok(hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents);
  return hover.contents.value;
}

suite('language server', () => {
  test('tells what it can do, in UTF-16 positions', async (context) => {
    const { initialized } = await editor(context);
    const { capabilities, serverInfo } = initialized;
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(serverInfo, { name: 'Gantry', version: '1.2.3' });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.gantry'], resolveProvider: true });
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('-'));
  });

  test('hover explains a flag behind characters of two units', async (context) => {
    const { connection, open, position } = await editor(context);
    await open(script, 'echo "😀"; docker run --memory 512m nginx\n');
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', position(script, 0, 26));
    assert.match(markdownOf(hover), /`--memory`/);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 22 }, end: { line: 0, character: 30 } });
  });

  test('completion offers flags in order, and their prose when one is looked at', async (context) => {
    const { connection, open, position } = await editor(context);
    await open(script, 'docker run --');
    const list = await connection.sendRequest<CompletionList>('textDocument/completion', { ...position(script, 0, 13), context: { triggerKind: 2, triggerCharacter: '-' } });
    const [first] = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.equal(first?.label, '--name');
    assert.equal(first.documentation, undefined);
    assert.deepEqual(first.textEdit, { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 13 } }, newText: '--name ' });
    assert.equal(first.command, undefined);
    const resolved = await connection.sendRequest<CompletionItem>('completionItem/resolve', first);
    assert.match((resolved.documentation as { value: string }).value, /\*Why\*/);
  });

  test('completion asks VS Code to go on where a value can be offered', async (context) => {
    const { connection, open, position } = await editor(context, { initialize: { initializationOptions: { codeEditor: true } } });
    await open(script, 'docker run --rest');
    const list = await connection.sendRequest<CompletionList>('textDocument/completion', position(script, 0, 17));
    const restart = list.items.find(({ label }) => label === '--restart');
    assert.equal(restart?.command?.command, 'editor.action.triggerSuggest');
  });

  test('completion says what a flag does on each entry where the editor has room for it, else above its documentation', async (context) => {
    const capabilities = { textDocument: { completion: { completionItem: { labelDetailsSupport: true } } } };
    const flag = async (options?: EditorOptions): Promise<CompletionItem | undefined> => {
      const { connection, open, position } = await editor(context, options);
      await open(script, 'docker run --');
      const list = await connection.sendRequest<CompletionList>('textDocument/completion', position(script, 0, 13));
      return list.items.find(({ label }) => label === '--rm');
    };
    const listed = await flag({ initialize: { capabilities } });
    assert.equal(listed?.labelDetails?.description, 'Deletes the container');
    assert.equal(listed.detail, undefined);
    const plain = await flag();
    assert.match(plain?.detail ?? '', /^Deletes the container, and its anonymous volumes/);
    assert.equal(plain?.labelDetails, undefined);
  });

  test('completion inserts snippets only where the editor knows them', async (context) => {
    const plain = await editor(context, { initialize: { capabilities: {} } });
    const rich = await editor(context);
    for (const [{ connection, open, position }, format, newText] of [[plain, 1, 'on-failure:5'], [rich, 2, 'on-failure:${1:5}']] as const) {
      await open(script, 'docker run --restart ');
      const list = await connection.sendRequest<CompletionList>('textDocument/completion', position(script, 0, 21));
      const item = list.items.find(({ label }) => label === 'on-failure:5');
      assert.equal(item?.insertTextFormat, format);
      assert.equal(item.textEdit?.newText, newText);
    }
  });

  test('signature help follows the value', async (context) => {
    const { connection, open, position } = await editor(context);
    await open(script, 'docker run --ulimit nofile=1024:');
    const help = await connection.sendRequest<SignatureHelp>('textDocument/signatureHelp', position(script, 0, 32));
    assert.equal(help.activeParameter, 2);
    assert.match(help.signatures[0]?.label ?? '', /^name=soft/);
  });

  test('findings come after opening and after each change, and go on closing', async (context) => {
    const { connection, open, change, findings } = await editor(context);
    await open(script, 'docker run --restart sometimes nginx\n');
    const first = await findings(script, 1);
    const [finding] = first.diagnostics;
    assert.equal(finding?.source, 'gantry');
    assert.equal(finding.code, 'invalid-restart-policy');
    assert.equal(finding.severity, DiagnosticSeverity.Error);
    assert.deepEqual(finding.range, { start: { line: 0, character: 21 }, end: { line: 0, character: 30 } });
    await change(script, 2, 'always', finding.range);
    assert.ok((await findings(script, 2)).diagnostics.every(({ code }) => code !== 'invalid-restart-policy'));
    await change(script, 3, 'docker run --nmae web nginx\n');
    assert.deepEqual((await findings(script, 3)).diagnostics.map(({ code }) => code), ['unknown-flag']);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: script } });
    assert.deepEqual(await findings(script), { uri: script, diagnostics: [] });
  });

  test('changes that arrive together are answered once', async (context) => {
    const { open, change, findings } = await editor(context);
    await open(script, '');
    for (let version = 2; version <= 20; version++) {
      await change(script, version, 'docker run --nmae web nginx\n');
    }
    const last = await findings(script, 20);
    assert.equal(last.version, 20);
  });

  test('quick fixes mend the finding under the cursor, and fix-all all safe ones', async (context) => {
    const { connection, open, findings } = await editor(context);
    const text = 'docker run --nmae web nginx\ndocker stop --time 5 web\n';
    await open(script, text);
    const { diagnostics } = await findings(script, 1);
    const textDocument = { uri: script };
    const cursor = { line: 0, character: 13 };
    const quick = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range: { start: cursor, end: cursor }, context: { diagnostics, only: ['quickfix'] } });
    const [fix] = quick;
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.deepEqual(fix.diagnostics, diagnostics.slice(0, 1));
    assert.deepEqual(fix.edit?.changes?.[script], [{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 17 } }, newText: '--name' }]);

    const all = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range: { start: cursor, end: cursor }, context: { diagnostics: [], only: ['source.fixAll'] } });
    assert.deepEqual(all.map(({ kind }) => kind), ['source.fixAll.gantry']);
    assert.deepEqual(all[0]?.edit?.changes?.[script]?.map(({ newText }) => newText), ['--name', '-t']);
    const none = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range: { start: cursor, end: cursor }, context: { diagnostics: [], only: ['source.organizeImports'] } });
    assert.deepEqual(none, []);
  });

  test('fix-all writes its edits when it is chosen, for the text as it is then', async (context) => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };
    const { connection, open, change } = await editor(context, { initialize: { capabilities } });
    await open(script, 'docker run --nmae web nginx\n');
    const ask = (only?: string[]) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: script },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      });
    const listed = (await ask()).find(({ kind }) => kind === 'source.fixAll.gantry');
    assert.ok(listed !== undefined && listed.edit === undefined && listed.title !== '');
    const edits = async (action: CodeAction) => (await connection.sendRequest<CodeAction>('codeAction/resolve', action)).edit?.documentChanges;
    assert.deepEqual(await edits(listed), [
      { textDocument: { uri: script, version: 1 }, edits: [{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 17 } }, newText: '--name' }] },
    ]);
    await change(script, 2, '\ndocker run --nmae web nginx\n');
    assert.deepEqual(await edits(listed), [
      { textDocument: { uri: script, version: 2 }, edits: [{ range: { start: { line: 1, character: 11 }, end: { line: 1, character: 17 } }, newText: '--name' }] },
    ]);
    // Set-ups for saving name the kind, and few of them ask for the edits.
    for (const only of ['source.fixAll.gantry', 'source.fixAll', 'source']) {
      const [named] = await ask([only]);
      assert.equal(named?.edit?.documentChanges?.length, 1, only);
    }
    await change(script, 3, 'docker run --name web nginx\n');
    assert.deepEqual((await ask()).filter(({ kind }) => kind === 'source.fixAll.gantry'), []);
    assert.equal(await edits(listed), undefined);
  });

  test('edits carry the version of the document where the editor checks it', async (context) => {
    const { connection, open } = await editor(context, { initialize: { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } } });
    await open(script, 'docker run --nmae web nginx\n');
    const position = { line: 0, character: 13 };
    const [fix] = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: script }, range: { start: position, end: position }, context: { diagnostics: [] } });
    assert.deepEqual(fix?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument), [{ uri: script, version: 1 }]);
  });

  test('Markdown is read, other languages are not', async (context) => {
    const { connection, open, findings, position } = await editor(context);
    await open('file:///project/README.md', '# Run\n\n```sh\n$ docker run --nmae web nginx\n```\n', 'markdown');
    assert.deepEqual((await findings('file:///project/README.md', 1)).diagnostics.map(({ range }) => range.start), [{ line: 3, character: 13 }]);
    await open('file:///project/a.py', 'docker run --nmae web nginx\n', 'python');
    assert.deepEqual((await findings('file:///project/a.py', 1)).diagnostics, []);
    assert.equal(await connection.sendRequest('textDocument/hover', position('file:///project/a.py', 0, 8)), null);
    await open('untitled:Untitled-1', 'docker run --nmae web nginx\n');
    assert.equal((await findings('untitled:Untitled-1', 1)).diagnostics.length, 1);
  });
});
