/** Programs in containers by the real docker CLI, as over a named pipe: here over a socket, with a pseudo terminal for that of the editor. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { attach, runCommand, shell, shellWithOptions } from '../../client/src/containers/actions/exec.ts';
import type { ActionContext, Target } from '../../client/src/containers/action.ts';
import { openProgram } from '../../client/src/containers/program-terminal.ts';
import type { TerminalProgram } from '../../client/src/containers/terminal-session.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import { connectEngine, type ConnectOptions } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { ExecOptions, OutputChunk } from '../../client/src/engine/streams.ts';
import { findShell } from '../../client/src/exec/find-shell.ts';
import { runOnce } from '../../client/src/exec/run-once.ts';
import { runTool } from '../../client/src/files/run-tool.ts';
import { noMemory, ScriptedUi, type Answer } from '../containers/scripted-ui.ts';
import { rejection } from '../engine/rejection.ts';
import { ensureShellLessImage, removeLabelled, shellLessImage, testImage } from '../support/docker-engine.ts';
import { patientLimits, testEngines, type TestEngine } from '../support/engines/one-of-each.ts';
import { until } from '../support/engines/process.ts';
import { missingTerminal, openPseudoTerminal } from '../support/pseudo-terminal.ts';

const forever = new AbortController().signal;
const odd = [`it's "quoted" $HOME \`id\` \\`, '  two  blanks ', 'two\nlines\n', '--user=root', '-x', '', 'ünïcode €', '*'];

/** A first process that is no init waits for nobody, so that what has ended stays in the list. */
const deadAlready = /\[\w+\]|<defunct>/;

/** How many docker CLIs run on this machine with the word. */
function clisWith(word: string): number {
  const lines = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      // It has just ended.
      return '';
    }
  });
  return lines.filter((line) => /^[^\0]*docker\0--host\0/.test(line) && line.includes(word)).length;
}

/** Calls back after each piece, when whoever reads has taken it. */
async function* telling(output: AsyncIterable<OutputChunk>, taken: () => void): AsyncGenerator<OutputChunk> {
  for await (const chunk of output) {
    yield chunk;
    taken();
  }
}

