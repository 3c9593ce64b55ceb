/**
 * What every engine has to do behind the port, whatever it is and however it is reached. Each file beside this one runs the
 * suite on one engine. Where an engine differs for good, the difference is named here with the engine's own answer.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import type { ContainerState } from '../../../client/src/engine/container.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { EngineError, type EngineErrorReason } from '../../../client/src/engine/errors.ts';
import { ensureTestImage, removeLabelled, testImage, type DockerResult } from '../../support/docker-engine.ts';
import { until } from '../../support/engines/process.ts';
import { rejection } from '../rejection.ts';
import { obedient, stubborn, type Bench } from './bench.ts';
import { patience } from './patience.ts';
import { refusals } from './refusals.ts';
import { restartLoop } from './restart-loop.ts';
import { Missing, type Subject } from './subject.ts';
import { usage } from './usage.ts';
import { values } from './values.ts';

const forever = new AbortController().signal;

type Answer = 'done' | 'unchanged' | EngineErrorReason;

/** What the engine answers to an action, by the state that it finds. */
const matrix: readonly (readonly [action: string, call: (engine: Engine, id: string) => Promise<unknown>, answers: Readonly<Partial<Record<ContainerState, Answer>>>, podman?: Readonly<Partial<Record<ContainerState, Answer>>>])[] = [
  ['start', (engine, id) => engine.start(id), { created: 'done', running: 'unchanged', paused: 'conflict', exited: 'done' }],
  ['stop', (engine, id) => engine.stop(id, { seconds: 5 }), { created: 'unchanged', running: 'done', paused: 'done', exited: 'unchanged' }, { created: 'done', paused: 'conflict' }],
  ['restart', (engine, id) => engine.restart(id, { seconds: 5 }), { created: 'done', running: 'done', paused: 'done', exited: 'done' }, { paused: 'conflict' }],
  ['kill', (engine, id) => engine.kill(id, 'SIGKILL'), { created: 'conflict', running: 'done', paused: 'done', exited: 'conflict' }],
  ['pause', (engine, id) => engine.pause(id), { created: 'conflict', running: 'done', paused: 'conflict', exited: 'conflict' }],
  ['unpause', (engine, id) => engine.unpause(id), { created: 'conflict', running: 'conflict', paused: 'done', exited: 'conflict' }],
  ['top', (engine, id) => engine.listProcesses(id), { created: 'conflict', running: 'done', paused: 'done', exited: 'conflict' }, { paused: 'conflict' }],
  ['rename', (engine, id) => engine.rename(id, `renamed-${randomUUID().slice(0, 8)}`), { created: 'done', running: 'done', paused: 'done', exited: 'done' }],
  ['remove', (engine, id) => engine.remove(id, { force: false, volumes: false }), { created: 'done', running: 'conflict', paused: 'conflict', exited: 'done' }],
  ['remove by force', (engine, id) => engine.remove(id, { force: true, volumes: true }), { created: 'done', running: 'done', paused: 'done', exited: 'done' }],
];

