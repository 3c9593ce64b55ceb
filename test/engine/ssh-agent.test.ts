/** Connections over a program that stands in for ssh: how many log in at once, how long they stay, what is heard when it fails. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setImmediate as settled, setTimeout as sleep } from 'node:timers/promises';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import { sshArguments } from '../../client/src/engine/ssh-agent.ts';
import { until } from '../support/engines/process.ts';
import { rejection } from './rejection.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gantry-ssh-'));
const socket = path.join(folder, 'engine.sock');
/** Each stand-in has its own: those of the last one may still be ending. */
let log = '';
let logs = 0;

/** Notes its beginning and end, and leads to the engine's socket as `docker system dial-stdio` does. */
const dial = `const fs = require('node:fs'), net = require('node:net');
const [socket, log] = process.argv.slice(1);
fs.appendFileSync(log, '+');
process.once('SIGTERM', () => process.exit());
process.once('exit', () => fs.appendFileSync(log, '-'));
const engine = net.connect(socket);
process.stdin.pipe(engine).pipe(process.stdout);`;

const endpoint = { kind: 'ssh', destination: 'build' } as const;

function standIn(code: string) {
  log = path.join(folder, `log-${++logs}`);
  writeFileSync(log, '');
  return { program: process.execPath, arguments: ['-e', code, '--', socket, log] };
}

/** Programs that run now, and the most that ever did at once. */
function counted(): { readonly now: number; readonly most: number } {
  let [now, most] = [0, 0];
  for (const sign of readFileSync(log, 'utf8')) {
    now += sign === '+' ? 1 : -1;
    most = Math.max(most, now);
  }
  return { now, most };
}

