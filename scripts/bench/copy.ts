/** Measures copying a file of a gigabyte and a tree of ten thousand files, beside `docker cp` of the same. */
import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import { copyFromContainer } from '../../client/src/files/copy-from-container.ts';
import { copyToContainer } from '../../client/src/files/copy-to-container.ts';
import { summarise, type Sample } from './statistics.ts';

const run = promisify(execFile);
const socket = '/var/run/docker.sock';
const repetitions = 4;
const mebibyte = 1024 * 1024;

/** By what is copied and in which direction: `file in`, `file out`, `tree in`, `tree out`. */
type By<T> = Readonly<Record<string, T>>;

export interface CopyFigures {
  readonly gantry: By<Sample>;
  readonly cli: By<Sample>;
  /** MiB that the process grew at most. */
  readonly memory: By<number>;
  /** The longest time in which the event loop did nothing else, in milliseconds. */
  readonly longestBlock: By<number>;
}

async function makeFiles(folder: string): Promise<void> {
  const piece = randomBytes(16 * mebibyte);
  await pipeline(Readable.from(Array.from({ length: 64 }, () => piece)), createWriteStream(path.join(folder, 'file')));
  for (let outer = 0; outer < 100; outer++) {
    await mkdir(path.join(folder, 'tree', `${outer}`), { recursive: true });
    await Promise.all(Array.from({ length: 100 }, (_, inner) => writeFile(path.join(folder, 'tree', `${outer}`, `${inner}`), `${outer}/${inner}`)));
  }
}

/** Runs the work and watches what the process needs meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ readonly time: number; readonly grew: number; readonly block: number }> {
  const before = process.memoryUsage.rss();
  let [peak, block, last] = [before, 0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    block = Math.max(block, now - last - 5);
    last = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const started = performance.now();
  try {
    await work();
    return { time: performance.now() - started, grew: (peak - before) / mebibyte, block };
  } finally {
    clearInterval(timer);
  }
}

/** Undefined where no engine listens on the usual socket, it has no image, or no CLI is there to compare with. */
export async function measureCopy(): Promise<CopyFigures | undefined> {
  const image = await run('docker', ['image', 'ls', '-q', '--no-trunc']).then(({ stdout }) => stdout.split('\n')[0] ?? '', () => '');
  if (image === '') {
    return undefined;
  }
  const engine = await connectEngine({ kind: 'unix', path: socket });
  const folder = await mkdtemp(path.join(tmpdir(), 'gantry-bench-copy-'));
  const label = `gantry.test=bench-${randomUUID()}`;
  const id = (await run('docker', ['create', '--label', label, image, 'sleep', '1000'])).stdout.trim();
  const times = { gantry: new Map<string, number[]>(), cli: new Map<string, number[]>() };
  const memory: Record<string, number> = {};
  const longestBlock: Record<string, number> = {};
  const note = (who: 'gantry' | 'cli', what: string, time: number) => times[who].set(what, [...(times[who].get(what) ?? []), time]);
  try {
    await makeFiles(folder);
    for (let round = 0; round < repetitions; round++) {
      for (const what of ['file', 'tree']) {
        const local = path.join(folder, what);
        const out = path.join(folder, 'out');
        const works: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
          [`${what} in`, () => copyToContainer(engine, { id, sources: [local], destination: `/gantry-${what}-${round}` }), () => run('docker', ['cp', '-q', local, `${id}:/cli-${what}-${round}`])],
          [`${what} out`, () => copyFromContainer(engine, { id, source: `/gantry-${what}-${round}`, destination: out }), () => run('docker', ['cp', '-q', `${id}:/cli-${what}-${round}`, out])],
        ];
        for (const [which, ours, theirs] of works) {
          // Whoever comes first has to wait for what was written before: they take turns.
          for (const who of round % 2 === 0 ? (['gantry', 'cli'] as const) : (['cli', 'gantry'] as const)) {
            const { time, grew, block } = await watched(who === 'gantry' ? ours : theirs);
            note(who, which, time);
            if (who === 'gantry') {
              memory[which] = Math.max(memory[which] ?? 0, grew);
              longestBlock[which] = Math.max(longestBlock[which] ?? 0, block);
            }
            await rm(out, { recursive: true, force: true });
          }
        }
      }
    }
    const samples = (by: Map<string, number[]>) => Object.fromEntries([...by].map(([what, each]) => [what, summarise(each)]));
    return { gantry: samples(times.gantry), cli: samples(times.cli), memory, longestBlock };
  } finally {
    await engine.remove(id, { force: true, volumes: true });
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
