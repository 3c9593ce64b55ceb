/** An engine that goes away in the middle of a copy: a message, no half file, and nothing left open. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyFromContainer } from '../../client/src/files/copy-from-container.ts';
import { copyToContainer } from '../../client/src/files/copy-to-container.ts';
import { FileProblem } from '../../client/src/files/file-problem.ts';
import { engineAt, noDocker, tool, type TestEngine } from './engines.ts';

const reason = noDocker ?? (process.getuid?.() !== 0 ? 'needs root to start an engine of its own' : !existsSync('/usr/sbin/dockerd') && !existsSync('/usr/bin/dockerd') ? 'dockerd is not installed' : undefined);

const work = mkdtempSync(path.join(tmpdir(), 'gantry-restart-'));
const socket = path.join(work, 'engine.sock');

async function startEngine(): Promise<ChildProcess> {
  rmSync(path.join(work, 'engine.pid'), { force: true });
  const args = ['-n', 'dockerd', '-H', `unix://${socket}`, '--data-root', path.join(work, 'data'), '--exec-root', path.join(work, 'exec'), '--pidfile', path.join(work, 'engine.pid')];
  let engine = spawn('unshare', args, { stdio: 'ignore' });
  for (let starts = 1; ; ) {
    if (engine.exitCode !== null) {
      // The containerd of an engine that was ended hard still runs for a moment, which the next engine takes for a fault.
      assert.ok(starts < 5, 'the engine does not start');
      starts += 1;
      engine = spawn('unshare', args, { stdio: 'ignore' });
    }
    if (await tool('docker', '-H', `unix://${socket}`, 'version').then(() => true, () => false)) {
      return engine;
    }
    await sleep(100);
  }
}

async function end(engine: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => engine.once('exit', resolve));
  engine.kill('SIGTERM');
  await exited;
}

/** Sockets and files of the test that this process has open. */
function opened(): string[] {
  return readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    })
    .filter((target) => target.startsWith('socket:') || target.startsWith(work));
}

void describe('an engine that restarts during a copy', { skip: reason }, () => {
  let process: ChildProcess;
  let on: TestEngine;
  let id: string;
  before(async () => {
    process = await startEngine();
    on = await engineAt(socket);
    id = await on.create();
    writeFileSync(path.join(work, 'large'), '');
    truncateSync(path.join(work, 'large'), 2 ** 31);
    writeFileSync(path.join(work, 'seed'), '');
    truncateSync(path.join(work, 'seed'), 300_000_000);
    await copyToContainer(on.engine, { id, sources: [path.join(work, 'seed')], destination: '/seed' });
  });
  after(async () => {
    await on.close().catch(() => undefined);
    await end(process);
    await tool('umount', '-R', path.join(work, 'data')).catch(() => undefined);
    rmSync(work, { recursive: true, force: true });
  });

  const failed = (error: unknown) => {
    assert.ok(error instanceof FileProblem);
    assert.match(error.message, /connection to the engine broke|No engine answers|no complete archive/);
    return true;
  };

  void it('ends a copy out with a message, and the next one works', async () => {
    const before = opened().length;
    const target = mkdtempSync(path.join(work, 'out-'));
    let ending: Promise<void> | undefined;
    // The reader waits meanwhile, so that the engine cannot have sent everything.
    const copy = copyFromContainer(on.engine, { id, source: '/seed', destination: target, onProgress: ({ bytes }) => {
      if (bytes > 20_000_000 && ending === undefined) {
        process.kill('SIGKILL');
        ending = new Promise((resolve) => process.once('exit', () => resolve()));
      }
    } });
    await assert.rejects(copy, failed);
    await ending;
    assert.deepEqual(readdirSync(target), []);
    assert.ok(opened().length <= before, opened().join());
    process = await startEngine();
    assert.equal((await copyFromContainer(on.engine, { id, source: '/seed', destination: target })).bytes, 300_000_000);
  });

  void it('ends a copy in with a message, and the next one works', async () => {
    const before = opened().length;
    let killed = false;
    const copy = copyToContainer(on.engine, { id, sources: [path.join(work, 'large')], destination: '/large', onProgress: ({ bytes }) => {
      if (bytes > 20_000_000 && !killed) {
        killed = true;
        process.kill('SIGKILL');
      }
    } });
    await assert.rejects(copy, failed);
    assert.ok(opened().length <= before, opened().join());
    process = await startEngine();
    assert.equal((await copyToContainer(on.engine, { id, sources: [path.join(work, 'seed')], destination: '/again' })).bytes, 300_000_000);
  });
});
