/** Configuration files in an editor: they apply, are watched, show their mistakes, and yield to the editor's own settings. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite, test, type TestContext } from 'node:test';
import type { CodeAction, Diagnostic, InitializeParams, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startEditor, type Editor } from './editor.ts';

const bad = 'docker run --nmae web nginx\n';
const off = JSON.stringify({ rules: { 'unknown-flag': 'off' } });

interface Workspace extends Editor {
  uri(file: string): string;
  /** Writes the file to disk, and tells the server as a watching editor does. */
  write(file: string, content: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Waits until the file shows findings or mistakes with these codes. */
  shows(file: string, codes: readonly string[]): Promise<readonly Diagnostic[]>;
  actions(file: string, range: Range): Promise<CodeAction[]>;
}

const everything: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

interface Options {
  readonly settings?: unknown;
  readonly trusted?: boolean;
  readonly capabilities?: InitializeParams['capabilities'];
  /** The folder that the editor has open, when it is not the top. */
  readonly folder?: string;
  /** An editor that knows one folder at a time and names it as servers once expected. */
  readonly singleFolder?: boolean;
}

async function workspace(context: TestContext, files: Readonly<Record<string, string>>, options: Options = {}): Promise<Workspace> {
  const root = mkdtempSync(path.join(tmpdir(), 'gantry-workspace-'));
  const place = (file: string): string => path.join(root, file);
  const put = (file: string, content: string): void => {
    mkdirSync(path.dirname(place(file)), { recursive: true });
    writeFileSync(place(file), content);
  };
  Object.entries(files).forEach(([file, content]) => {
    put(file, content);
  });
  const uri = (file: string): string => pathToFileURL(place(file)).href;
  const opened: object = options.singleFolder === true ? { rootUri: uri('.') } : { workspaceFolders: [{ uri: uri(options.folder ?? '.'), name: 'w' }] };
  const editor = await startEditor({
    configuration: options.settings ?? {},
    initialize: {
      capabilities: options.capabilities ?? everything,
      ...opened,
      initializationOptions: { trusted: options.trusted ?? true },
    },
  });
  context.after(() => {
    editor.close();
    rmSync(root, { recursive: true, force: true });
  });
  const changed = (file: string, type: number) => editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(file), type }] });
  return {
    ...editor,
    uri,
    async write(file, content) {
      put(file, content);
      await changed(file, 2);
    },
    async remove(file) {
      rmSync(place(file));
      await changed(file, 3);
    },
    async shows(file, codes) {
      for (;;) {
        const { diagnostics } = await editor.findings(uri(file));
        // Those of earlier settings may still be on their way.
        if (diagnostics.map(({ code }) => code).join() === codes.join()) {
          return diagnostics;
        }
      }
    },
    actions: (file, range) => editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: uri(file) }, range, context: { diagnostics: [] } }),
  };
}

const onFlag: Range = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };

suite('configuration files in the workspace', () => {
  test('apply to the documents below them, the nearest first', async (context) => {
    const { open, uri, shows } = await workspace(context, { '.gantry.json': off, 'deep/package.json': JSON.stringify({ gantry: { rules: { 'unknown-flag': 'hint' } } }) });
    await open(uri('a.sh'), bad);
    await shows('a.sh', []);
    await open(uri('deep/er/b.sh'), bad);
    assert.equal((await shows('deep/er/b.sh', ['unknown-flag']))[0]?.severity, 4);
  });

  test('apply in an editor that knows one folder only', async (context) => {
    const { open, uri, shows } = await workspace(context, { '.gantry.json': off }, { singleFolder: true });
    await open(uri('a.sh'), bad);
    await shows('a.sh', []);
  });

  test('stay unread in one folder that is not trusted', async (context) => {
    const { open, uri, shows } = await workspace(context, { '.gantry.json': off }, { singleFolder: true, trusted: false });
    await open(uri('a.sh'), bad);
    await shows('a.sh', ['unknown-flag']);
  });

  test('apply to overridden files by their globs', async (context) => {
    const { open, uri, shows } = await workspace(context, { '.gantry.json': JSON.stringify({ overrides: [{ files: 'docs/**', rules: { 'unknown-flag': 'off' } }] }) });
    await open(uri('docs/a.md'), `\`\`\`sh\n${bad}\`\`\`\n`, 'markdown');
    await shows('docs/a.md', []);
    await open(uri('a.md'), `\`\`\`sh\n${bad}\`\`\`\n`, 'markdown');
    await shows('a.md', ['unknown-flag']);
  });

  test('are read again when they appear, change and go', async (context) => {
    const { open, uri, shows, write, remove } = await workspace(context, {});
    await open(uri('a.sh'), bad);
    await shows('a.sh', ['unknown-flag']);
    await write('.gantry.json', off);
    await shows('a.sh', []);
    await write('.gantry.json', '{"extends": "./shared/base.json"}');
    await shows('.gantry.json', ['configuration']);
    await write('shared/base.json', off);
    await write('.gantry.json', '{"extends": "./shared/base.json" }');
    await shows('a.sh', []);
    await write('shared/base.json', '{}');
    await shows('a.sh', ['unknown-flag']);
    await write('.gantry.json', off);
    await shows('a.sh', []);
    await remove('.gantry.json');
    await shows('a.sh', ['unknown-flag']);
  });

  test('apply as they stand in the editor before they are saved', async (context) => {
    const { open, uri, shows, change, connection } = await workspace(context, { '.gantry.json': '{}' });
    await open(uri('a.sh'), bad);
    await shows('a.sh', ['unknown-flag']);
    await open(uri('.gantry.json'), '{}', 'json');
    await change(uri('.gantry.json'), 2, off);
    await shows('a.sh', []);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('.gantry.json') } });
    await shows('a.sh', ['unknown-flag']);
  });

  test('yield to the settings of the editor', async (context) => {
    const { open, uri, shows, configure } = await workspace(context, { '.gantry.json': JSON.stringify({ rules: { 'unknown-flag': 'off' }, dockerVersion: '20.10' }) }, { settings: { rules: { 'unknown-flag': 'warning' }, dockerVersion: 'latest' } });
    const text = `${bad}docker stop --timeout 3 web\n`;
    await open(uri('a.sh'), text);
    await shows('a.sh', ['unknown-flag']);
    await configure({ dockerVersion: 'auto' });
    await shows('a.sh', ['flag-requires-newer-docker']);
  });

  test('are not looked for outside the workspace, nor in one that is not trusted', async (context) => {
    const outside = await workspace(context, { '.gantry.json': off, 'inner/x': '' }, { folder: 'inner' });
    await outside.open(outside.uri('inner/a.sh'), bad);
    await outside.shows('inner/a.sh', ['unknown-flag']);
    const untrusted = await workspace(context, { '.gantry.json': '{"rulez": 1, "rules": {"unknown-flag": "off"}}' }, { trusted: false });
    await untrusted.open(untrusted.uri('a.sh'), bad);
    await untrusted.shows('a.sh', ['unknown-flag']);
  });
});

suite('mistakes in configuration files', () => {
  test('are shown in their place, also where the file is not open, and go when they are mended', async (context) => {
    const { open, uri, shows, write } = await workspace(context, { '.gantry.json': '{\n  "extends": "./base.json"\n}\n', 'base.json': '{\n  "rules": { "unknown-flg": "off" }\n}\n' });
    await open(uri('a.sh'), bad);
    const [mistake] = await shows('base.json', ['configuration']);
    assert.deepEqual(mistake?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 26 } });
    assert.equal(mistake.source, 'gantry');
    assert.match(JSON.stringify(mistake.message), /did you mean `unknown-flag`/);
    await write('base.json', off);
    await shows('base.json', []);
    await shows('a.sh', []);
  });

  test('are shown while the file is written, though no script is open, and can be mended', async (context) => {
    const { open, uri, shows, change, actions } = await workspace(context, {});
    const text = '{"rulez": {}, "rules": {"unknown-flag": "of"}}';
    await open(uri('.gantry.json'), text, 'json');
    const [first] = await shows('.gantry.json', ['configuration', 'configuration']);
    assert.ok(first);
    const [fix] = await actions('.gantry.json', first.range);
    assert.equal(fix?.title, 'Write rules');
    const [edited] = fix.edit?.documentChanges ?? [];
    assert.ok(edited !== undefined && 'edits' in edited && 'textDocument' in edited);
    assert.deepEqual(edited.edits.map((edit) => 'newText' in edit && edit.newText), ['"rules"']);
    await change(uri('.gantry.json'), 2, '{"rules": {}}');
    await shows('.gantry.json', []);
  });

  test('leave the rest in force', async (context) => {
    const { open, uri, shows } = await workspace(context, { '.gantry.json': '{"rulez": 1, "rules": {"unknown-flag": "off", "x": "off"}, "failOn" "error"}' });
    await open(uri('a.sh'), bad);
    await shows('a.sh', []);
  });
});

