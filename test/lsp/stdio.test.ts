/** The server as a process: framing, broken input and exit codes. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { suite, test, type TestContext } from 'node:test';

const main = fileURLToPath(new URL('../../server/src/lsp/main.ts', import.meta.url));

function start(context: TestContext, ...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
  context.after(() => child.kill());
  return child;
}

function frame(message: object | string): string {
  const body = typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function send(child: ChildProcessWithoutNullStreams, message: object | string): void {
  child.stdin.write(frame(message));
}

/** Reads until the answer to the request has come. */
function answer(child: ChildProcessWithoutNullStreams, id: number | 'null'): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const at = output.indexOf(`"id":${id},`);
      if (at >= 0) {
        resolve(output.slice(at));
      }
    });
    child.once('exit', () => reject(new Error(`the server ended without an answer: ${output}`)));
  });
}

async function exitCode(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  const [code] = (await once(child, 'exit')) as unknown[];
  return code;
}

const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

suite('language server process', () => {
  test('answers, survives a body that is no JSON, and ends with 0 after shutdown and exit', async (context) => {
    const child = start(context, '--stdio');
    child.stdout.setEncoding('utf8');
    send(child, initialize);
    send(child, { method: 'initialized', params: {} });
    const told = answer(child, 'null');
    send(child, '{"jsonrpc":');
    assert.match(await told, /"code":-32700/);
    send(child, { method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///a.sh', languageId: 'shellscript', version: 1, text: 'docker run --rm nginx' } } });
    send(child, { id: 2, method: 'textDocument/hover', params: { textDocument: { uri: 'file:///a.sh' }, position: { line: 0, character: 13 } } });
    const ended = exitCode(child);
    assert.match(await answer(child, 2), /--rm/);
    send(child, { id: 3, method: 'shutdown' });
    send(child, { method: 'exit' });
    assert.equal(await ended, 0);
  });

  test('answers no request before it is initialized, nor after it was shut down', async (context) => {
    const child = start(context, '--stdio');
    const hover = { method: 'textDocument/hover', params: { textDocument: { uri: 'file:///a.sh' }, position: { line: 0, character: 0 } } };
    send(child, { id: 7, ...hover });
    assert.match(await answer(child, 7), /"code":-32002/);
    send(child, initialize);
    send(child, { id: 8, method: 'shutdown' });
    await answer(child, 8);
    send(child, { id: 9, ...hover });
    assert.match(await answer(child, 9), /"code":-32600/);
  });

  test('ends with 1 on exit without shutdown', async (context) => {
    const child = start(context, '--stdio');
    send(child, initialize);
    send(child, { method: 'exit' });
    assert.equal(await exitCode(child), 1);
  });

  test('ends when its input does', async (context) => {
    const child = start(context, '--stdio');
    send(child, initialize);
    child.stdin.end();
    assert.equal(await exitCode(child), 1);
  });

  test('takes the end of its input as exit, after all that came before it', async (context) => {
    for (const [name, last, code] of [
      ['shutdown and exit', [frame({ id: 3, method: 'shutdown' }), frame({ method: 'exit' })], 0],
      ['shutdown without exit', [frame({ id: 3, method: 'shutdown' })], 0],
      ['exit without shutdown', [frame({ id: 3, method: 'unknown' }), frame({ method: 'exit' })], 1],
      ['neither', [frame({ id: 3, method: 'unknown' })], 1],
      ['half a message', [frame({ id: 3, method: 'shutdown' }), 'Content-Length: 99\r\n\r\n{"jsonrpc'], 0],
    ] as const) {
      const child = start(context, '--stdio');
      const ended = exitCode(child);
      child.stdin.end([frame(initialize), frame({ method: 'initialized', params: {} }), ...last].join(''));
      assert.equal(await ended, code, name);
    }
  });

  test('refuses what it does not know, with the way to the help', async (context) => {
    const child = start(context, '--socket=6009');
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    assert.equal(await exitCode(child), 2);
    assert.match(errors, /"--socket=6009".*\n.*--help/);
  });
});
