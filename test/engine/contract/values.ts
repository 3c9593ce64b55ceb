/** Values that a CLI's text cannot carry, and those of a container that was made without any flag. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { EngineEvent } from '../../../client/src/engine/event.ts';
import { until } from '../../support/engines/process.ts';
import type { Bench, Check } from './bench.ts';

const odd = { 'com.example/one': 'a,b=c,d', 'com.example/two': 'ü 🐳 "quoted" \\ {json: true}', 'com.example/three': 'line\nbreak\ttab', 'com.example/four': 'a&b=c#d%20+', 'com.example/empty': '' };
const oddFlags = Object.entries(odd).flatMap(([key, value]) => ['--label', `${key}=${value}`]);

export function values(check: Check, { engine, create, run, label }: Bench): void {
  void check('labels come whole, in lists, descriptions and events', async () => {
    const since = Date.now() - 1_000;
    const id = await create(oddFlags);
    const [row] = await engine().listContainers({ ids: [id] });
    const details = await engine().inspectContainer(id);
    let event: EngineEvent | undefined;
    for await (const each of engine().events({ types: ['container'], actions: ['create'], since }, new AbortController().signal)) {
      if (each.id === id) {
        event = each;
        break;
      }
    }
    for (const [key, value] of Object.entries(odd)) {
      assert.deepEqual([key, row?.labels[key], details.labels[key], event?.attributes[key]], [key, value, value, value]);
    }
  });

  void check('filters name labels and ids, and all of them hold', async () => {
    const mark = `mark=${randomUUID()},&#%+ü`;
    const [one, other] = [await create(['--label', mark]), await create(['--label', 'mark=other'])];
    const ids = async (query: Parameters<ReturnType<Bench['engine']>['listContainers']>[0]) => (await engine().listContainers(query)).map(({ id }) => id).sort();
    assert.deepEqual(await ids({ labels: [mark] }), [one]);
    assert.deepEqual(await ids({ labels: ['mark', label] }), [one, other].sort());
    assert.deepEqual(await ids({ ids: [one, other] }), [one, other].sort());
    assert.deepEqual(await ids({ ids: [one], labels: ['mark=other'] }), []);
  });

  void check('ports, mounts and networks are told with all their parts', async (on) => {
    const volume = `volume-${randomUUID().slice(0, 8)}`;
    const id = await run(['--expose', '7000', '-p', '127.0.0.1::8080', '-p', '127.0.0.1::5300/udp', '-v', '/etc:/host-etc:ro', '-v', `${volume}:/data`]);
    try {
      const [row] = await engine().listContainers({ ids: [id] });
      const details = await engine().inspectContainer(id);
      const shape = (ports: typeof details.ports) => ports.map(({ containerPort, protocol, host }) => `${containerPort}/${protocol} ${host?.address ?? '-'}`).sort();
      const published = ['5300/udp 127.0.0.1', '8080/tcp 127.0.0.1'];
      assert.deepEqual(shape(details.ports), [...published, '7000/tcp -'].sort());
      // Podman 4 lists published ports only.
      assert.deepEqual(shape(row?.ports ?? []), on.isPodman4 === true ? published : [...published, '7000/tcp -'].sort());
      const at = (destination: string) => details.mounts.find((mount) => mount.destination === destination);
      assert.deepEqual([at('/host-etc')?.type, at('/host-etc')?.source, at('/host-etc')?.readOnly], ['bind', '/etc', true]);
      assert.deepEqual([at('/data')?.type, at('/data')?.name, at('/data')?.readOnly], ['volume', volume, false]);
      assert.equal(details.networks.length, 1);
      assert.match(details.networks[0]?.address ?? '', /^\d+\.\d+\.\d+\.\d+$/);
      assert.deepEqual(row?.networks.map(({ name }) => name), details.networks.map(({ name }) => name));
    } finally {
      await engine().remove(id, { force: true, volumes: false });
      await on.cli('volume', 'rm', volume);
    }
  });

  void check('limits are told in bytes, cores and numbers', async () => {
    const details = await engine().inspectContainer(await create(['--memory', '64m', '--memory-swap', '128m', '--cpus', '0.5', '--pids-limit', '33', '--restart', 'on-failure:4']));
    assert.deepEqual(details.limits, { memory: 64 * 2 ** 20, memorySwap: 128 * 2 ** 20, cpus: 0.5, pids: 33, restart: { name: 'on-failure', maximumRetries: 4 } });
  });

  void check('a container that was made without a flag, and never ran, has the usual of everything', async () => {
    const id = await create([]);
    const { document, ...details } = await engine().inspectContainer(id);
    assert.equal(document['Id'], id);
    assert.deepEqual(
      [details.state, details.limits.memory, details.limits.cpus, details.limits.restart, details.startedAt, details.finishedAt, details.restartCount, details.health, details.error, details.tty],
      ['created', 0, 0, { name: 'no', maximumRetries: 0 }, undefined, undefined, 0, undefined, '', false],
    );
    assert.equal(details.stopSignal, 'SIGTERM');
  });

  void check('every process has a cell per title, and the last one is the whole command', async () => {
    const id = await run([], ['sh', '-c', 'echo ready; sleep 1000 & wait']);
    let [titles, processes]: readonly [readonly string[], readonly (readonly string[])[]] = [[], []];
    // The child is still the shell for a moment after the shell said that it is ready.
    await until('the process', async () => {
      ({ titles, processes } = await engine().listProcesses(id));
      return processes.some((cells) => cells.at(-1) === 'sleep 1000');
    });
    assert.ok(titles.includes('PID') && titles.length > 2, titles.join('|'));
    assert.deepEqual(processes.filter((cells) => cells.length !== titles.length), []);
  });

  void check('a name does for an id', async () => {
    const name = `by-name.${randomUUID().slice(0, 8)}_x`;
    const id = await create(['--name', name]);
    assert.equal((await engine().inspectContainer(name)).id, id);
  });

  void check('many calls at once are each answered with their own', async () => {
    const ids = [await create([]), await create([]), await create([])];
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => engine().inspectContainer(ids[index % ids.length] ?? '')));
    assert.deepEqual(answers.map(({ id }) => id), answers.map((_, index) => ids[index % ids.length]));
  });
}
