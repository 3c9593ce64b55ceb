/** What becomes of programs inside containers when their engine goes away: a word at the end of what they wrote, and nothing left behind. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { after, afterEach, before, beforeEach, suite, test } from 'node:test';
import { runCommand } from '../../client/src/containers/actions/exec.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { ExecSession } from '../../client/src/engine/streams.ts';
import { ExecTerminal } from '../../client/src/exec/exec-terminal.ts';
import { runOnce } from '../../client/src/exec/run-once.ts';
import { noMemory, ScriptedUi } from '../containers/scripted-ui.ts';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { dockerDaemon, missingDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { countingClock, openConnections } from '../support/engines/left-behind.ts';
import { Screen } from '../support/screen.ts';

const lost = /The connection to the engine was lost\. No engine answers at unix:\S+\. What ran inside may still run\./;

void suite('a program in a container', { skip: missingDaemon() ?? false }, () => {
  let daemon: DockerDaemon;
  let engine: Engine;
  let id: string;
  let connections: ReturnType<typeof openConnections>;

  before(async () => {
    daemon = dockerDaemon();
    await daemon.start();
    await ensureTestImage(daemon.cli);
    engine = await connectEngine({ kind: 'unix', path: daemon.socket });
    const { ok, output } = await daemon.cli('run', '-d', '-i', '--restart', 'always', '--network', 'none', '--stop-timeout', '1', testImage, 'sh', '-c', 'while read line; do echo got $line; done');
    assert.ok(ok, output);
    id = output.trim();
  });
  after(async () => {
    engine.close();
    await daemon.dispose();
  });
  beforeEach(() => {
    connections = openConnections();
  });
  // Whatever became of the engine, the next test has one.
  afterEach(async () => {
    if (existsSync(`${daemon.socket}.away`)) {
      renameSync(`${daemon.socket}.away`, daemon.socket);
    }
    if (daemon.pid() === 0) {
      await daemon.start();
    }
  });

  function terminal(start: (signal: AbortSignal) => Promise<ExecSession>, tty = true) {
    const screen = new Screen();
    const counted = countingClock();
    const signals: AbortSignal[] = [];
    const session = new ExecTerminal({
      name: 'x',
      clock: counted.clock,
      leaves: true,
      tty,
      start: (signal) => {
        signals.push(signal);
        return start(signal);
      },
    });
    session.open(screen, { columns: 80, rows: 24 });
    return {
      session,
      screen,
      isTidy: async () => {
        await connections.areAll();
        assert.deepEqual([counted.waiting(), signals.flatMap((signal) => getEventListeners(signal, 'abort')).length], [0, 0]);
      },
    };
  }

  void test('in a terminal ends with a word when the engine stops', async () => {
    const it = terminal((signal) => engine.exec(id, { command: ['sh'], tty: true }, { signal }));
    await it.screen.until(/[#$] /);
    await daemon.stop();
    assert.equal(await it.screen.ended, undefined);
    assert.match(it.screen.shown, lost);
    await it.isTidy();
  });

  void test('that is the container’s own ends with a word when the engine stops', async () => {
    const it = terminal((signal) => engine.attach(id, { tty: false }, { signal }), false);
    it.session.input('hello\n');
    // What was typed before the connection was there is dropped, as in any terminal.
    const again = setInterval(() => it.session.input('hello\n'), 50);
    await it.screen.until(/got hello/);
    clearInterval(again);
    await daemon.stop();
    assert.equal(await it.screen.ended, undefined);
    assert.match(it.screen.shown, lost);
    await it.isTidy();
  });

  void test('in a terminal goes on over the open connection when the socket goes away, and says why no exit code is known', async () => {
    const it = terminal((signal) => engine.exec(id, { command: ['sh'], tty: true }, { signal }));
    await it.screen.until(/[#$] /);
    renameSync(daemon.socket, `${daemon.socket}.away`);
    it.session.input('echo still $((40 + 2))\r');
    await it.screen.until(/still 42/);
    it.session.resize({ columns: 100, rows: 30 });
    it.session.input('exit 3\r');
    assert.equal(await it.screen.ended, undefined);
    assert.match(it.screen.shown, lost);
    await it.isTidy();
  });

  void test('in a terminal that is closed leaves no timer behind when it has ended', async () => {
    const it = terminal((signal) => engine.exec(id, { command: ['sh'], tty: true }, { signal }));
    await it.screen.until(/[#$] /);
    it.session.close();
    await it.screen.ended;
    await it.isTidy();
  });

  void test('in a terminal that cannot be started says why', async () => {
    await daemon.stop();
    const it = terminal((signal) => engine.exec(id, { command: ['sh'], tty: true }, { signal }));
    assert.equal(await it.screen.ended, undefined);
    assert.match(it.screen.shown, /No engine answers at unix:/);
    assert.doesNotMatch(it.screen.shown, /was lost/);
    await it.isTidy();
  });

  /** Runs until it has written something, as far as others can see. */
  const slow = (mark: string) => ['sh', '-c', `echo first; touch /${mark}; sleep 1000`];
  async function hasBegun(mark: string): Promise<void> {
    while (!(await daemon.cli('exec', id, 'ls', `/${mark}`)).ok) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  void test('that is run once keeps what it wrote when the engine stops, and tells it', async () => {
    const stop = new AbortController();
    const running = runOnce(engine, id, { command: slow('one') }, stop.signal);
    await hasBegun('one');
    await daemon.stop();
    const { output, exitCode, problem = '' } = await running;
    assert.deepEqual([output, exitCode], ['first\n', undefined]);
    assert.match(problem, lost);
    await connections.areAll();
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
  });

  void test('that is cancelled keeps what it wrote, and is not taken for a lost engine', async () => {
    const [container] = await engine.listContainers({ ids: [id] });
    const ui = new ScriptedUi("sh -c 'echo first; touch /two; sleep 1000'");
    const done = runCommand.run([{ engine, container: container ?? assert.fail() }], { ui, clock: countingClock().clock, memory: noMemory });
    await hasBegun('two');
    ui.cancel.abort();
    await done;
    assert.deepEqual([ui.reports, ui.shown.map(({ text }) => text)], [[], ['first\n\n[Gantry stopped waiting for it. What ran inside may still run.]\n']]);
    await connections.areAll();
  });
});