suite('switching a rule off', () => {
  const titles = (offered: readonly CodeAction[]) => offered.map(({ title }) => title).filter((title) => title.startsWith('Disable'));

  test('is offered for the line, the file and the workspace, behind what mends the finding', async (context) => {
    const { open, uri, shows, actions } = await workspace(context, {});
    await open(uri('a.sh'), bad);
    await shows('a.sh', ['unknown-flag']);
    const offered = await actions('a.sh', onFlag);
    assert.equal(offered[0]?.isPreferred, true);
    assert.deepEqual(titles(offered), ['Disable unknown-flag for this line', 'Disable unknown-flag for this file', 'Disable unknown-flag in the workspace configuration']);
    for (const { diagnostics, title } of offered.filter((action) => action.title.startsWith('Disable'))) {
      assert.deepEqual(diagnostics?.map(({ code }) => code), ['unknown-flag'], title);
    }
  });

  test('makes a configuration file at the top of the workspace', async (context) => {
    const { open, uri, actions } = await workspace(context, {});
    await open(uri('deep/a.sh'), bad);
    const action = (await actions('deep/a.sh', onFlag)).find(({ title }) => title.endsWith('configuration'));
    assert.deepEqual(action?.edit?.documentChanges, [
      { kind: 'create', uri: uri('.gantry.json'), options: { ignoreIfExists: true } },
      { textDocument: { uri: uri('.gantry.json'), version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '{\n  "rules": {\n    "unknown-flag": "off"\n  }\n}\n' }] },
    ]);
  });

  test('changes the configuration file that applies, and then the finding is gone', async (context) => {
    const before = '{\n\t"failOn": "error", // as in CI\n\t"rules": {}\n}\n';
    const { open, uri, shows, actions, write } = await workspace(context, { 'deep/.gantry.json': before });
    await open(uri('deep/a.sh'), bad);
    await shows('deep/a.sh', ['unknown-flag']);
    const action = (await actions('deep/a.sh', onFlag)).find(({ title }) => title.endsWith('configuration'));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(change.textDocument.uri, uri('deep/.gantry.json'));
    const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    const after = TextDocument.applyEdits(TextDocument.create('', 'json', 0, before), edits);
    assert.equal(after, '{\n\t"failOn": "error", // as in CI\n\t"rules": {\n\t\t"unknown-flag": "off"\n\t}\n}\n');
    assert.equal(readFileSync(new URL(uri('deep/.gantry.json')), 'utf8'), before, 'the server itself writes nothing');
    await write('deep/.gantry.json', after);
    await shows('deep/a.sh', []);
  });

  test('is not offered where it would change nothing', async (context) => {
    const bySettings = await workspace(context, {}, { settings: { rules: { 'unknown-flag': 'warning' } } });
    await bySettings.open(bySettings.uri('a.sh'), bad);
    while ((await bySettings.shows('a.sh', ['unknown-flag']))[0]?.severity !== 2) {
      // The settings are still on their way.
    }
    assert.ok(!titles(await bySettings.actions('a.sh', onFlag)).some((title) => title.endsWith('configuration')));
    const broken = await workspace(context, { '.gantry.json': '{"rules": {' });
    await broken.open(broken.uri('a.sh'), bad);
    assert.ok(!titles(await broken.actions('a.sh', onFlag)).some((title) => title.endsWith('configuration')));
    const old = await workspace(context, {}, { capabilities: { workspace: { configuration: true } } });
    await old.open(old.uri('a.sh'), bad);
    assert.deepEqual(titles(await old.actions('a.sh', onFlag)), ['Disable unknown-flag for this line', 'Disable unknown-flag for this file']);
  });
});
