/** What a hostile workspace can make the built language server do: nothing untrusted, and little when it is trusted. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node';
import { projectRoot } from '../../scripts/build.ts';

const server = path.join(projectRoot, 'dist/server.cjs');
const recorder = fileURLToPath(new URL('recorder.ts', import.meta.url));

const script = `#!/bin/sh
docker run --memroy 1g --env-file ../outside/secret.env --env-file leads-out/secret.env --env-file own.env -v ./leads-out:/x nginx:1.27
docker -H tcp://evil.example:2375 ps
docker run -v "$(touch ran)":/x nginx:1.27
`;

/** A folder `workspace` that reaches for its neighbour `outside` by every way there is. */
function hostileWorkspace(context: TestContext): string {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'gantry-hostile-')));
  context.after(() => rmSync(top, { recursive: true }));
  const put = (file: string, content: unknown): void => {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  put('.gantry.json', { rules: { 'unknown-flag': 'off' } });
  put('outside/rules.json', { rules: { 'unknown-flag': 'off' } });
  put('outside/secret.env', 'KEY=value\n');
  put('workspace/.gantry.json', { extends: ['../outside/rules.json', './leads-out/rules.json', './linked.json', '/etc/passwd', './own.json', 'gantry-plugin'], rules: {} });
  put('workspace/own.json', { rules: { 'insecure-daemon-endpoint': 'off' } });
  put('workspace/package.json', { gantry: { extends: '../outside/rules.json' }, main: 'evil.js' });
  put('workspace/.env', 'NODE_OPTIONS=--require=./evil.js\n');
  for (const evil of ['evil.js', 'index.js', 'node_modules/gantry-plugin/index.js', 'node_modules/vscode-languageserver/node.js']) {
    put(`workspace/${evil}`, "require('node:fs').writeFileSync('ran', '');\n");
  }
  put('workspace/deploy.sh', script);
  symlinkSync('../outside', path.join(top, 'workspace/leads-out'));
  symlinkSync('../outside/rules.json', path.join(top, 'workspace/linked.json'));
  return top;
}

/** A call that recorder.ts noted; files are named relative to the folder that holds the workspace, after following links. */
interface Call {
  readonly what: string;
  readonly subject: string;
}

interface Watched {
  readonly calls: readonly Call[];
  readonly findings: readonly unknown[];
  /** Whether some program of the workspace has run. */
  readonly ran: boolean;
}

/** The calls of the record, without those that concern other files than the hostile ones. */
function callsIn(record: string, top: string): Call[] {
  const lines = readFileSync(record, 'utf8').split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { what, subject } = JSON.parse(line) as { what: string; subject: unknown };
    if (typeof subject !== 'string' || !/^(?:look at|read|write)$/.test(what)) {
      return [{ what, subject: JSON.stringify(subject) }];
    }
    const named = path.resolve(top, 'workspace', subject);
    const file = existsSync(named) ? realpathSync(named) : named;
    return named.startsWith(top) || file.startsWith(top) || what === 'write' ? [{ what, subject: path.relative(top, file) }] : [];
  });
}

/** Opens the script as VS Code does, with the workspace as the server's working directory, and asks for all that it offers. */
async function serve(context: TestContext, trusted: boolean): Promise<Watched> {
  const top = hostileWorkspace(context);
  const workspace = path.join(top, 'workspace');
  const record = path.join(top, 'record');
  writeFileSync(record, '');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--import', recorder, server, '--stdio'], {
    cwd: workspace,
    env: { ...process.env, GANTRY_RECORD: record },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  context.after(() => child.kill());
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const uri = pathToFileURL(path.join(workspace, 'deploy.sh')).href;
  const found = new Promise<readonly Diagnostic[]>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      if (params.uri === uri) {
        resolve(params.diagnostics);
      }
    });
  });
  connection.listen();
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } };
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'w' }], initializationOptions: { trusted } });
  writeFileSync(record, '');
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'shellscript', version: 1, text: script } });
  const findings = await found;
  const document = { textDocument: { uri }, position: { line: 1, character: 14 } };
  for (const method of ['hover', 'completion', 'signatureHelp']) {
    await connection.sendRequest(`textDocument/${method}`, document);
  }
  await connection.sendRequest('textDocument/codeAction', { ...document, range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }, context: { diagnostics: [] } });
  const calls = callsIn(record, top);
  const ended = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  return { calls, findings: findings.map(({ code }) => code), ran: existsSync(path.join(workspace, 'ran')) };
}

suite('a hostile workspace', () => {
  test('that is not trusted: the server touches none of its files, starts nothing, calls nobody, and judges by its own rules', async (context) => {
    assert.ok(existsSync(server), 'dist/ is not built: run `npm run build` first');
    const { calls, findings, ran } = await serve(context, false);
    assert.deepEqual(calls, []);
    assert.ok(findings.includes('unknown-flag') && findings.includes('insecure-daemon-endpoint'), findings.join());
    assert.equal(ran, false);
  });

  test('that is trusted: the server reads its files only and none outside, starts nothing, calls nobody', async (context) => {
    const { calls, findings, ran } = await serve(context, true);
    const read = calls.filter(({ what }) => what === 'read').map(({ subject }) => subject);
    assert.deepEqual([...new Set(read)].sort(), ['workspace/.gantry.json', 'workspace/own.json']);
    assert.deepEqual(calls.filter(({ what }) => what !== 'read' && what !== 'look at'), []);
    assert.ok(findings.includes('unknown-flag') && !findings.includes('insecure-daemon-endpoint'), findings.join());
    assert.equal(ran, false);
  });
});
