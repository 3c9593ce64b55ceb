/** Hardening over the wire: kinds of actions, tab stops and risks where the editor takes them, values from the settings. */
import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { SnippetTextEdit, TextDocumentEdit, type CodeAction, type Hover, type InitializeParams } from 'vscode-languageserver/node';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { defaultHardeningValues } from '../../server/src/language/hardening/values.ts';
import { startEditor, type EditorOptions } from './editor.ts';

const script = 'file:///project/deploy.sh';
const service = 'docker run -d -p 8080:8080 shop:2.4\n';

const codeEditor: Partial<InitializeParams> = {
  initializationOptions: { codeEditor: true },
  capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true, changeAnnotationSupport: { groupsOnLabel: true } } } },
};

async function actionsOn(context: TestContext, text: string, only: string[] | undefined, options?: EditorOptions): Promise<CodeAction[]> {
  const { connection, open, close } = await startEditor(options);
  context.after(close);
  await open(script, text);
  const position = { line: 0, character: text.indexOf('run') + 1 };
  return connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: script }, range: { start: position, end: position }, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } });
}

function named(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  assert.ok(action !== undefined, `${title} is among: ${actions.map((candidate) => candidate.title).join(', ')}`);
  return action;
}

suite('hardening over the protocol', () => {
  test('is a refactoring, as are layouts', async (context) => {
    const actions = await actionsOn(context, service, ['refactor']);
    assert.deepEqual(actions.slice(0, 2).map(({ title }) => title), ['Harden this command', 'Harden, keep ports public']);
    assert.ok(actions.every(({ kind }) => kind === 'refactor.rewrite'));
    assert.ok(actions.some(({ title }) => title === 'One flag per line'));
    assert.ok(actions.every(({ isPreferred }) => isPreferred !== true));
  });

  test('settles the hint, and nothing is offered twice', async (context) => {
    const actions = await actionsOn(context, service, undefined);
    const titles = actions.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    for (const title of ['Harden this command', 'Add `--cpus 1`']) {
      const { kind, diagnostics } = named(actions, title);
      assert.equal(kind, 'quickfix');
      assert.deepEqual(diagnostics?.map(({ code }) => code), ['hardening-available']);
    }
    assert.equal(named(actions, 'One flag per line').kind, 'refactor.rewrite');
  });

  test('is no part of fixing all', async (context) => {
    assert.deepEqual(await actionsOn(context, service, ['source.fixAll']), []);
  });

  test('is plain text for editors without tab stops', async (context) => {
    const { edit } = named(await actionsOn(context, service, ['refactor']), 'Harden this command');
    assert.match(edit?.changes?.[script]?.map(({ newText }) => newText).join('') ?? '', /^ \\\n {2}--restart unless-stopped \\\n .*--memory 512m \\\n/s);
    assert.equal(edit?.changeAnnotations, undefined);
  });

  test('has tab stops and tells its risks in VS Code', async (context) => {
    const { edit } = named(await actionsOn(context, service, ['refactor'], { initialize: codeEditor }), 'Harden this command');
    const [change] = edit?.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    const snippets = change.edits.map((one) => (SnippetTextEdit.is(one) ? one.snippet.value : ''));
    assert.match(snippets.join(''), / \\\\\n {2}--restart \$\{1:unless-stopped\} .*--memory \$\{2:512m\} .*--memory-swap \$\{2:512m\} .*max-size=\$\{5:10m\} .*--user \$\{7:1000:1000\} /s);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.label, 'Harden this command');
    assert.match(annotation.description ?? '', /Read-only file system: programs that write/);
    assert.ok(annotation.needsConfirmation !== true && change.edits.every((one) => 'annotationId' in one));
  });

  test('leaves the indentation of a snippet to the editor, which repeats that of the line', async (context) => {
    const text = '  docker run -d \\\n    -p 8080:8080 \\\n    shop:2.4\n';
    const { edit } = named(await actionsOn(context, text, ['refactor'], { initialize: codeEditor }), 'Add `--memory 512m --memory-swap 512m`');
    const [change] = edit?.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.edits.map((one) => (SnippetTextEdit.is(one) ? one.snippet.value : '')), [' \\\\\n  --memory ${1:512m} \\\\\n  --memory-swap ${1:512m}']);
  });

  test('writes the values of the settings', async (context) => {
    const options: EditorOptions = { initialize: { initializationOptions: { settings: { harden: { memory: '2g', pidsLimit: 50 } } } } };
    const { edit } = named(await actionsOn(context, service, ['refactor'], options), 'Harden this command');
    assert.match(edit?.changes?.[script]?.[0]?.newText ?? '', /--memory 2g .*--memory-swap 2g .*--pids-limit 50 /s);
  });

  test('hovering `run` shows the posture', async (context) => {
    const { connection, open, position, close } = await startEditor();
    context.after(close);
    await open(script, 'docker run -d --read-only --user root shop:2.4\n');
    const hover = await connection.sendRequest<Hover>('textDocument/hover', position(script, 0, 8));
    assert.ok('value' in (hover.contents as object));
    const { value } = hover.contents as { value: string };
    assert.match(value, /\*Hardening\*: 2 of 12 measures\./);
    assert.match(value, /\| Read-only file system \(`--read-only`\) \| present \|/);
    assert.match(value, /\| Process limit \(`--pids-limit`\) \| \*\*absent\*\* \|/);
    assert.match(value, /\| User other than root \(`--user`\) \| \*\*absent\*\*, by choice \| Root was chosen\. \|/);
    assert.match(value, /\| Ports bound to an address .*\| – \| No port is published\. \|/);
  });
});

test('settings that cannot be written into a command keep their defaults and are told', () => {
  const complaints: string[] = [];
  const { hardening } = readSettings({ harden: { memory: '1m', cpus: 2, user: 'a b; rm -rf', restart: 'sometimes', envFile: 'prod.env', logMaxFile: '$(x)' } }, new Set(), (message) => complaints.push(message));
  assert.deepEqual(hardening, { ...defaultHardeningValues, cpus: '2', envFile: 'prod.env' });
  assert.deepEqual(complaints.map((complaint) => /gantry\.harden\.\w+/.exec(complaint)?.[0]).sort(), ['gantry.harden.logMaxFile', 'gantry.harden.memory', 'gantry.harden.restart', 'gantry.harden.user']);
});
