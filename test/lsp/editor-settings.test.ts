/** Settings reach the server by each of the ways that editors have, and bad ones do no harm. */
import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { readSettings, defaultServerSettings } from '../../server/src/lsp/settings.ts';
import { startEditor, type Editor, type EditorOptions } from './editor.ts';

const script = 'file:///project/deploy.sh';
const bad = 'docker run --nmae web nginx\n';

async function editor(context: TestContext, options?: EditorOptions): Promise<Editor> {
  const started = await startEditor(options);
  context.after(() => started.close());
  return started;
}

/** Waits until the findings for the script number `count`. */
async function untilFindings({ findings }: Editor, count: number): Promise<void> {
  while ((await findings(script)).diagnostics.length !== count) {
    // The findings of earlier settings may still be on their way.
  }
}

suite('settings over the protocol', () => {
  test('are asked for, and asked for again when they change', async (context) => {
    const started = await editor(context, { configuration: { rules: { 'unknown-flag': 'off' } } });
    await started.open(script, bad);
    await untilFindings(started, 0);
    await started.configure({});
    await untilFindings(started, 1);
    await started.configure({ enable: false });
    await untilFindings(started, 0);
    assert.equal(await started.connection.sendRequest('textDocument/hover', started.position(script, 0, 8)), null);
    await started.configure({ enable: true });
    await untilFindings(started, 1);
  });

  test('are taken from initializationOptions and from didChangeConfiguration by editors that cannot be asked', async (context) => {
    const started = await editor(context, { initialize: { initializationOptions: { settings: { rules: { 'unknown-flag': 'off' } } } } });
    await started.open(script, bad);
    await untilFindings(started, 0);
    await started.connection.sendNotification('workspace/didChangeConfiguration', { settings: { gantry: { rules: { 'unknown-flag': 'hint' } } } });
    await untilFindings(started, 1);
  });

  test('that say what applied before do not have the documents judged again', async (context) => {
    const sent: number[] = [];
    const started = await editor(context, { configuration: {} });
    started.connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: PublishDiagnosticsParams) => void sent.push(diagnostics.length));
    const untilSent = async (count: number) => {
      while (sent.at(-1) !== count) {
        await started.connection.sendRequest('textDocument/hover', started.position(script, 0, 8));
      }
    };
    await started.open(script, bad);
    await untilSent(1);
    await started.configure({ hover: { enable: true } });
    // The server asks for the settings, hears them and judges: a question and its answer each.
    for (let turn = 0; turn < 3; turn++) {
      await started.connection.sendRequest('textDocument/hover', started.position(script, 0, 8));
    }
    await started.configure({ rules: { 'unknown-flag': 'off' } });
    await untilSent(0);
    assert.deepEqual(sent, [1, 0]);
  });

  test('hover and completion can be switched off alone', async (context) => {
    const started = await editor(context, { initialize: { initializationOptions: { settings: { hover: { enable: false }, completion: { enable: false } } } } });
    await started.open(script, bad);
    await untilFindings(started, 1);
    assert.equal(await started.connection.sendRequest('textDocument/hover', started.position(script, 0, 8)), null);
    assert.equal(await started.connection.sendRequest('textDocument/completion', started.position(script, 0, 11)), null);
  });

  test('a malformed value is told once and the default applies', async (context) => {
    const started = await editor(context, { configuration: { enable: 'yes', dockerVersion: 3 } });
    await started.open(script, bad);
    await untilFindings(started, 1);
    await started.configure({ enable: 'yes', dockerVersion: 3, rules: { 'unknown-flag': 'off' } });
    await untilFindings(started, 0);
    assert.deepEqual(started.log.filter((message) => message.includes('gantry.enable')).length, 1);
    assert.deepEqual(started.log.filter((message) => message.includes('gantry.dockerVersion')).length, 1);
  });
});

suite('reading settings', () => {
  const known = new Set(['unknown-flag']);
  const read = (section: unknown) => {
    const complaints: string[] = [];
    return { settings: readSettings(section, known, (message) => complaints.push(message)), complaints };
  };

  for (const nothing of [undefined, null, {}]) {
    test(`${nothing === undefined ? 'undefined' : JSON.stringify(nothing)} means the defaults`, () => {
      assert.deepEqual(read(nothing), { settings: defaultServerSettings, complaints: [] });
    });
  }

  for (const [section, about] of [
    [[], 'gantry is'],
    ['on', 'gantry is'],
    [{ enable: 1 }, 'gantry.enable'],
    [{ dockerVersion: 'new' }, 'gantry.dockerVersion'],
    [{ rules: ['x'] }, 'gantry.rules'],
    [{ rules: { 'unknown-flag': 'loud' } }, 'unknown-flag'],
    [{ hover: true }, 'gantry.hover'],
    [{ completion: { enable: 'no' } }, 'gantry.completion.enable'],
  ] as const) {
    test(`${JSON.stringify(section)} is complained about`, () => {
      const { settings, complaints } = read(section);
      assert.deepEqual(settings, defaultServerSettings);
      assert.equal(complaints.length, 1);
      assert.ok(complaints[0]?.includes(about), complaints[0]);
    });
  }

  test('a rule that does not exist is named', () => {
    assert.match(read({ rules: { 'no-such-rule': 'off' } }).complaints[0] ?? '', /no-such-rule/);
  });

  for (const [name, version] of [['20.10', '20.10.24'], ['24.0', '20.10.24'], ['25.0', '28.2.2'], ['28.2.2', '28.2.2'], ['29.0', '29.8.0-dev'], ['latest', '29.8.0-dev']]) {
    test(`Docker ${name ?? ''} is judged as ${version ?? ''}`, () => {
      assert.equal(read({ dockerVersion: name }).settings.version, version);
    });
  }
});
