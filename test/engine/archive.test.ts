/** The archive calls against a stand-in engine that stalls, refuses early and breaks off. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathStatOf } from '../../client/src/engine/api-archive.ts';
import { usualLimits } from '../../client/src/engine/api-client.ts';
import { archiveError } from '../../client/src/engine/archive-errors.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError, type EngineErrorReason } from '../../client/src/engine/errors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gantry-archive-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Answers every archive call with `answer`, until `work` is done. */
async function withEngine(answer: (request: IncomingMessage, response: ServerResponse) => void, work: (engine: Engine) => Promise<void>, stall = 30_000): Promise<void> {
  const socket = path.join(mkdtempSync(path.join(folder, 's')), 'engine.sock');
  const server = createServer((request, response) => {
    if (request.url?.includes('/_ping') === true) {
      response.setHeader('api-version', '1.41').end('OK');
    } else {
      answer(request, response);
    }
  });
  server.listen(socket);
  await once(server, 'listening');
  const engine = await connectEngine({ kind: 'unix', path: socket }, { limits: { ...usualLimits, archive: { stall, finish: stall } } });
  try {
    await work(engine);
  } finally {
    engine.close();
    server.closeAllConnections();
    server.close();
  }
}

function refusal(reason: EngineErrorReason, words: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof EngineError, String(error));
    assert.equal(error.reason, reason, error.message);
    assert.match(error.message, words);
    return true;
  };
}

async function* endless(counted: { bytes: number }): AsyncGenerator<Buffer> {
  for (;;) {
    counted.bytes += 65_536;
    yield await Promise.resolve(Buffer.alloc(65_536));
  }
}

async function drain(stream: Readable): Promise<number> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
  }
  return bytes;
}