export function contract(name: string, find: () => Promise<Subject>): void {
  void suite(`the engine port on ${name}`, () => {
    let subject: Subject | undefined;
    let engine: Engine;
    const label = `gantry.test=${randomUUID()}`;

    before(async () => {
      try {
        subject = await find();
      } catch (error) {
        if (error instanceof Missing && process.env['GANTRY_REQUIRE_DOCKER'] !== '1') {
          console.log(`skipped: the engine port on ${name}: ${error.message}`);
          return;
        }
        throw error;
      }
      await ensureTestImage(subject.cli);
      engine = await subject.connect();
    });
    after(async () => {
      if (subject !== undefined) {
        await removeLabelled(label, subject.cli);
        engine.close();
        await subject.stop();
      }
    });

    /** A test that is skipped where the engine is missing. */
    const check = (what: string, body: (on: Subject) => Promise<void>) =>
      test(`${what} (${name})`, async (t) => {
        if (subject === undefined) {
          t.skip(`${name} is missing`);
          return;
        }
        await body(subject);
      });

    const cli = async (...args: string[]): Promise<string> => {
      const { ok, output } = (await subject?.cli(...args)) as DockerResult;
      assert.ok(ok, output);
      return output.trim();
    };
    const idOf = (output: string): string => /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    const create = async (flags: readonly string[], command: readonly string[] = obedient) => idOf(await cli('create', '--label', label, ...flags, testImage, ...command));

    /** Runs it and waits until its trap is set. */
    const run = async (flags: readonly string[] = [], command: readonly string[] = obedient): Promise<string> => {
      const id = idOf(await cli('run', '-d', '--label', label, ...flags, testImage, ...command));
      while (!(await cli('logs', id)).includes('ready')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return id;
    };
    const inState = async (state: ContainerState): Promise<string> => {
      if (state === 'created') {
        return create([]);
      }
      const id = state === 'exited' ? idOf(await cli('run', '-d', '--label', label, testImage, 'true')) : await run();
      if (state === 'exited') {
        await engine.wait(id);
      } else if (state === 'paused') {
        // A machine under load does not always manage to freeze a container at once.
        await until('the pause', async () => (await subject?.cli('pause', id))?.ok === true);
      }
      return id;
    };
    const rowOf = async (id: string) => {
      const [row] = await engine.listContainers({ ids: [id] });
      return row ?? assert.fail(`${id} is not listed`);
    };
    const bench: Bench = { engine: () => engine, create, run, loop: async (...command) => idOf(await cli('run', '-d', '--restart', 'always', '--label', label, testImage, ...command)), rowOf, label };
    restartLoop(check, bench);
    usage(check, bench);
    refusals(check, bench);
    values(check, bench);
    patience(check, bench);

    void check('says who it is, and which API it speaks', async (on) => {
      const { product, version, apiVersion, architecture, swarm } = await engine.describe();
      assert.match(product, on.product === 'podman' ? /^Podman/ : /^Docker/);
      assert.match(version, /^\d+\.\d+/);
      assert.match(apiVersion, /^1\.\d{2}$/);
      assert.deepEqual([architecture.length > 0, swarm], [true, 'none']);
    });

    void check('lists a running container with all that a row shows', async () => {
      const name = `row-${randomUUID().slice(0, 8)}`;
      const flags = ['--name', name, '-p', '127.0.0.1::80', '-p', '127.0.0.1::53/udp', '--label', 'odd=a,b=c "ü" 😀', '--tmpfs', '/scratch', '-v', '/tmp:/host:ro'];
      const id = await run(flags);
      const row = await rowOf(id);
      assert.deepEqual([row.id, row.name, row.state], [id, name, 'running']);
      assert.match(row.image, /gantry-test\/busybox:1\.1$/);
      assert.match(row.status, /^Up /);
      assert.equal(row.labels['odd'], 'a,b=c "ü" 😀');
      assert.deepEqual(row.ports.map(({ containerPort, protocol, host }) => [containerPort, protocol, host?.address]).sort(), [[53, 'udp', '127.0.0.1'], [80, 'tcp', '127.0.0.1']]);
      assert.ok(row.ports.every(({ host }) => (host?.port ?? 0) > 1023));
      assert.ok(Math.abs(row.created - Date.now()) < 60_000, String(row.created));
      const bind = row.mounts.find(({ destination }) => destination === '/host');
      assert.deepEqual([bind?.source, bind?.readOnly], ['/tmp', true]);
    });

    void check('lists by label, with the bytes that a container wrote', async () => {
      const mark = randomUUID();
      const id = await run(['--label', `mark=${mark}`], ['sh', '-c', 'dd if=/dev/zero of=/file bs=1024 count=300 2>/dev/null; echo ready; sleep 1000']);
      const rows = await engine.listContainers({ labels: [`mark=${mark}`], sizes: true });
      assert.deepEqual(rows.map((row) => row.id), [id]);
      assert.ok((rows[0]?.writableSize ?? 0) >= 300 * 1024, String(rows[0]?.writableSize));
    });

    void check('tells the exit code of what has ended', async () => {
      const id = idOf(await cli('run', '-d', '--label', label, testImage, 'sh', '-c', 'exit 7'));
      assert.equal(await engine.wait(id), 7);
      // Docker tells who waits a moment before it changes its lists; the event comes behind both.
      await until('the end in the list', async () => (await rowOf(id)).state !== 'running');
      const row = await rowOf(id);
      assert.deepEqual([row.state, row.exitCode], ['exited', 7]);
      const details = await engine.inspectContainer(id);
      assert.deepEqual([details.exitCode, details.oomKilled], [7, false]);
    });

    void check('tells the health of a container, from its start on', async () => {
      const id = await run(['--health-cmd', 'true', '--health-interval', '1s']);
      assert.ok(['starting', 'healthy'].includes((await engine.inspectContainer(id)).health ?? ''));
      for (const end = Date.now() + 20_000; (await engine.inspectContainer(id)).health !== 'healthy' && Date.now() < end; ) {
        // Podman has its checks run by a timer of systemd, and without one by hand.
        await subject?.cli('healthcheck', 'run', id);
        if (subject?.product === 'podman') {
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.equal((await rowOf(id)).health, 'healthy');
    });

    void check('tells what a container was made with', async () => {
      const id = await run(['--env', 'A=b=c', '--user', '1000:1000', '--memory', '64m', '--pids-limit', '50', '--stop-signal', 'SIGUSR1', '--stop-timeout', '7', '--restart', 'on-failure:3', '-i', '-t']);
      const details = await engine.inspectContainer(id);
      assert.ok(details.environment.includes('A=b=c'));
      assert.deepEqual([details.user, details.stopTimeout, details.tty, details.openStdin, details.state], ['1000:1000', 7, true, true, 'running']);

      assert.equal(details.stopSignal, 'SIGUSR1');
      assert.deepEqual([details.limits.memory, details.limits.pids, details.limits.restart], [64 * 1024 * 1024, 50, { name: 'on-failure', maximumRetries: 3 }]);
      assert.ok((details.startedAt ?? 0) > Date.now() - 60_000);
    });

    void check('lists the processes of a container', async () => {
      const { titles, processes } = await engine.listProcesses(await run());
      assert.ok(titles.includes('PID'), titles.join());
      assert.ok(processes.some((process) => process.join(' ').includes('sleep') || process.join(' ').includes('sh')));
    });

    for (const [action, call, answers, podman = {}] of matrix) {
      for (const state of ['created', 'running', 'paused', 'exited'] as const) {
        void check(`${action}, where the container is ${state}`, async (on) => {
          const expected = (on.product === 'podman' ? podman[state] : undefined) ?? answers[state];
          const id = await inState(state);
          const got = await call(engine, id).then(
            (outcome) => (outcome === 'unchanged' ? 'unchanged' : 'done'),
            (error: unknown) => {
              assert.ok(error instanceof EngineError, String(error));
              assert.match(error.message, /^[A-Z].{5,300}\.$/);
              assert.doesNotMatch(error.message, /[\da-f]{64}|container state improper|: unknown/);
              assert.notEqual(error.details, '');
              return error.reason;
            },
          );
          assert.equal(got, expected);
          await on.cli('rm', '-f', id);
        });
      }
    }

    void check('stop waits for the container to end by itself, and kills it when the time is over', async () => {
      const [good, bad] = [await run(), await run([], stubborn)];
      await engine.stop(good, { seconds: 10 });
      await engine.stop(bad, { seconds: 1 });
      assert.deepEqual([(await engine.inspectContainer(good)).exitCode, (await engine.inspectContainer(bad)).exitCode], [3, 137]);
    });

    void check('kill sends the signal that is named', async () => {
      const id = await run();
      await engine.kill(id, 'SIGTERM');
      assert.equal(await engine.wait(id), 3);
      assert.equal((await rejection(engine.kill(await run(), 'SIGNONSENSE'))).message.length > 0, true);
    });

    void check('rename gives the name, and refuses one that is taken', async () => {
      const [first, second] = [await create([]), await create([])];
      const name = `name-${randomUUID().slice(0, 8)}`;
      await engine.rename(first, name);
      assert.equal((await rowOf(first)).name, name);
      const error = await rejection(engine.rename(second, name));
      assert.match(error.message, /already in use/);
      assert.equal(error.reason, 'conflict');
    });

    void check('update changes limits of a running container', async (on) => {
      const id = await run(['--memory', '64m', '--memory-swap', '64m']);
      const changed = { memory: 96 * 1024 * 1024, memorySwap: 96 * 1024 * 1024, cpus: 0.5, pids: 77, restart: { name: 'unless-stopped', maximumRetries: 0 } } as const;
      if (on.isPodman4 === true) {
        const error = await rejection(engine.update(id, changed));
        assert.deepEqual([error.reason, error.message], ['refused', 'This engine does not offer that.']);
        return;
      }
      await engine.update(id, changed);
      const { limits } = await engine.inspectContainer(id);
      // Podman 5 passes over the number of processors.
      assert.deepEqual(limits, on.product === 'podman' ? { ...changed, cpus: 0 } : changed);
    });

    void check('remove takes anonymous volumes along only when told', async (on) => {
      const volumesOf = async (id: string) => (await engine.inspectContainer(id)).mounts.flatMap(({ name }) => name ?? []);
      for (const volumes of [false, true]) {
        const id = await run(['-v', '/data']);
        const [volume = ''] = await volumesOf(id);
        await engine.remove(id, { force: true, volumes });
        assert.equal((await on.cli('volume', 'inspect', volume)).ok, !volumes);
        await on.cli('volume', 'rm', volume);
      }
    });

    void check('commit makes an image of the files', async (on) => {
      const id = await run();
      const reference = `gantry-test/commit:${randomUUID().slice(0, 8)}`;
      const image = await engine.commit(id, { reference, pause: true, message: 'made by a test' });
      assert.match(image, /[\da-f]{64}/);
      assert.ok((await on.cli('image', 'inspect', reference)).ok);
      await on.cli('rmi', reference);
    });

    void check('export gives the files as a tar archive, also of what has ended', async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of await engine.exportFileSystem(await inState('exited'))) {
        chunks.push(chunk as Buffer);
      }
      const archive = Buffer.concat(chunks);
      assert.ok(archive.includes('bin/busybox') && archive.subarray(257, 262).toString() === 'ustar');
    });

    void check('reports what happens to containers as it happens, and only what was asked for', async (on) => {
      const abort = new AbortController();
      const heard: string[] = [];
      const id = await create(['--health-cmd', 'true', '--health-interval', '1s']);
      const wanted = on.product === 'podman' ? ['start', 'died', 'remove'] : ['start', 'die', 'destroy'];
      const listening = (async () => {
        for await (const event of engine.events({ types: ['container'], actions: wanted, since: Date.now() - 1_000 }, abort.signal)) {
          if (event.id === id) {
            heard.push(event.action);
            assert.ok(Math.abs(event.time - Date.now()) < 20_000);
          }
          if (heard.at(-1) === wanted[2]) {
            return;
          }
        }
      })();
      await engine.start(id);
      await cli('exec', id, 'true');
      await engine.stop(id, { seconds: 2 });
      await engine.remove(id, { force: false, volumes: true });
      await listening;
      abort.abort();
      // Podman takes its own word for the end of a container, and answers with Docker's.
      assert.deepEqual(heard, wanted.map((action) => (action === 'died' ? 'die' : action)));
    });

    void check('begins a stream of events with what happened shortly before', async () => {
      const since = Date.now() - 500;
      const id = await run();
      for await (const { id: other, action } of engine.events({ types: ['container'], actions: ['start'], since }, forever)) {
        if (other === id) {
          assert.equal(action, 'start');
          return;
        }
      }
      assert.fail('The event was not told.');
    });

    void check('a call ends when it is not wanted any more, and the next one works', async () => {
      const abort = new AbortController();
      const waiting = rejection(engine.wait(await run(), { signal: abort.signal }));
      abort.abort();
      assert.equal((await waiting).reason, 'aborted');
      assert.equal((await engine.describe()).swarm, 'none');
    });

    void check('closing ends what is under way', async (on) => {
      const other = await on.connect();
      await other.describe();
      const listen = async () => {
        for await (const event of other.events({ types: ['container'], actions: ['oom'] }, forever)) {
          assert.fail(event.action);
        }
      };
      const events = rejection(listen());
      const waiting = rejection(other.wait(await run()));
      await other.listContainers();
      other.close();
      assert.equal((await waiting).reason, 'aborted');
      assert.equal((await events).reason, 'aborted');
    });
  });
}
