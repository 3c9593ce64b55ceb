/** Programs inside containers on real engines: input, sizes, signals, exit codes, and nothing left behind. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import type { TerminalSize } from '../../client/src/containers/terminal-session.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import { ExecTerminal } from '../../client/src/exec/exec-terminal.ts';
import { findShell, shellCandidates } from '../../client/src/exec/find-shell.ts';
import { runOnce } from '../../client/src/exec/run-once.ts';
import { commandWords, variableWords } from '../../client/src/exec/typed-words.ts';
import { removeLabelled, testImage } from '../support/docker-engine.ts';
import { testEngines, type TestEngine } from '../support/engines/one-of-each.ts';
import { Screen } from '../support/screen.ts';

const forever = new AbortController().signal;

for (const [name, find] of testEngines) {
  void suite(`programs in containers of ${name}`, () => {
    const label = `gantry.test=${randomUUID()}`;
    let on: TestEngine | string;
    let id = '';
    before(async () => {
      on = await find();
      if (typeof on !== 'string') {
        const { ok, output } = await on.cli('run', '-d', '-i', '--label', label, testImage, 'sh', '-c', 'while read line; do echo got $line; done');
        assert.ok(ok, output);
        id = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
      }
    });
    after(async () => {
      if (typeof on !== 'string') {
        await removeLabelled(label, on.cli);
        await on.stop();
      }
    });

    const check = (what: string, body: (engine: TestEngine) => Promise<void>) =>
      test(what, async (t) => {
        if (typeof on === 'string') {
          t.skip(on);
          return;
        }
        await body(on);
      });

    /** A terminal on a program. */
    function terminal({ engine }: TestEngine, command: readonly string[], size: TerminalSize = { columns: 80, rows: 24 }) {
      const screen = new Screen();
      const session = new ExecTerminal({ name: 'x', clock: systemClock, leaves: true, tty: true, start: (signal) => engine.exec(id, { command, tty: true }, { signal }) });
      session.open(screen, size);
      return { session, screen };
    }

    void check('a user whom the image does not know is told, and not a missing shell', async ({ engine }) => {
      await assert.rejects(findShell(engine, id, undefined, { user: 'nobody-here' }, forever), { details: /unable to find user|no matching entries/ });
    });

    void check('have the size of the terminal, and follow it', async (engine) => {
      // The process is told of a new size by a signal, some time after the engine took it.
      const it = terminal(engine, ['sh', '-c', "trap 'stty size' WINCH; stty size; until read -r -t 1 line; do :; done; exit 5"], { columns: 100, rows: 40 });
      await it.screen.until(/40 100/);
      it.session.resize({ columns: 132, rows: 50 });
      await it.screen.until(/50 132/);
      it.session.input('\r');
      assert.equal(await it.screen.ended, 5);
      assert.match(it.screen.shown, /Ended with exit code 5/);
    });

    void check('are reached by Ctrl-C', async (engine) => {
      const it = terminal(engine, ['sh', '-c', 'echo ready; sleep 1000']);
      await it.screen.until(/ready/);
      it.session.input('\u0003');
      assert.equal(await it.screen.ended, 130);
    });

    void check('get a megabyte that is pasted, whole', async (engine) => {
      const session = await engine.engine.exec(id, { command: ['sh', '-c', 'cat > /pasted; ls -l /pasted'], tty: false });
      const paste = Buffer.alloc(1_000_000, 'paste ');
      await session.write(paste);
      session.endInput();
      let output = '';
      for await (const { data } of session.output) {
        output += data.toString();
      }
      assert.match(output, /\b1000000\b/);
      assert.equal(await session.exitCode(), 0);
    });

    void check('run once with user, folder and environment, and tell both outputs and the exit code', async (engine) => {
      const result = await runOnce(engine.engine, id, { command: ['sh', '-c', 'id -u; pwd; echo $A >&2; exit 3'], user: '1000', workdir: '/bin', environment: ['A=b c'] }, forever);
      assert.deepEqual([result.exitCode, result.isCut, result.output.split('\n').sort()], [3, false, ['', '/bin', '1000', 'b c']]);
    });

    void check('that write many megabytes are cut, and let go', async (engine) => {
      const result = await runOnce(engine.engine, id, { command: ['sh', '-c', 'n=0; while [ $n -lt 200000 ]; do n=$((n+1)); echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done'] }, forever);
      assert.deepEqual([result.isCut, result.output.length], [true, 4 * 1024 * 1024]);
    });

    void check('have a shell found for them without any other tool', async (engine) => {
      assert.equal(await findShell(engine.engine, id, undefined, {}, forever), 'sh');
      assert.equal(await findShell(engine.engine, id, '/bin/sh', {}, forever), '/bin/sh');
      assert.equal(await findShell(engine.engine, id, 'no-such-shell', {}, forever), 'sh');
    });

    void check('of the container itself follow the size of the terminal, too', async (engine) => {
      const { output } = await engine.cli('run', '-d', '-it', '--label', label, testImage, 'sh');
      const other = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
      const session = await engine.engine.attach(other, { tty: true });
      await session.resize(97, 31);
      await session.write(Buffer.from('stty size; exit\r'));
      let shown = '';
      for await (const { data } of session.output) {
        shown += data.toString();
      }
      session.close();
      assert.match(shown, /31 97/);
    });

    void check('are left when the terminal is closed: fifty sessions leave no process behind', async (engine) => {
      const shells = async () => (await engine.engine.listProcesses(id)).processes.filter((process) => / sh$|^sh$/.test(process.join(' '))).length;
      const before = await shells();
      for (let round = 0; round < 10; round++) {
        const terminals = Array.from({ length: 5 }, () => terminal(engine, ['sh']));
        await Promise.all(terminals.map((each) => each.screen.until(/[#$] /)));
        terminals.forEach((each) => each.session.close());
        await Promise.all(terminals.map((each) => each.screen.ended));
      }
      assert.equal(await shells(), before);
    });

    void check('that end with their container end with a word', async (engine) => {
      const { output } = await engine.cli('run', '-d', '--label', label, testImage, 'sleep', '1000');
      const other = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
      const screen = new Screen();
      const session = new ExecTerminal({ name: 'x', clock: systemClock, leaves: true, tty: true, start: (signal) => engine.engine.exec(other, { command: ['sh'], tty: true }, { signal }) });
      session.open(screen, undefined);
      await screen.until(/[#$] /);
      await engine.cli('rm', '-f', other);
      await screen.ended;
      assert.match(screen.shown, /ended|Ended/);
    });

    void check('without a terminal are typed to by lines, which are shown, corrected and sent with the end that programs read', async (engine) => {
      // Started with -d, it would outlive its input on Docker.
      const { output } = await engine.cli('create', '-i', '--label', label, testImage, 'sh', '-c', 'while read line; do echo "got <$line>"; echo and goes on; done; exit 6');
      const other = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
      await engine.engine.start(other);
      const screen = new Screen();
      const session = new ExecTerminal({ name: 'x', clock: systemClock, leaves: false, tty: false, start: (signal) => engine.engine.attach(other, { tty: false }, { signal }) });
      session.open(screen, undefined);
      // Nothing tells that an attached terminal is ready but what the program says.
      const typing = setInterval(() => session.input('helo\u007flo\r'), 200);
      await screen.until(/and goes on/).finally(() => clearInterval(typing));
      assert.match(screen.raw, /helo\u0008 \u0008lo\r\n/);
      assert.match(screen.raw, /got <hello>\r\nand goes on\r\n/);
      session.input('\u0004');
      assert.equal(await engine.engine.wait(other), 6);
      // Podman ends the connection with the input, which may be before the program has ended.
      assert.ok([6, ...(name === 'Podman' ? [undefined] : [])].includes(await screen.ended), screen.shown);
    });

    void check('of the container itself can be attached to where they take input', async (engine) => {
      const session = await engine.engine.attach(id, { tty: false });
      let output = '';
      await session.write(Buffer.from('hello\n'));
      for await (const { data } of session.output) {
        output += data.toString();
        if (output.includes('got hello')) {
          break;
        }
      }
      session.close();
      // Podman ends the input of a process without a terminal when whoever was attached leaves.
      if (name === 'Podman') {
        await engine.engine.wait(id);
      }
      assert.equal((await engine.engine.inspectContainer(id)).state, name === 'Podman' ? 'exited' : 'running');
    });
  });
}

void suite('a command line without a shell', () => {
  void test('is cut into words as a shell would, quotes included', () => {
    assert.deepEqual(commandWords(`ls -la "/my files" it\\'s`), ['ls', '-la', '/my files', "it's"]);
  });

  void test('refuses what only a shell understands, and says how to have one', () => {
    for (const [line, sign] of [['ls | wc', '|'], ['ls > x', '>'], ['a; b', ';'], ['ls *.txt', '*'], ['a && b', '&&'], ['echo $HOME', '$HOME']] as const) {
      assert.equal(commandWords(line), `No shell reads this line, so “${sign}” means nothing. To use it, write: sh -c '…'`);
    }
    assert.match(String(commandWords('  ')), /^Write a command/);
  });

  void test('leaves to a shell what is quoted for it', () => {
    assert.deepEqual(commandWords("sh -c 'echo $HOME | wc'"), ['sh', '-c', 'echo $HOME | wc']);
  });

  void test('of variables is read as a shell would, and what is none is refused', () => {
    assert.deepEqual(variableWords(`A=1 B="two words" C='$x;' D=`), ['A=1', 'B=two words', 'C=$x;', 'D=']);
    assert.deepEqual(variableWords('  '), []);
    assert.match(String(variableWords('A=1 words')), /“words” is no variable\. Write NAME=value/);
    assert.match(String(variableWords('A=$HOME')), /“\$HOME” means nothing\. Put the value in single quotes/);
  });

  void test('shells are tried in the order of the user, the image, habit', () => {
    assert.deepEqual(shellCandidates({ environment: ['PATH=/bin', 'SHELL=/bin/zsh'] }, 'fish'), ['fish', '/bin/zsh', 'bash', 'ash', 'sh']);
    assert.deepEqual(shellCandidates({ environment: ['SHELL='] }, undefined), ['bash', 'ash', 'sh']);
  });
});
