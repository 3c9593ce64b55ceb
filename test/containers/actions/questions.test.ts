/** What questions accept, what is copied, and that nothing foreign acts in either. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'shell-quote';
import { containerActions } from '../../../client/src/containers/actions/index.ts';
import type { Target } from '../../../client/src/containers/action.ts';
import { cliOptionsFor } from '../../../client/src/containers/command-line.ts';
import { eligibleTargets, pickTarget } from '../../../client/src/containers/pick-target.ts';
import { pruneFilterProblem, readPruneFilter } from '../../../client/src/containers/prune-filter.ts';
import { targetsFor } from '../../../client/src/containers/targets.ts';
import type { TextQuestion } from '../../../client/src/containers/ui.ts';
import type { ContainerDetails, ContainerSummary, Limits } from '../../../client/src/engine/container.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';
import { engineTime } from '../../../client/src/logs/log-times.ts';
import { container, FakeLiveEngine } from '../fake-live-engine.ts';
import { ManualClock } from '../manual-clock.ts';
import { noMemory, ScriptedUi, type Answer } from '../scripted-ui.ts';

const limits: Required<Limits> = { memory: 512 * 2 ** 20, memorySwap: 2 ** 30, cpus: 0, pids: -1, restart: { name: 'no', maximumRetries: 0 } };

async function run(id: string, targets: readonly Target[], ...answers: readonly Answer[]): Promise<ScriptedUi> {
  const ui = new ScriptedUi(...answers);
  const action = containerActions.find((each) => each.id === id) ?? assert.fail(id);
  await action.run(targets, { ui, clock: new ManualClock(), memory: noMemory });
  ui.done();
  return ui;
}

void suite('a limit', () => {
  const updated = async (label: string, text: string): Promise<Limits> => {
    let sent: Limits = {};
    const engine = {
      inspectContainer: () => Promise.resolve({ limits } as ContainerDetails),
      update: (_: string, changed: Limits) => Promise.resolve(((sent = changed), [])),
    } as unknown as Engine;
    await run('updateLimits', [{ engine, container: container(1) }], [label], text);
    return sent;
  };

  for (const [label, text, expected] of [
    ['Memory', '1.5g', { memory: 1.5 * 2 ** 30 }],
    ['Memory', ' 64M ', { memory: 64 * 2 ** 20 }],
    ['Memory and swap together', '-1', { memorySwap: -1 }],
    ['Processors', '1/2', { cpus: 0.5 }],
    ['Processors', '5e-1', { cpus: 0.5 }],
    ['Processes', '0x40', { pids: 64 }],
    ['Processes', '1_000', { pids: 1000 }],
    ['Processes', '-1', { pids: -1 }],
    ['Restart policy', 'on-failure:5', { restart: { name: 'on-failure', maximumRetries: 5 } }],
  ] as const) {
    void test(`${label} ${text} is read as the CLI reads it`, async () => {
      assert.deepEqual(await updated(label, text), expected);
    });
  }

  void test('that the engine did not take over is named', async () => {
    const engine = { inspectContainer: () => Promise.resolve({ limits: { ...limits, pids: 64 } } as ContainerDetails), update: () => Promise.resolve([]) } as unknown as Engine;
    const { reports } = await run('updateLimits', [{ engine, container: container(1) }], ['Processors', 'Processes'], '0.5', '64');
    assert.deepEqual(reports, [{ severity: 'warning', message: `${container(1).name} was updated: --cpus 0.5 --pids-limit 64. The engine left as it was: Processors.` }]);
  });

  void test('an update counts where the engine cannot be looked at afterwards', async () => {
    const looks = [Promise.resolve({ limits } as ContainerDetails)];
    const engine = { inspectContainer: () => looks.shift() ?? Promise.reject(new EngineError('unreachable', 'It is away.')), update: () => Promise.resolve(['Your kernel has no swap limit.']) } as unknown as Engine;
    const { reports } = await run('updateLimits', [{ engine, container: container(1) }], ['Processors'], '0.5');
    assert.deepEqual(reports, [{ severity: 'warning', message: `${container(1).name} was updated: --cpus 0.5. The engine warns: Your kernel has no swap limit.`, details: 'Your kernel has no swap limit.' }]);
  });

  for (const [label, text, problem] of [
    ['Memory', '0', /Zero would leave the limit as it is/],
    ['Memory and swap together', '0', /Zero would leave/],
    ['Processors', '0', /Zero would leave/],
    ['Memory', '3m', /at least/],
    ['Memory', '1,5g', /“1,5g” is not a size/],
    ['Memory', 'inf', /more than any machine has|not a size/],
    ['Processors', 'many', /not a number of processors/],
    ['Processes', 'ten', /not a whole number/],
    ['Restart policy', 'sometimes', /not a restart policy/],
    ['Memory', '  ', /Write a value/],
  ] as const) {
    void test(`${label} ${text} is refused before the engine hears of it`, async () => {
      await assert.rejects(updated(label, text), problem);
    });
  }
});

void suite('a filter of prune', () => {
  const now = 1_800_000_000_000;
  const hour = 3_600_000;
  const rows: readonly ContainerSummary[] = [
    container(1, { labels: { env: 'test' }, created: now - 2 * hour }),
    container(2, { labels: { env: 'live', keep: '' }, created: now - 2 * hour }),
    container(3, { labels: {}, created: now - 30 * hour }),
  ];
  for (const [text, expected] of [
    ['', ['c1', 'c2', 'c3']],
    ['label=env', ['c1', 'c2']],
    ['label=env=test', ['c1']],
    ['label!=keep', ['c1', 'c3']],
    ['label!=env=test', ['c2', 'c3']],
    ['label=keep=', ['c2']],
    ['label=toString', []],
    ['until=24h', ['c3']],
    ['until=1h  label=env label!=keep', ['c1']],
    [`until=${now / 1000 - 3 * 3600}`, ['c3']],
    [`until=${new Date(now - 3 * hour).toISOString().slice(0, 19)}Z`, ['c3']],
  ] as const) {
    void test(`"${text}" lists ${expected.join(', ')}`, () => {
      assert.deepEqual(rows.filter(readPruneFilter(text, now)).map(({ name }) => name), expected);
    });
  }

  for (const [text, problem] of [
    ['env=test', /is not a filter here/],
    ['label', /A filter is “key=value”/],
    ['until=yesterday', /is not a value of “until”/],
    ['until=1h until=2h', /“until” once/],
    [' ', /Write a filter/],
  ] as const) {
    void test(`"${text}" is refused`, () => assert.match(pruneFilterProblem(text) ?? '', problem));
  }

  void test('takes no time that it cannot compare with: NaN would list nothing and say nothing', () => {
    const piece = fc.constantFrom('24h', '1', '.', '-', '2026', '-01', '-31', 'T13', ':00', 'Z', '+02:00', '0', 'm', 's', '1769864400');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')), (time) => {
        assert.ok(pruneFilterProblem(`until=${time}`) !== undefined || Number.isFinite(Number(engineTime(time, now))), time);
      }),
    );
  });
});

void suite('a question', () => {
  const two = { listContainers: () => Promise.resolve([container(1), container(2)]) };
  const asTarget = (engine: object): Target => ({ engine: engine as Engine, container: container(1) });

  void test('for a new name refuses one that another container has before it closes', async () => {
    await assert.rejects(run('rename', [asTarget(two)], 'c2'), /Another container has this name/);
    await run('rename', [asTarget(two)], 'c1');
  });

  void test('about limits says where there is none', async () => {
    const engine = { inspectContainer: () => Promise.resolve({ limits } as ContainerDetails) };
    const [asked] = (await run('updateLimits', [asTarget(engine)], undefined)).asked;
    assert.deepEqual(asked?.texts.filter((text) => text.startsWith('Now: ')), ['Now: 512m', 'Now: 1g', 'Now: no limit', 'Now: no limit', 'Now: no']);
  });

  void test('about signals shows no Markdown', async () => {
    const { seen } = await run('kill', [asTarget({ inspectContainer: () => Promise.resolve({ stopSignal: 'SIGTERM' } as ContainerDetails) })], undefined);
    assert.doesNotMatch(seen, /`/);
  });

  void test('asks for the other container where one alone is to be compared', async () => {
    const engine = { ...two, inspectContainer: (id: string) => Promise.resolve({ document: { Id: id } } as unknown as ContainerDetails) };
    const { asked, shown } = await run('compare', [asTarget(engine)], 'c2');
    assert.equal(asked[0]?.title, 'Compare c1');
    assert.deepEqual(shown.map(({ name }) => name), ['c1.json', 'c2.json']);
    const alone = await run('compare', [asTarget({ ...engine, listContainers: () => Promise.resolve([container(1)]) })]);
    assert.deepEqual([alone.asked, alone.reports.map(({ message }) => message)], [[], ['There is no other container to compare it with.']]);
  });
});

void suite('what is copied', () => {
  void test('can be the docker run of a container like it, without the values of its secrets', async () => {
    const document = { Name: '/web', Config: { Image: 'nginx:1.27', Env: ['DB_PASSWORD=hunter2', 'MODE=a b'] }, HostConfig: { RestartPolicy: { Name: 'always' } } };
    const at = (more: object, inspectImage: () => Promise<object> = () => Promise.reject(new EngineError('not-found', 'gone'))) => [
      { engine: { inspectContainer: () => Promise.resolve({ document: { ...document, ...more } } as unknown as ContainerDetails), inspectImage } as unknown as Engine, container: container(1), cliOptions: ['--context', 'build'] },
    ];
    const line = "docker --context build run -d --name web --restart always -e DB_PASSWORD -e 'MODE=a b' nginx:1.27";
    assert.equal((await run('copyCommand', at({}), line)).copied, line);
    const ofImage = 'docker --context build run -d --name web --restart always -e DB_PASSWORD nginx:1.27';
    assert.equal((await run('copyCommand', at({}, () => Promise.resolve({ config: { Env: ['MODE=a b'] } })), ofImage)).copied, ofImage);
    const front = { HostConfig: { NetworkMode: 'front' }, NetworkSettings: { Networks: { front: {}, back: { Aliases: ['db'] } } }, Config: { Image: 'db', Cmd: ['serve', '--password=hunter2'] } };
    const { copied, asked } = await run('copyCommand', at(front), 'docker --context build run -d --name web --network front db serve --password\\=•••••• docker --conte…');
    assert.equal(copied, 'docker --context build run -d --name web --network front db serve --password=hunter2\ndocker --context build network connect --alias db back web');
    assert.doesNotMatch(JSON.stringify(asked), /hunter2/);
    // A control character could end the paste of a terminal, and what follows would be typed.
    const { seen } = await run('copyCommand', at({ Name: '/web\u001b[201~' }), undefined);
    assert.doesNotMatch(seen, /docker run/);
  });

  const build = new FakeLiveEngine([container(1, { name: 'web', state: 'exited' })], {}, 'build');
  const here = new FakeLiveEngine([container(2, { name: 'web', state: 'exited' })]);

  void test('names the engine that the CLI would not talk to by itself', async () => {
    const copied = async (targets: readonly Target[], line: string) => (await run('copyCommand', targets, line)).copied;
    assert.equal(await copied(eligibleTargets([build], ['exited']), 'docker --context build rm web'), 'docker --context build rm web');
    assert.equal(await copied(eligibleTargets([here], ['exited']), 'docker rm web'), 'docker rm web');
    assert.equal(await copied(eligibleTargets([build, here], ['exited']), 'docker --context build rm web docker --context default rm web'), 'docker --context build rm web\ndocker --context default rm web');
    const node = { kind: 'container', id: 'x', live: build, container: container(1, { name: 'web', state: 'exited' }) } as const;
    const remove = containerActions.find(({ id }) => id === 'remove') ?? assert.fail();
    assert.deepEqual(targetsFor(remove, [node], 2).targets[0]?.cliOptions, ['--context', 'build']);
  });

  for (const [name, path, isNamedBySettings, options] of [
    ['default', '/var/run/docker.sock', false, []],
    ['default', '/var/run/docker.sock', true, ['--context', 'default']],
    ['default', '/run/user/1000/docker.sock', false, ['--host', 'unix:///run/user/1000/docker.sock']],
    ['rootless', '/run/user/1000/docker.sock', false, ['--context', 'rootless']],
    ['tcp://build:2375', '/var/run/docker.sock', true, ['--host', 'tcp://build:2375']],
  ] as const) {
    void test(`of the engine ${name} at ${path}${isNamedBySettings ? ', named by settings,' : ''} ${options.length === 0 ? 'needs no option' : `has ${options.join(' ')}`}`, () => {
      assert.deepEqual(cliOptionsFor({ name, endpoint: { kind: 'unix', path }, isNamedBySettings }, true), options);
    });
  }

  void test('is one line without control characters for each container, whatever its name is', async () => {
    const hostile = { engine: {} as Engine, container: container(1, { name: 'a\nrm -rf /\r\u001b[2J', image: 'b\u202e\nc', networks: [{ name: 'n', address: '1.2.3.4\nid' }] }) };
    assert.equal((await run('copyName', [hostile])).copied, 'a rm -rf / [2J');
    assert.equal((await run('copyImage', [hostile])).copied, 'b c');
    assert.equal((await run('copyIp', [hostile])).copied, '1.2.3.4 id');
    const long = `registry.example.com/${'x'.repeat(220)}:1`;
    assert.equal((await run('copyImage', [{ ...hostile, container: container(1, { image: long }) }])).copied, long);
  });

  void test('never holds a word that a container was named to smuggle in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('-', 'a', '"', "'", '$', '`', '\n', ' ', ';', '\\', '!', '\u202e'), minLength: 1 }), async (name) => {
        const reference = /^[a-z][-a-z]*$/.test(name) ? name : container(1).id.slice(0, 12);
        const { copied } = await run('copyCommand', [{ engine: {} as Engine, container: container(1, { name, state: 'exited' }) }], `docker inspect ${reference}`);
        assert.deepEqual(parse(copied ?? ''), ['docker', 'inspect', reference]);
      }),
    );
  });
});

void suite('a question', () => {
  void test('of commit refuses what is no image name', async () => {
    const asked: TextQuestion[] = [];
    const ui = new ScriptedUi();
    ui.ask = (question) => Promise.resolve(void asked.push(question));
    await containerActions.find(({ id }) => id === 'commit')?.run([{ engine: {} as Engine, container: container(1) }], { ui, clock: new ManualClock(), memory: noMemory });
    const validate = asked[0]?.validate ?? assert.fail();
    assert.deepEqual(['web:1', 'registry.example.com:5000/team/web'].map(validate), [undefined, undefined]);
    for (const text of ['', 'Web:1', 'web:1@sha256:x', 'a b', 'https://example.com/web']) {
      assert.equal(typeof validate(text), 'string', text);
    }
  });

  void test('from the palette shows names without characters that deceive', async () => {
    const live = new FakeLiveEngine([container(1, { name: 'a\u202eb\u0007', image: 'c\u200bd' })]);
    const ui = new ScriptedUi(undefined);
    await pickTarget(ui, 'Stop', [live], ['running']);
    assert.deepEqual(ui.asked[0]?.texts.slice(1, 3), ['ab', 'cd · running']);
  });
});
