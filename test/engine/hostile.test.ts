/** Engines that answer wrongly, too much, too slowly or not at all: every call ends with a plain message and bounded memory. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { suite, test, type TestContext } from 'node:test';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { EngineErrorReason } from '../../client/src/engine/errors.ts';
import { container, idOf } from '../containers/fake-live-engine.ts';
import { hostileEngine } from './hostile-engine.ts';
import { rejection } from './rejection.ts';

const list = (engine: Engine) => engine.listContainers();
const events = async (engine: Engine) => {
  for await (const event of engine.events({ types: ['container'], actions: ['start'] }, new AbortController().signal)) {
    assert.ok(event.id !== '');
  }
};

/** Writes as long as anybody reads; how much went out. */
function pour(response: ServerResponse, chunk: string, most: number): () => number {
  let sent = 0;
  const more = () => {
    while (!response.destroyed && sent < most) {
      sent += chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
  return () => sent;
}

async function answering(t: TestContext, ...how: Parameters<typeof hostileEngine>) {
  const hostile = await hostileEngine(...how);
  t.after(() => hostile.close());
  return hostile;
}

void suite('an engine that answers', () => {
  const cases: readonly (readonly [what: string, answer: (response: ServerResponse) => void, reason: EngineErrorReason, message: RegExp, call?: (engine: Engine) => Promise<unknown>])[] = [
    ['no JSON', (response) => response.end('<html>hello</html>'), 'invalid-answer', /does not speak like a container engine/],
    ['JSON of another shape', (response) => response.end('{"a":1}'), 'invalid-answer', /does not speak/],
    ['half of what it promised', (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('[{');
      setImmediate(() => response.destroy());
    }, 'unreachable', /No engine answers|does not speak/],
    ['nothing', () => undefined, 'timed-out', /did not answer in time/],
    ['a beginning without an end', (response) => response.write('[{"Id":'), 'timed-out', /did not answer in time/],
    ['endless headers', (response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\n${'X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(100_000)}`);
    }, 'invalid-answer', /does not speak/],
    ['with something that is no HTTP', (response) => response.socket?.end('\u0000\u0001\u0002 hello\r\n\r\n'), 'invalid-answer', /does not speak/],
    ['with a failure of its own', (response) => response.writeHead(500).end('{"message":"disk full\\u0000\\u001b[31m on /var"}'), 'engine-failed', /^disk full {2}\[31m on \/var$/],
    ['with a refusal without a word', (response) => response.writeHead(403).end(), 'refused', /^The engine refused without a word\.$/],
    ['with a redirection that leads nowhere', (response) => response.writeHead(301).end(), 'invalid-answer', /does not speak/, (engine) => engine.start(idOf(1))],
    ['events that are no JSON', (response) => response.write('{"Type":"container"\n'), 'invalid-answer', /no JSON/, events],
    ['an event without an end', (response) => void pour(response, 'x'.repeat(65_536), 64 * 1024 * 1024), 'invalid-answer', /without an end/, events],
    ['a description without an id', (response) => response.end('{}'), 'invalid-answer', /does not speak/, (engine) => engine.inspectContainer(idOf(1))],
  ];
  for (const [what, answer, reason, message, call = list] of cases) {
    void test(what, async (t) => {
      const { engine } = await answering(t, (_, response) => {
        answer(response);
      }, { time: 1_000, size: 64 * 1024 * 1024 });
      const error = await rejection(call(engine));
      assert.equal(error.reason, reason, error.details);
      assert.match(error.message, message);
      assert.ok(error.details.length <= 4_000);
    });
  }

  void test('an older client as well describes a container to Gantry as that client is told, in no newer version than it speaks', async (t) => {
    const { engine, requests } = await answering(t, (_, response) => response.end(JSON.stringify({ Id: idOf(1), State: {}, Config: {} })), undefined, (_, response) => response.setHeader('Api-Version', '1.56').end('OK'));
    await engine.inspectContainer(idOf(1));
    for (const apiVersion of ['1.41', '1.52', '1.99']) {
      await engine.inspectContainer(idOf(1), { apiVersion });
    }
    assert.deepEqual(requests.map((request) => /v1\.\d+/.exec(request)?.[0]), [undefined, 'v1.51', 'v1.41', 'v1.52', 'v1.56']);
  });

  void test('a stop after the grace period that it is set up with has stopped the container', async (t) => {
    let asked: (response: ServerResponse) => void = () => undefined;
    const stopping = new Promise<ServerResponse>((resolve) => (asked = resolve));
    const { engine } = await answering(t, ({ url }, response) => {
      if (url?.includes('/stop') === true) {
        asked(response);
      } else {
        response.end(JSON.stringify({ Id: idOf(1), State: { Status: 'running' }, Config: {} }));
      }
    });
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stopped = engine.stop(idOf(1));
    const response = await stopping;
    t.mock.timers.tick(60_000);
    response.writeHead(204).end();
    assert.equal(await stopped, 'done');
  });

  void test('a gigabyte is read up to the ceiling, and no further', async (t) => {
    let sent = () => 0;
    const { engine } = await answering(t, (_, response) => {
      sent = pour(response, `"${'x'.repeat(1_000_000)}",`, 1_000_000_000);
    }, { time: 30_000, size: 16 * 1024 * 1024 });
    const error = await rejection(engine.listContainers());
    assert.equal(error.reason, 'invalid-answer');
    assert.ok(sent() < 40 * 1024 * 1024, `${sent()} bytes were taken`);
  });

  void test('with a gigabyte as its refusal is read no further either', async (t) => {
    let sent = () => 0;
    const { engine } = await answering(t, (_, response) => {
      sent = pour(response.writeHead(500), 'x'.repeat(1_000_000), 1_000_000_000);
    }, { time: 30_000, size: 16 * 1024 * 1024 });
    await rejection(engine.listContainers());
    assert.ok(sent() < 40 * 1024 * 1024, `${sent()} bytes were taken`);
  });

  void test('by sending us elsewhere is not followed', async (t) => {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits++;
      response.end('[]');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    t.after(() => elsewhere.close());
    const address = elsewhere.address();
    const { engine } = await answering(t, (_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/` }).end();
    });
    assert.equal((await rejection(engine.listContainers())).reason, 'invalid-answer');
    assert.equal(visits, 0);
  });

  for (const [failures, outcome] of [[2, 'paused'], [3, 'The kernel did not manage to freeze all its processes at once: try again.']] as const) {
    void test(`${failures} times that the kernel could not freeze a container`, async (t) => {
      let calls = 0;
      const { engine } = await answering(t, (_, response) => {
        calls++;
        response.writeHead(calls > failures ? 204 : 500).end(calls > failures ? '' : '{"message":"Cannot pause container web: OCI runtime pause failed: unable to freeze: unknown"}');
      });
      const paused = engine.pause(idOf(1));
      assert.equal(failures < 3 ? await paused.then(() => 'paused') : (await rejection(paused)).message, outcome);
      assert.equal(calls, 3);
    });
  }

  void test('rows of garbage among good ones loses only the garbage', async (t) => {
    const { id } = container(1);
    const { engine } = await answering(t, (_, response) => {
      response.end(JSON.stringify([null, 7, {}, { Id: '../../x' }, { Id: id, Names: 'no list', State: 5, Status: null, Ports: [{}, 3], Labels: [1], Mounts: 'x', NetworkSettings: null, Created: 'never' }]));
    });
    assert.deepEqual((await engine.listContainers()).map((row) => [row.id, row.name, row.state]), [[id, id.slice(0, 12), 'dead']]);
  });
});

void suite('what answers instead of an engine', () => {
  for (const [what, version, reason] of [
    ['names no API version', undefined, 'invalid-answer'],
    ['names nonsense', 'latest', 'invalid-answer'],
    ['speaks an API from before Gantry', '1.24', 'too-old'],
  ] as const) {
    void test(what, async (t) => {
      const ping = (_: unknown, response: ServerResponse) => {
        if (version !== undefined) {
          response.setHeader('Api-Version', version);
        }
        response.end('OK');
      };
      const { engine, requests } = await answering(t, (_, response) => response.end('{}'), undefined, ping);
      assert.equal((await rejection(engine.describe())).reason, reason);
      assert.deepEqual(requests, ['GET /_ping?']);
    });
  }

  void test('a newer engine is spoken to in the newest version that Gantry knows', async (t) => {
    const { engine, requests } = await answering(t, (_, response) => response.end('[]'), undefined, (_, response) => response.setHeader('Api-Version', '1.99').end('OK'));
    await engine.listContainers();
    assert.match(requests[1] ?? '', /^GET \/v1\.51\/containers\/json\?all=true/);
  });
});

test('calls leave nothing behind in a signal that outlives them', async (t) => {
  const { engine } = await answering(t, (_, response) => response.end('[]'));
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 20 }, () => engine.listContainers({}, { signal })));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});