for (const [name, find] of testEngines) {
  void suite(`programs in containers of ${name} by the docker CLI`, { skip: missingTerminal() ?? false }, () => {
    const label = `gantry.test=${randomUUID()}`;
    let on: TestEngine | string;
    let engine: Engine;
    let id = '';
    const there = () => (typeof on === 'string' ? assert.fail(on) : on);
    const connect = (rest: ConnectOptions = {}) => connectEngine({ kind: 'unix', path: there().socket }, { limits: patientLimits, route: () => 'cli', ...rest });
    const check = (what: string, body: () => Promise<void>) =>
      test(what, async (t) => {
        if (typeof on === 'string') {
          t.skip(on);
          return;
        }
        await body();
      });
    const started = async (...args: readonly string[]) => {
      const { ok, output } = await there().cli('run', '-d', '--label', label, ...args);
      assert.ok(ok, output);
      return /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    };
    const targetOf = async (container: string, on = engine): Promise<Target> => ({ engine: on, container: (await on.listContainers({ ids: [container] }))[0] ?? assert.fail(container) });
    const running = async (container: string) => (await engine.listProcesses(container)).processes.map((process) => process.join(' ')).filter((line) => !deadAlready.test(line));

    before(async () => {
      on = await find();
      if (typeof on !== 'string') {
        engine = await connect();
        id = await started(testImage, 'sleep', '1000');
      }
    });
    after(async () => {
      if (typeof on !== 'string') {
        engine.close();
        await removeLabelled(label, on.cli);
        await on.stop();
      }
    });

    /** What an action opens a terminal on, and the user who answered its questions. */
    async function opened(run: (context: ActionContext) => Promise<void>, ...answers: readonly Answer[]): Promise<{ readonly ui: ScriptedUi; readonly program: TerminalProgram }> {
      const ui = new ScriptedUi(...answers);
      await run({ ui, clock: systemClock, memory: noMemory });
      ui.done();
      assert.deepEqual([ui.reports, ui.terminals], [[], []]);
      return { ui, program: ui.programs[0] ?? assert.fail('no terminal') };
    }

    /** What a program prints in a terminal of its own. */
    async function printed(options: Omit<ExecOptions, 'tty'>): Promise<string> {
      const { program } = await opened((context) => openProgram(engine, context, { name: 'x', leaves: true, tty: true, byApi: () => assert.fail(), byCli: (cli) => cli.exec(id, { ...options, tty: true }) }));
      const terminal = openPseudoTerminal(program);
      assert.equal(await terminal.ended, 0, terminal.shown());
      return terminal.shown().replaceAll('\r\n', '\n');
    }

    void suite('in a terminal', () => {
      void check('a shell has its size, follows it, and tells its exit code', async () => {
        const { program } = await opened(async (context) => shell.run([await targetOf(id)], context));
        const terminal = openPseudoTerminal(program, 100, 40);
        await terminal.until(/[#$] /);
        await terminal.hasSize(100, 40);
        terminal.resize(132, 50);
        await terminal.hasSize(132, 50);
        terminal.type('echo $TERM\r');
        await terminal.until(/xterm-256color/);
        terminal.type('exit 5\r');
        assert.equal(await terminal.ended, 5);
      });

      void check('Ctrl-C reaches the program', async () => {
        const { program } = await opened(async (context) => shell.run([await targetOf(id)], context));
        const terminal = openPseudoTerminal(program);
        await terminal.until(/[#$] /);
        terminal.type('echo rea""dy; sleep 1000\r');
        await terminal.until(/ready/);
        terminal.type('\u0003');
        terminal.type('echo ba""ck\r');
        await terminal.until(/back/);
        terminal.type('exit 0\r');
        assert.equal(await terminal.ended, 0);
      });

      void check('a shell that is closed leaves nothing behind, also what it started and who it is', async () => {
        for (const answers of [undefined, ['1000', '', '', '']] as const) {
          const { program } = await opened(async (context) => (answers === undefined ? shell : shellWithOptions).run([await targetOf(id)], context), ...(answers ?? []));
          const before = (await running(id)).length;
          const terminal = openPseudoTerminal(program);
          await terminal.until(/[#$] /);
          terminal.type('sleep 999 & sleep 998\r');
          await until('its programs', async () => (await running(id)).length === before + 3);
          terminal.close();
          await until('their end', async () => (await running(id)).length === before);
        }
      });

      void check('the user is asked for user, folder, variables and shell, and gets them', async () => {
        const { program } = await opened(async (context) => shellWithOptions.run([await targetOf(id)], context), '1000:1000', '/bin', 'A="b  c" LD_PRELOAD=/none', 'sh');
        assert.match(program.name, /: sh as 1000:1000$/);
        const terminal = openPseudoTerminal(program);
        await terminal.until(/[#$] /);
        terminal.type('id -u; pwd; echo "<$A> <$LD_PRELOAD>"; exit\r');
        await terminal.ended;
        assert.match(terminal.shown(), /1000\r\n\/bin\r\n[^]*<b {2}c> <\/none>/);
        assert.equal(program.environment['LD_PRELOAD'], undefined);
      });

      void check('arguments and variables arrive as they are, whatever is in them', async () => {
        const command = ['sh', '-c', 'printf "[%s]" "$@"; printf "[%s]" "$ODD0" "$ODD1" "$ODD2" "$ODD3" "$ODD4" "$ODD5" "$ODD6" "$ODD7"', 'sh', ...odd];
        const all = odd.map((value) => `[${value}]`).join('');
        assert.equal(await printed({ command, environment: odd.map((value, index) => `ODD${index}=${value}`) }), all + all);
      });

      void check('a working directory and a user may look like flags or hold blanks', async () => {
        for (const folder of ["/it's a folder", '/--help', '/a\nb']) {
          await there().cli('exec', id, 'busybox', 'mkdir', folder);
          assert.equal(await printed({ command: ['sh', '-c', 'pwd'], workdir: folder }), `${folder}\n`);
        }
        const { program } = await opened((context) => openProgram(engine, context, { name: 'x', leaves: true, tty: true, byApi: () => assert.fail(), byCli: (cli) => cli.exec(id, { command: ['id'], tty: true, user: '--privileged' }) }));
        const terminal = openPseudoTerminal(program);
        assert.notEqual(await terminal.ended, 0);
        assert.match(terminal.shown(), name === 'Podman' ? /unable to upgrade to tcp, received 500/ : /unable to find user --privileged/);
      });

      void check('values of variables stand in no word and no title, and variables of the CLI itself do not mislead it', async () => {
        const environment = ['API_TOKEN=hunter2', 'DOCKER_HOST=tcp://nowhere.invalid:1', 'PATH=/bin:/none', 'docker_host=x'];
        const { program } = await opened((context) => openProgram(engine, context, { name: 'web: sh', leaves: true, tty: true, byApi: () => assert.fail(), byCli: (cli) => cli.exec(id, { command: ['env'], tty: true, environment }) }));
        assert.ok(!JSON.stringify([program.name, program.greeting, program.program, program.args]).includes('hunter2'));
        assert.match(await printed({ command: ['env'], environment }), /^(?=[^]*API_TOKEN=hunter2\n)(?=[^]*DOCKER_HOST=tcp:\/\/nowhere\.invalid:1\n)(?=[^]*PATH=\/bin:\/none\n)(?=[^]*docker_host=x\n)/);
      });

      void check('a CLI that is told of another engine talks to this one', async () => {
        const { program } = await opened((context) => openProgram(engine, context, { name: 'x', leaves: true, tty: true, byApi: () => assert.fail(), byCli: (cli) => cli.exec(id, { command: ['echo', 'here'], tty: true }) }));
        const before = { ...process.env };
        Object.assign(process.env, { DOCKER_HOST: 'tcp://nowhere.invalid:1', DOCKER_CONTEXT: 'no-such-context', DOCKER_TLS_VERIFY: '1' });
        try {
          const terminal = openPseudoTerminal(program);
          assert.equal(await terminal.ended, 0, terminal.shown());
          assert.equal((await runOnce(engine, id, { command: ['echo', 'here'] }, forever)).output, 'here\n');
        } finally {
          for (const name of ['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_TLS_VERIFY']) {
            if (before[name] === undefined) {
              Reflect.deleteProperty(process.env, name);
            } else {
              process.env[name] = before[name];
            }
          }
        }
      });

      void check('what an editor would replace is refused', async () => {
        const ui = new ScriptedUi('0', '/${env:HOME}', '', 'sh');
        await shellWithOptions.run([await targetOf(id)], { ui, clock: systemClock, memory: noMemory });
        assert.deepEqual(ui.programs, []);
        assert.match(ui.reports[0]?.message ?? '', /VS Code replaces “\$\{…\}”/);
      });

      void check('the process of a container is attached to, and let go by its keys', async () => {
        const other = await started('-it', testImage, 'sh');
        const { program } = await opened(async (context) => attach.run([await targetOf(other)], context));
        assert.match(program.greeting ?? '', /Ctrl-P Ctrl-Q, leaves it running/);
        const terminal = openPseudoTerminal(program, 97, 31);
        await terminal.takesSize(97, 41);
        terminal.type('\u0010\u0011');
        await terminal.ended;
        assert.equal((await engine.inspectContainer(other)).state, 'running');
        const again = openPseudoTerminal(program);
        again.type('exit 4\r');
        assert.equal(await again.ended, 4);
        assert.equal((await engine.inspectContainer(other)).state, 'exited');
      });

      void check('a process without a terminal outlives the one that it was attached to', async () => {
        const other = await started('-i', testImage, 'sh', '-c', 'while read line; do echo got $line; done');
        const { program } = await opened(async (context) => attach.run([await targetOf(other)], context));
        assert.doesNotMatch(program.greeting ?? '', /Ctrl-P/);
        const terminal = openPseudoTerminal(program);
        terminal.type('hello\r');
        await terminal.until(/got hello/);
        terminal.close();
        await terminal.ended;
        // Podman ends its input with the connection.
        await (name === 'Podman' ? engine.wait(other) : undefined);
        assert.equal((await engine.inspectContainer(other)).state, name === 'Podman' ? 'exited' : 'running');
      });

      void check('a debug container shows its first byte and its exit code, and goes away with its terminal', async () => {
        await ensureShellLessImage(there().cli);
        const bare = await targetOf(await started(shellLessImage, '/sleep', '1000'));
        const debuggers = async () => (await engine.listContainers({ labels: [`gantry.debug-of=${bare.container.id}`] })).length;
        for (const leaving of ['exit 9\r', undefined]) {
          const { program } = await opened((context) => shell.run([bare], context), 'Open a debug container…', testImage);
          const terminal = openPseudoTerminal(program, 100, 30);
          await terminal.until(/[#$] /);
          terminal.type('ps; ls /proc/1/root\r');
          await terminal.until(/ \/sleep 1000\r[^]*\bsleep +sys\b/);
          await terminal.hasSize(100, 30);
          assert.equal(await debuggers(), 1);
          if (leaving === undefined) {
            terminal.close();
          } else {
            terminal.type(leaving);
            // Podman forgets it with the container.
            assert.equal(await terminal.ended, name === 'Podman' ? 0 : 9);
          }
          await until('its removal', async () => (await debuggers()) === 0);
        }
      });
    });

    void suite('without a terminal', () => {
      const outputs = async (options: Omit<ExecOptions, 'tty'>, input?: Buffer, on = engine) => {
        const session = await on.exec(id, { ...options, tty: false, ...(input === undefined && { noInput: true }) });
        const told = { stdout: '', stderr: '' };
        if (input !== undefined) {
          await session.write(input);
          session.endInput();
        }
        for await (const { stream, data } of session.output) {
          told[stream] += data.toString();
        }
        return { ...told, exitCode: await session.exitCode() };
      };

      void check('both outputs stay apart, and the exit code is that of the program', async () => {
        assert.deepEqual(await outputs({ command: ['sh', '-c', 'id -u; pwd; echo "$A" >&2; exit 3'], user: '1000', workdir: '/bin', environment: ['A=b  c'] }), { stdout: '1000\n/bin\n', stderr: 'b  c\n', exitCode: 3 });
      });

      void check('input is read to its end, and a program that gets none finds its end', async () => {
        assert.match((await outputs({ command: ['sh', '-c', 'cat > /pasted; ls -l /pasted'] }, Buffer.alloc(1_000_000, 'paste '))).stdout, /\b1000000\b/);
        assert.deepEqual(await outputs({ command: ['cat'] }), { stdout: '', stderr: '', exitCode: 0 });
      });

      void check('one command is shown as a document, with its exit code', async () => {
        const ui = new ScriptedUi("sh -c 'echo out; echo err >&2; exit 7'");
        await runCommand.run([await targetOf(id)], { ui, clock: systemClock, memory: noMemory });
        assert.deepEqual(ui.reports, []);
        assert.match(ui.shown[0]?.text ?? '', /^(?:out\nerr|err\nout)\n\n\[exit code 7\]\n$/);
      });

      void check('output of many megabytes is cut, and the CLI ended', async () => {
        const result = await runOnce(engine, id, { command: ['sh', '-c', 'n=0; while [ $n -lt 200000 ]; do n=$((n+1)); echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done'] }, forever);
        assert.deepEqual([result.isCut, result.output.length], [true, 4 * 1024 * 1024]);
      });

      void check('a command that is cancelled is let go, keeps what it wrote, and its CLI ends', async () => {
        const mark = randomUUID();
        const ui = new ScriptedUi(`sh -c 'echo begun; sleep 1000; true' ${mark}`);
        let begins: () => void = () => undefined;
        const begun = new Promise<void>((resolve) => {
          begins = resolve;
        });
        const exec: Engine['exec'] = async (...call) => {
          const session = await engine.exec(...call);
          return { ...session, output: telling(session.output, () => begins()) };
        };
        const run = runCommand.run([{ ...(await targetOf(id)), engine: { exec } as Engine }], { ui, clock: systemClock, memory: noMemory });
        await begun;
        assert.equal(clisWith(mark), 1);
        ui.cancel.abort();
        await run;
        assert.match(ui.shown[0]?.text ?? '', /begun\n\n\[Gantry stopped waiting for it\. What ran inside may still run\.\]/);
        assert.equal(clisWith(mark), 0);
      });

      void check('Gantry finds a shell, and lists files, as over any connection', async () => {
        assert.equal(await findShell(engine, id, 'no-such-shell', {}, forever), 'sh');
        await assert.rejects(findShell(engine, id, undefined, { user: 'nobody-here' }, forever), { reason: 'conflict' });
        await ensureShellLessImage(there().cli);
        assert.equal(await findShell(engine, await started(shellLessImage, '/sleep', '1000'), undefined, {}, forever), undefined);
        const { stdout, exitCode } = await runTool(engine, id, ['ls', '/bin'], { user: '0' }, {});
        assert.deepEqual([stdout.toString().includes('busybox\n'), exitCode], [true, 0]);
      });

      void check('a container that does not run, is paused or gone is told in words', async () => {
        const ended = await started(testImage, 'true');
        await engine.wait(ended);
        const paused = await started(testImage, 'sleep', '1000');
        await engine.pause(paused);
        const options = { command: ['true'], tty: false } as const;
        assert.deepEqual([(await rejection(engine.exec(ended, options))).message, (await rejection(engine.exec(paused, options))).message, (await rejection(engine.exec('0'.repeat(64), options))).message], ['The container is not running.', 'The container is paused: unpause it first.', 'The container is gone: something else removed it.']);
        const ui = new ScriptedUi();
        await shell.run([await targetOf(ended)], { ui, clock: systemClock, memory: noMemory });
        assert.match(ui.reports[0]?.message ?? '', /^No shell could be opened in \S+\. The container is not running\.$/);
        assert.deepEqual(ui.programs, []);
        await engine.unpause(paused);
      });

      void check('an engine that is closed ends what runs', async () => {
        const other = await connect();
        const told = outputs({ command: ['sh', '-c', 'echo on; sleep 997'] }, undefined, other);
        told.catch(() => undefined);
        await until('its beginning', async () => (await running(id)).some((command) => command.includes('sleep 997')));
        other.close();
        assert.equal((await rejection(told)).reason, 'aborted');
      });
    });

    void suite('where there is no CLI', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'gantry-no-docker-'));
      after(() => rmSync(folder, { recursive: true }));

      for (const PATH of [folder, '', '.', undefined]) {
        void check(`with PATH=${PATH ?? 'unset'}, every action says what to install, and leaves nothing behind`, async () => {
          const bare = await connect({ machine: { platform: 'linux', environment: { PATH } } });
          const target = await targetOf(await started('-it', testImage, 'sh'), bare);
          const ui = new ScriptedUi('ls');
          for (const action of [shell, attach, runCommand]) {
            await action.run([target], { ui, clock: systemClock, memory: noMemory });
          }
          assert.deepEqual([ui.reports.length, ui.programs.length], [3, 0]);
          for (const { message, severity } of ui.reports) {
            assert.equal(severity, 'error');
            assert.match(message, /needs the docker CLI, and there is none on the PATH\. Install it .*, then start VS Code anew\./);
          }
          bare.close();
        });
      }
    });
  });
}

void suite('which way programs take', () => {
  for (const [endpoint, byCli] of [
    [{ kind: 'npipe', path: '//./pipe/docker_engine' }, true],
    [{ kind: 'npipe', path: '//./pipe/podman-machine-default' }, true],
    [{ kind: 'unix', path: '/var/run/docker.sock' }, false],
    [{ kind: 'tcp', host: 'build', port: 2375 }, false],
    [{ kind: 'ssh', destination: 'build' }, false],
  ] as const) {
    void test(`is by ${byCli ? 'the CLI' : 'the API'} over ${endpoint.kind}://`, async () => {
      const engine = await connectEngine(endpoint, { machine: { platform: 'linux', environment: process.env } });
      assert.equal(engine.cli !== undefined, byCli);
      if (engine.cli !== undefined && 'path' in endpoint) {
        assert.deepEqual((await engine.cli.exec('web', { command: ['sh'], tty: true })).args, ['--host', `npipe://${endpoint.path}`, 'exec', '--interactive', '--tty', 'web', 'sh']);
      }
      engine.close();
    });
  }

  void test('says on Windows which program is enough', async () => {
    const engine = await connectEngine({ kind: 'npipe', path: '//./pipe/docker_engine' }, { machine: { platform: 'win32', environment: { PATH: '"C:\\tools";.;' } } });
    await assert.rejects(engine.cli?.attach('web') ?? assert.fail(), /Install it \(docker\.exe alone is enough, Docker Desktop is not needed\), then start VS Code anew\./);
    engine.close();
  });
});
