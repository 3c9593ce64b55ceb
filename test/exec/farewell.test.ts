/** What a program in a container is told when its terminal is closed. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ExecTerminal } from '../../client/src/exec/exec-terminal.ts';
import type { ExecSession } from '../../client/src/engine/streams.ts';
import { ManualClock } from '../containers/manual-clock.ts';
import { Screen } from '../support/screen.ts';

/** A program with a terminal that ends when it has read so many ends of input. */
class Program implements ExecSession {
  readonly heard: string[] = [];
  isClosed = false;
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  readonly #endsAt: number;

  constructor(endsAt: number) {
    this.#endsAt = endsAt;
  }

  readonly output: ExecSession['output'] = this.#read();

  async *#read(): ExecSession['output'] {
    yield { stream: 'stdout', data: Buffer.from('$ '), begins: false };
    await this.#ended;
  }

  write(data: Buffer): Promise<void> {
    this.heard.push(JSON.stringify(data.toString()));
    if (this.heard.filter((text) => text === '"\\u0004"').length === this.#endsAt) {
      this.#end();
    }
    return Promise.resolve();
  }

  readonly endInput = () => undefined;
  readonly resize = () => Promise.resolve();
  readonly exitCode = () => Promise.resolve(0);
  readonly close = () => {
    this.isClosed = true;
  };
}

async function closed(endsAt: number) {
  const clock = new ManualClock();
  const program = new Program(endsAt);
  const screen = new Screen();
  const aborted: AbortSignal[] = [];
  const terminal = new ExecTerminal({ name: 'web', clock, leaves: true, tty: true, start: (signal) => {
      aborted.push(signal);
      return Promise.resolve(program);
    } });
  terminal.open(screen, undefined);
  await screen.until(/[$] /);
  terminal.close();
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, program, screen, pass, isGivenUp: () => aborted[0]?.aborted };
}

void suite('a program whose terminal is closed', () => {
  void test('is interrupted, and told that its input is over until it has heard it', async () => {
    const { clock, program, screen, pass, isGivenUp } = await closed(2);
    await pass(0);
    assert.deepEqual(program.heard, ['"\\u0003"']);
    await pass(100);
    assert.deepEqual(program.heard, ['"\\u0003"', '"\\u0004"']);
    await pass(200);
    assert.equal(await screen.ended, 0);
    await pass(0);
    assert.deepEqual([program.heard.length, clock.waiting, program.isClosed, isGivenUp()], [3, 0, true, false]);
  });

  void test('is given up when it does not listen', async () => {
    const { clock, program, pass, isGivenUp } = await closed(99);
    await pass(2_500);
    assert.deepEqual([program.heard.length, isGivenUp()], [5, false]);
    await pass(1_000);
    assert.deepEqual([program.heard.length, clock.waiting, isGivenUp()], [5, 0, true]);
  });
});