void describe('archive calls', () => {
  void it('end a download that stands still, though not one whose reader is busy', async () => {
    const closed: Promise<unknown>[] = [];
    const answer = (_: IncomingMessage, response: ServerResponse) => {
      closed.push(once(response, 'close'));
      response.write(Buffer.alloc(5_000_000));
    };
    await withEngine(answer, async (engine) => {
      const stream = await engine.getArchive('x', '/');
      const [first] = (await once(stream, 'data')) as [Buffer];
      stream.pause();
      assert.ok(first.length > 0);
      await sleep(600);
      assert.equal(stream.destroyed, false);
      await assert.rejects(drain(stream), refusal('timed-out', /stopped for/));
      await Promise.all(closed);
    }, 300);
  });

  void it('end an upload that is not taken, and close what it came from', async () => {
    await withEngine((request) => request.pause(), async (engine) => {
      const source = Readable.from(endless({ bytes: 0 }), { objectMode: false });
      await assert.rejects(engine.putArchive('x', '/', source), refusal('timed-out', /stopped for/));
      assert.equal(source.destroyed, true);
    }, 300);
  });

  void it('wait for an upload whose source is slow', async () => {
    const received: number[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      request.on('data', (chunk: Buffer) => received.push(chunk.length));
      request.once('end', () => response.end());
    };
    await withEngine(answer, async (engine) => {
      await engine.putArchive('x', '/', Readable.from((async function* () {
        yield Buffer.alloc(10);
        await sleep(600);
        yield Buffer.alloc(10);
      })(), { objectMode: false }));
      assert.equal(received.reduce((sum, length) => sum + length, 0), 20);
    }, 300);
  });

  void it('hold back the engine while nobody reads, and the source while the engine does not', async () => {
    const sent = { bytes: 0 };
    await withEngine((request, response) => {
      if (request.method === 'GET') {
        Readable.from(endless(sent), { objectMode: false }).pipe(response);
      }
    }, async (engine) => {
      const stream = await engine.getArchive('x', '/');
      await once(stream, 'readable');
      const source = { bytes: 0 };
      const abort = new AbortController();
      const upload = engine.putArchive('x', '/', Readable.from(endless(source), { objectMode: false }), {}, { signal: abort.signal });
      await sleep(500);
      assert.ok(sent.bytes < 8_000_000, `${sent.bytes} bytes sent`);
      assert.ok(source.bytes < 8_000_000, `${source.bytes} bytes taken`);
      stream.destroy();
      abort.abort();
      await assert.rejects(upload, refusal('aborted', /stopped waiting/));
    });
  });

  void it('end with the signal, and close the connection', async () => {
    const closed: Promise<unknown>[] = [];
    await withEngine((_, response) => {
      closed.push(once(response, 'close'));
      response.write('x');
    }, async (engine) => {
      const abort = new AbortController();
      const stream = await engine.getArchive('x', '/', { signal: abort.signal });
      const read = drain(stream);
      abort.abort();
      await assert.rejects(read, refusal('aborted', /stopped waiting/));
      await Promise.all(closed);
    });
  });

  void it('pass on the words of a refusal that comes before the upload ended', async () => {
    for (const closes of [false, true]) {
      const answer = (request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(400, { connection: 'close' }).end(JSON.stringify({ message: 'container rootfs is marked read-only' }));
        if (closes && Number(request.headers['content-length'] ?? 1) > 0) {
          response.once('finish', () => request.socket.destroy());
        }
      };
      await withEngine(answer, async (engine) => {
        const source = Readable.from(endless({ bytes: 0 }), { objectMode: false });
        await assert.rejects(engine.putArchive('x', '/etc', source), refusal('refused', /--read-only/));
        assert.equal(source.destroyed, true);
      });
    }
  });

  void it('fail when the connection breaks in the middle, and with the error of the source', async () => {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      if (request.method === 'GET') {
        response.write('x', () => request.socket.destroy());
      } else {
        request.resume();
      }
    };
    await withEngine(answer, async (engine) => {
      await assert.rejects(engine.getArchive('x', '/').then(drain), refusal('unreachable', /broke in the middle/));
      const failing = Readable.from((async function* () {
        yield await Promise.resolve(Buffer.alloc(10));
        throw new RangeError('of the source');
      })(), { objectMode: false });
      await assert.rejects(engine.putArchive('x', '/', failing), RangeError);
    });
  });

  void it('send any bytes of a path', async () => {
    const urls: (string | undefined)[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      urls.push(request.url);
      request.resume();
      response.setHeader('x-docker-container-path-stat', Buffer.from('{"mode":420}').toString('base64')).end();
    };
    await withEngine(answer, async (engine) => {
      await engine.statPath('a b', '/\uf7ff &\n');
      await engine.putArchive('x', '/', Readable.from([]), { copyUIDGID: true });
    });
    assert.deepEqual(urls, ['/v1.41/containers/a%20b/archive?path=/%ff%20%26%0a&', '/v1.41/containers/x/archive?path=/&noOverwriteDirNonDir=true&copyUIDGID=true']);
  });

  const stats: readonly (readonly [string, object, object])[] = [
    ['a file', { name: 'f', size: 3, mode: 0o640, mtime: '2026-11-25T05:56:53.5Z', linkTarget: '' }, { name: 'f', kind: 'file', size: 3, mode: 0o640, modified: Date.parse('2026-11-25T05:56:53.5Z') }],
    ['a folder', { name: 'd', size: 0, mode: 2147484141 }, { name: 'd', kind: 'directory', size: 0, mode: 0o755, modified: 0 }],
    ['a link', { name: 'l', size: 0, mode: 134218239, linkTarget: '/t/d/f' }, { name: 'l', kind: 'symlink', size: 0, mode: 0o777, modified: 0, linkTarget: '/t/d/f' }],
    ['set-user-id and sticky', { name: 's', size: 0, mode: 2 ** 23 + 2 ** 20 + 0o755 }, { name: 's', kind: 'file', size: 0, mode: 0o5755, modified: 0 }],
    ['a character device', { name: 'c', size: 0, mode: 2 ** 26 + 2 ** 21 + 0o666 }, { name: 'c', kind: 'device', size: 0, mode: 0o666, modified: 0 }],
    ['a socket', { name: 's', size: 0, mode: 2 ** 24 + 0o755 }, { name: 's', kind: 'socket', size: 0, mode: 0o755, modified: 0 }],
  ];
  for (const [what, header, expected] of stats) {
    void it(`describe ${what}`, () => {
      assert.deepEqual(pathStatOf(Buffer.from(JSON.stringify(header)).toString('base64')), expected);
    });
  }

  void it('refuse a description that is none', () => {
    for (const header of ['', '!!!', Buffer.from('{"mode":"x"}').toString('base64'), Buffer.from('[1]').toString('base64')]) {
      assert.throws(() => pathStatOf(header), refusal('invalid-answer', /did not describe/));
    }
  });

  const sayings: readonly (readonly [string, EngineErrorReason, RegExp])[] = [
    ['container rootfs is marked read-only', 'refused', /--read-only.*volume or a bind mount.*tmpfs/],
    ['mounted volume is marked read-only', 'refused', /mount that is read-only/],
    ['extraction point is not a directory', 'refused', /not a folder/],
    ['Could not find the file /x in container c', 'not-found', /has no \/x/],
    ['No such container: c', 'not-found', /gone/],
    ['cannot overwrite non-directory "/x" with directory "/"', 'refused', /other way round/],
    ['Error processing tar file(exit status 1): write /x: no space left on device', 'engine-failed', /disk of the engine is full/],
    ['unlinkat /etc/hosts: device or resource busy', 'refused', /mount of its own/],
    ['something new', 'engine-failed', /could not read \/x: something new/],
  ];
  for (const [message, reason, words] of sayings) {
    void it(`explain: ${message}`, () => {
      assert.ok(refusal(reason, words)(archiveError(new EngineError('engine-failed', message, message, 500), 'read', '/x')));
    });
  }
});
