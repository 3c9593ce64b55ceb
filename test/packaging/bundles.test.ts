/** The built bundles, as users get them: they run alone, in a folder without node_modules. */
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/build.ts';

const dist = path.join(projectRoot, 'dist');
const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };

interface Ended {
  readonly output: string;
  readonly code: number | null;
}

/** Gives the program the input, and `last` once it has said `awaited`; resolves when it ends. */
function talk(program: string, args: readonly string[], input: string, awaited = '', last = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: path.dirname(program), timeout: 20_000 });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (awaited !== '' && output.includes(awaited) && !child.stdin.writableEnded) {
        child.stdin.end(last);
      }
    });
    child.once('error', reject).once('close', (code) => {
      resolve({ output, code });
    });
    child.stdin.write(input);
    if (awaited === '') {
      child.stdin.end();
    }
  });
}

function message(body: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

void suite('the bundles of dist/', () => {
  before(() => {
    assert.ok(existsSync(path.join(dist, 'server.cjs')), 'dist/ is not built: run `npm run build` first');
  });

  /** Copies a bundle, with those that it loads, to where it finds none of its dependencies. */
  function alone(t: { after(fn: () => void): void }, bundle: string, ...loaded: readonly string[]): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'gantry-bundle-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    for (const file of [bundle, ...loaded]) {
      copyFileSync(path.join(dist, file), path.join(folder, file));
    }
    return path.join(folder, bundle);
  }

  void test('the language server answers over stdio, and ends when told to', async (t) => {
    const uri = 'file:///tmp/a.sh';
    const { output, code } = await talk(
      alone(t, 'server.cjs', 'protocol.cjs'),
      ['--stdio'],
      [
        message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
        message({ method: 'initialized', params: {} }),
        message({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'shellscript', version: 1, text: 'docker run --memroy 1g nginx' } } }),
        message({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 8 } } }),
        message({ id: 3, method: 'shutdown' }),
      ].join(''),
      '"id":3',
      message({ method: 'exit' }),
    );
    assert.equal(code, 0);
    assert.match(output, /"hoverProvider":true/);
    assert.match(output, new RegExp(`"version":"${version.replaceAll('.', '\\.')}"`));
    assert.match(output, /"id":2,"result":\{"contents"/);
  });

  void test('the command line finds what is wrong, and says its version', async (t) => {
    const gantry = alone(t, 'gantry.cjs');
    assert.equal(execFileSync(process.execPath, [gantry, '--version'], { encoding: 'utf8' }).trim(), version);
    const { output, code } = await talk(gantry, ['lint', '--format', 'json', '-'], '#!/bin/sh\ndocker stop --time 5 web\n');
    assert.equal(code, 1);
    assert.deepEqual(
      (JSON.parse(output) as { ruleId: string; line: number; column: number }[]).map(({ ruleId, line, column }) => [ruleId, line, column]),
      [['deprecated-stop-time', 2, 13]],
    );
  });

  void test('the library of the explorer runs alone, and holds nothing that Gantry never calls', async (t) => {
    const library = alone(t, 'dockerode.cjs');
    const socketPath = path.join(path.dirname(library), 'engine.sock');
    const engine = createServer((_, response) => response.end('[{"Id":"abc"}]'));
    await new Promise<void>((resolve) => engine.listen(socketPath, resolve));
    t.after(() => engine.close());
    const script = 'new (require(process.argv[1]))({ socketPath: process.argv[2] }).listContainers().then((list) => console.log(list[0].Id))';
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, library, socketPath]);
    assert.equal(stdout.trim(), 'abc');
    const source = readFileSync(library, 'utf8');
    assert.ok(source.length < 100_000, `${source.length} bytes`);
    assert.doesNotMatch(source, /protobufjs|grpc-js|sshcrypto|dockerignore\/|ustar/);
    // The notices are made of the files that went into the bundles.
    assert.doesNotMatch(readFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), 'utf8'), /^(?:ssh2|cpu-features|@grpc\/.*|@?protobufjs\S*|tar-fs|readable-stream) \d/m);
  });

  void test('the extension leaves that library alone until the first connection', () => {
    const source = readFileSync(path.join(dist, 'extension.cjs'), 'utf8');
    assert.equal([...source.matchAll(/require\("\.\/dockerode\.cjs"\)/g)].length, 1);
    assert.match(source, /\.then\(\(\)\s*=>\s*[\w$]+\(require\("\.\/dockerode\.cjs"\)/);
  });

  void test('programs start with a line that names Node, so that npm can link them', () => {
    for (const bundle of ['server.cjs', 'gantry.cjs']) {
      assert.match(readFileSync(path.join(dist, bundle), 'utf8').slice(0, 40), /^#!\/usr\/bin\/env node\n/);
    }
  });

  void test('the notices name every package that is bundled, with its licence', () => {
    const notices = readFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['unbash', '@lezer/markdown', '@lezer/common', 'vscode-languageserver', 'vscode-languageclient', 'vscode-jsonrpc']) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(\\S+\\)$`, 'm'));
    }
  });
});