void suite('connections over ssh', () => {
  /** Held back until a test lets them go. */
  let held: (() => void)[] | undefined;
  const engine = createServer((request, response) => {
    const answer = () => response.setHeader('Api-Version', '1.41').end(request.url?.includes('_ping') === true ? 'OK' : '[]');
    if (held === undefined) {
      answer();
    } else {
      held.push(answer);
    }
  });

  /** Node warns where listeners pile up. */
  const warnings: string[] = [];
  const warned = ({ message }: Error) => void warnings.push(message);

  before(() => {
    process.on('warning', warned);
    return new Promise<void>((resolve) => engine.listen(socket, resolve));
  });
  after(() => {
    process.off('warning', warned);
    engine.closeAllConnections();
    engine.close();
    rmSync(folder, { recursive: true });
  });

  void test('log in a few at a time, because ssh servers turn crowds away', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn(dial) });
    try {
      await client.listContainers();
      held = [];
      const calls = Array.from({ length: 12 }, () => rejection(client.wait('web')));
      await until('the first calls', () => (held?.length ?? 0) >= 4);
      await sleep(300);
      assert.ok(counted().most <= 5, String(counted().most));
      client.close();
      await Promise.all(calls);
    } finally {
      held = undefined;
      client.close();
    }
  });

  void test('are made by the ssh of the PATH, never by one of the current folder', async () => {
    const { program, arguments: words } = standIn(dial);
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'ssh'), `#!/bin/sh\nexec ${[program, ...words].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ')}\n`, { mode: 0o755 });
    const client = await connectEngine(endpoint, { ssh: { environment: { ...process.env, PATH: `${bin}${path.delimiter}/usr/bin` } } });
    try {
      assert.deepEqual(await client.listContainers(), []);
    } finally {
      client.close();
    }
    const before = process.cwd();
    process.chdir(bin);
    try {
      for (const named of [{}, { program: 'ssh' }]) {
        const lost = await connectEngine(endpoint, { ssh: { ...named, environment: { ...process.env, PATH: `.${path.delimiter}` } } });
        const { reason, details } = await rejection(lost.listContainers());
        lost.close();
        assert.deepEqual([reason, details], ['ssh', 'There is no ssh on the PATH.']);
      }
    } finally {
      process.chdir(before);
    }
  });

  void test('are shared by many short calls', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn(dial) });
    try {
      await Promise.all(Array.from({ length: 60 }, () => client.listContainers()));
      assert.ok(counted().most <= 4, String(counted().most));
      const shared = new AbortController();
      await Promise.all(Array.from({ length: 60 }, () => client.listContainers({}, { signal: shared.signal })));
      await settled();
      assert.deepEqual(warnings, []);
    } finally {
      client.close();
    }
  });

  void test('that are all taken let no call wait longer than it may', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn(dial), limits: { time: 2_000, size: 1_000_000 } });
    try {
      await client.listContainers();
      held = [];
      const before = Date.now();
      const errors = await Promise.all(Array.from({ length: 12 }, () => rejection(client.listContainers())));
      assert.deepEqual(new Set(errors.map(({ reason }) => reason)), new Set(['timed-out']));
      assert.ok(Date.now() - before < 3_900, 'all of them at the same time: one behind the other takes twice the limit');
      held = undefined;
      assert.deepEqual(await client.listContainers(), [], 'and others come after them');
    } finally {
      held = undefined;
      client.close();
    }
  });

  void test('do not wait for each other for ever: a call that the engine answers late blocks no other', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn(dial) });
    try {
      await client.listContainers();
      held = [];
      const late = Array.from({ length: 6 }, () => rejection(client.wait('web')));
      await until('all of them', () => (held?.length ?? 0) === 6);
      held = undefined;
      assert.deepEqual(await client.listContainers(), []);
      client.close();
      assert.deepEqual((await Promise.all(late)).map(({ reason }) => reason), Array.from({ length: 6 }, () => 'aborted'));
    } finally {
      held = undefined;
      client.close();
    }
  });

  void test('serve several calls, and end when none comes for a while', async () => {
    const client = await connectEngine(endpoint, { ssh: { ...standIn(dial), idleTime: 300 } });
    try {
      await client.listContainers();
      await client.listContainers();
      assert.deepEqual(counted(), { now: 1, most: 1 });
      await until('the end of the idle one', () => counted().now === 0);
      assert.deepEqual(await client.listContainers(), [], 'and the next call makes a new one');
    } finally {
      client.close();
    }
  });

  void test('all end with the engine', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn(dial) });
    await client.listContainers();
    // More than log in at once.
    const waiting = Array.from({ length: 7 }, () => rejection(client.wait('web')));
    client.close();
    assert.deepEqual(new Set((await Promise.all(waiting)).map(({ reason }) => reason)), new Set(['aborted']));
    await until('the end of all', () => counted().now === 0);
  });

  void test('say what ssh said, even where it hangs up before it has read the call', async () => {
    const ssh = { program: '/bin/sh', arguments: ['-c', 'echo "Connection closed by remote host" >&2; exit 255'] };
    for (let attempt = 0; attempt < 30; attempt++) {
      const client = await connectEngine(endpoint, { ssh });
      const error = await rejection(client.describe());
      client.close();
      assert.deepEqual([error.reason, error.details], ['ssh', 'Connection closed by remote host']);
    }
  });

  void test('to what is no host are not even tried, one after the other', async () => {
    const client = await connectEngine({ kind: 'ssh', destination: '-oProxyCommand=x' }, { ssh: standIn(dial) });
    const errors = await Promise.all(Array.from({ length: 6 }, () => rejection(client.listContainers())));
    client.close();
    assert.deepEqual(new Set(errors.map(({ reason }) => reason)), new Set(['misconfigured']));
    assert.equal(counted().most, 0);
  });

  void test('keep a bounded part of what ssh says', async () => {
    const client = await connectEngine(endpoint, { ssh: standIn("process.stderr.write('x'.repeat(1_000_000)); process.exitCode = 255;") });
    const error = await rejection(client.describe());
    client.close();
    assert.equal(error.reason, 'ssh');
    assert.ok(error.details.length <= 4_000);
  });
});

void suite('what ssh is called with', () => {
  void test('asks nobody anything, and keeps the destination from being an option', () => {
    assert.deepEqual(sshArguments({ kind: 'ssh', destination: 'build', user: 'me', port: 2222 }, ['-F', 'config']), ['-F', 'config', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=30', '-T', '-l', 'me', '-p', '2222', '--', 'build', 'docker', 'system', 'dial-stdio']);
    for (const destination of ['-oProxyCommand=x', 'a b', 'a\0b']) {
      assert.throws(() => sshArguments({ kind: 'ssh', destination }), { name: 'EngineError', reason: 'misconfigured' });
    }
    assert.throws(() => sshArguments({ kind: 'ssh', destination: 'build', user: '-oProxyCommand=x' }), { name: 'EngineError', reason: 'misconfigured' });
  });

  void test('keeps the path of a socket one word of the shell on the other side', () => {
    const host = (socketPath: string) => sshArguments({ kind: 'ssh', destination: 'build', path: socketPath }).find((word) => word.startsWith('--host='));
    assert.equal(host('/run/user/1000/docker.sock'), '--host=unix:///run/user/1000/docker.sock');
    assert.equal(host("/a b/$(touch x)'s"), String.raw`--host='unix:///a b/$(touch x)'\''s'`);
  });
});
