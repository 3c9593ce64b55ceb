/** The figures are those of `docker stats`: the same sample is given to us and to the real CLI, by an engine that has just this one. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import { parseEndpoint } from '../../client/src/engine/endpoint-url.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { Usage } from '../../client/src/engine/usage.ts';
import { usageTexts } from '../../client/src/stats/usage-text.ts';
import { RealCli } from '../oracle/real-cli.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';
import { version1, version2, windows } from './samples.ts';

const clis = await dockerClis();
const reason = reportMissingCli(clis);

async function firstOf(engine: Engine): Promise<Usage> {
  for await (const usage of engine.stats('web', new AbortController().signal)) {
    return usage;
  }
  assert.fail('The engine sent no sample.');
}

/** `1e+03kB` is how Go writes a thousand in three digits. */
function plainNumbers(text: string): string {
  return text.replaceAll(/[\d.]+e\+\d+/g, (number) => `${Number(number)}`);
}

type Columns = Readonly<Record<'CPUPerc' | 'MemUsage' | 'MemPerc' | 'NetIO' | 'BlockIO' | 'PIDs', string>>;

const nothing = { read: '0001-01-01T00:00:00Z', preread: '0001-01-01T00:00:00Z', pids_stats: {}, blkio_stats: {}, cpu_stats: {}, precpu_stats: {}, memory_stats: {} };

const count = fc.oneof(fc.nat({ max: 2_000 }), fc.nat({ max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 2 ** 45 }));
const memoryKeys = ['total_inactive_file', 'inactive_file'] as const;
const sample = fc.record({
  cpu: fc.tuple(count, count),
  system: fc.tuple(count, count),
  processors: fc.nat({ max: 8 }),
  perProcessor: fc.array(count, { maxLength: 4 }),
  usage: count,
  limit: count,
  idle: fc.uniqueArray(fc.tuple(fc.constantFrom(...memoryKeys), count), { selector: ([key]) => key }),
  networks: fc.array(fc.tuple(count, count), { maxLength: 3 }),
  disk: fc.array(fc.tuple(fc.constantFrom('Read', 'read', 'Write', 'write', 'Sync', 'Total', ''), count), { maxLength: 5 }),
  processes: count,
}).map(({ cpu, system, processors, perProcessor, usage, limit, idle, networks, disk, processes }) => ({
  ...version1,
  pids_stats: { current: processes },
  blkio_stats: { io_service_bytes_recursive: disk.map(([op, value]) => ({ major: 8, minor: 0, op, value })) },
  cpu_stats: { cpu_usage: { total_usage: cpu[0], percpu_usage: perProcessor }, system_cpu_usage: system[0], online_cpus: processors },
  precpu_stats: { cpu_usage: { total_usage: cpu[1] }, system_cpu_usage: system[1], online_cpus: processors },
  memory_stats: { usage, limit, stats: Object.fromEntries(idle) },
  networks: Object.fromEntries(networks.map(([rx, tx], index) => [`eth${index}`, { rx_bytes: rx, tx_bytes: tx }])),
}));

void suite('figures of docker stats', { skip: reason ?? false }, () => {
  for (const cli of clis) {
    for (const system of ['linux', 'windows'] as const) {
      void suite(`by docker ${cli.release} on ${system}`, () => {
        let real: RealCli;
        let engine: Engine;
        before(async () => {
          real = await RealCli.start(cli, {}, system);
          engine = await connectEngine(parseEndpoint(real.engine.host));
        });
        after(async () => {
          engine.close();
          await real.stop();
        });

        /** The columns that both show. */
        async function compare(given: unknown): Promise<void> {
          real.engine.sample = given;
          const { accepted, output, message } = await real.ask(['stats', '--no-stream', '--format', '{{json .}}', 'web']);
          assert.ok(accepted, message);
          const shown = JSON.parse(plainNumbers(output)) as Columns;
          const ours = usageTexts(await firstOf(engine));
          const isLinux = system === 'linux';
          const expected = { cpu: shown.CPUPerc, memory: shown.MemUsage, disk: shown.BlockIO, ...(isLinux && { memoryPercent: shown.MemPerc, processes: shown.PIDs }) };
          const { cpu, memory, disk, memoryPercent, processes, network } = ours;
          assert.deepEqual({ cpu, memory: isLinux ? memory : memory.replace(/ \/.*/, ''), disk, ...(isLinux && { memoryPercent, processes }) }, expected);
          assert.ok(network === shown.NetIO || (network === '--' && shown.NetIO === '0B / 0B'), `${network} and ${shown.NetIO}`);
        }

        if (system === 'windows') {
          void test('a container of Windows', () => compare(windows));
          return;
        }
        void test('control groups of version 1', () => compare(version1));
        void test('control groups of version 2', () => compare(version2));
        void test('any counts', () => fc.assert(fc.asyncProperty(sample, compare), { numRuns: 40 }));
        void test('the empty sample of a container that does not run is none', async () => {
          real.engine.sample = nothing;
          await assert.rejects(firstOf(engine), /no sample/);
        });
      });
    }
  }
});
