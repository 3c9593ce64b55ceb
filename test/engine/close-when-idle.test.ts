/** An engine that is left, because the user switches contexts, stays open for what is still under way, and no longer. */
import assert from 'node:assert/strict';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { suite, test } from 'node:test';
import { closeWhenIdle } from '../../client/src/engine/close-when-idle.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import type { ExecSession, OutputChunk } from '../../client/src/engine/streams.ts';

const never = new AbortController().signal;
const logQuery = { tty: false, follow: true, timestamps: false } as const;

/** An iterable that hands out what is pushed until it is ended, with an error or without. */
function pushed<T>() {
  const stream = new PassThrough({ objectMode: true });
  async function* items(): AsyncGenerator<T> {
    yield* stream as AsyncIterable<T>;
  }
  return { items, push: (item: T) => stream.write(item), end: () => stream.end(), fail: (error: Error) => stream.destroy(error) };
}

function left(members: Partial<Engine>) {
  let closed = 0;
  const engine = closeWhenIdle({
    ...members,
    close: () => {
      closed++;
    },
  } as Engine);
  return {
    engine,
    /** Once everybody has been heard. */
    closed: async () => {
      for (let count = 0; count < 5; count++) {
        await turn();
      }
      return closed;
    },
  };
}

const chunk: OutputChunk = { stream: 'stdout', data: Buffer.from('x'), begins: true };

async function readAll(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  const iterator = items[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true) {
    count++;
  }
  return count;
}

void suite('an engine that is left', () => {
  void test('closes at once where nothing is under way, and only once', async () => {
    const { engine, closed } = left({});
    engine.close();
    engine.close();
    assert.equal(await closed(), 1);
  });

  void test('waits for a call, well or ill as it may end, and for the next one of the same caller', async () => {
    for (const fails of [false, true]) {
      let answer: () => void = () => assert.fail();
      let answerNext = answer;
      const inspectContainer = () => new Promise<never>((resolve, reject) => (answer = fails ? () => reject(new EngineError('conflict', 'no')) : () => resolve(undefined as never)));
      const start = () => new Promise<'done'>((resolve) => (answerNext = () => resolve('done')));
      const { engine, closed } = left({ inspectContainer, start });
      const caller = engine.inspectContainer('a').catch(() => undefined).then(() => engine.start('a'));
      engine.close();
      assert.equal(await closed(), 0);
      answer();
      assert.equal(await closed(), 0);
      answerNext();
      await caller;
      assert.equal(await closed(), 1);
    }
  });

  void test('waits for a stream that was handed out', async () => {
    const stream = new PassThrough();
    const { engine, closed } = left({ exportFileSystem: () => Promise.resolve(stream as Readable) });
    await engine.exportFileSystem('a');
    engine.close();
    assert.equal(await closed(), 0);
    stream.destroy();
    assert.equal(await closed(), 1);
  });

  for (const name of ['logs', 'stats'] as const) {
    void suite(`whose ${name} are read`, () => {
      const open = () => {
        const source = pushed<never>();
        const { engine, closed } = left({ [name]: source.items });
        return { source, engine, closed, items: name === 'logs' ? engine.logs('a', logQuery, never) : engine.stats('a', never) };
      };

      void test('waits until they end, and loses nothing of them', async () => {
        const { source, engine, closed, items } = open();
        const read = readAll(items);
        source.push(chunk as never);
        engine.close();
        assert.equal(await closed(), 0);
        source.push(chunk as never);
        source.end();
        assert.equal(await read, 2);
        assert.equal(await closed(), 1);
      });

      void test('waits until they fail', async () => {
        const { source, engine, closed, items } = open();
        const read = readAll(items);
        engine.close();
        source.fail(new EngineError('unreachable', 'gone'));
        await assert.rejects(read, /gone/);
        assert.equal(await closed(), 1);
      });

      void test('waits until whoever reads has had enough', async () => {
        const { source, engine, closed, items } = open();
        const iterator = items[Symbol.asyncIterator]();
        source.push(chunk as never);
        await iterator.next();
        engine.close();
        assert.equal(await closed(), 0);
        await iterator.return?.();
        assert.equal(await closed(), 1);
      });

      void test('does not wait for what nobody reads', async () => {
        const { engine, closed } = open();
        engine.close();
        assert.equal(await closed(), 1);
      });
    });
  }

  void test('does not wait for events, which whoever follows the engine ends', async () => {
    const { items } = pushed<never>();
    const { engine, closed } = left({ events: items });
    void readAll(engine.events({ types: [], actions: [] }, never));
    await turn();
    engine.close();
    assert.equal(await closed(), 1);
  });

  for (const name of ['exec', 'attach'] as const) {
    void suite(`with a program that was started by ${name}`, () => {
      const open = async () => {
        const source = pushed<OutputChunk>();
        const calls: string[] = [];
        let exit: (code: number) => void = () => undefined;
        const session: ExecSession = {
          output: source.items(),
          write: (data) => Promise.resolve(void calls.push(`write ${data.toString()}`)),
          endInput: () => void calls.push('endInput'),
          resize: (columns, rows) => Promise.resolve(void calls.push(`resize ${columns} ${rows}`)),
          exitCode: () => new Promise((resolve) => (exit = resolve)),
          close: () => void calls.push('close'),
        };
        const { engine, closed } = left({ [name]: () => Promise.resolve(session) });
        const started = await (name === 'exec' ? engine.exec('a', { command: ['sh'], tty: true }) : engine.attach('a', { tty: true }));
        return { source, calls, engine, closed, session: started, exit: (code: number) => exit(code) };
      };

      void test('waits until its output ends, and until its exit code is known', async () => {
        const { source, calls, engine, closed, session, exit } = await open();
        engine.close();
        assert.equal(await closed(), 0);
        const code = readAll(session.output).then(() => session.exitCode());
        await session.write(Buffer.from('ls'));
        session.endInput();
        await session.resize(80, 24);
        assert.deepEqual(calls, ['write ls', 'endInput', 'resize 80 24']);
        source.push(chunk);
        assert.equal(await closed(), 0);
        source.end();
        assert.equal(await closed(), 0);
        exit(3);
        assert.equal(await code, 3);
        session.close();
        assert.equal(await closed(), 1);
      });

      void test('waits until its connection breaks', async () => {
        const { source, engine, closed, session } = await open();
        const read = readAll(session.output);
        engine.close();
        source.fail(new EngineError('unreachable', 'gone'));
        await assert.rejects(read, /gone/);
        assert.equal(await closed(), 1);
      });

      void test('waits until it is closed, read or not', async () => {
        const { calls, engine, closed, session } = await open();
        engine.close();
        assert.equal(await closed(), 0);
        session.close();
        session.close();
        assert.equal(calls.at(-1), 'close');
        assert.equal(await closed(), 1);
      });
    });
  }
});
