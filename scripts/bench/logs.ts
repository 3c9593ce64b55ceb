/** Measures reading the log of a container that writes 200 MB, beside `docker logs` into nothing and in a terminal. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { systemClock } from '../../client/src/engine/clock.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { LogSession } from '../../client/src/logs/log-session.ts';
import { summarise, type Sample } from './statistics.ts';

const run = promisify(execFile);
const busybox = '/bin/busybox';
const image = 'gantry-bench/busybox:1';
const bytes = 200_000_000;
const line = 'a line of a log that has one hundred characters with its end, as the average line of a program is.';
/** With a carriage return for each line, as a terminal wants it. */
const expected = bytes + Math.floor(bytes / (line.length + 1));
const repetitions = 3;
const mebibyte = 1024 * 1024;

export interface LogFigures {
  /** From the start of the container to the last line, while it writes. */
  readonly followed: Readonly<Record<string, Sample>>;
  /** A log that is complete. */
  readonly read: Readonly<Record<string, Sample>>;
  /** The longest time in which the event loop of ours did nothing else, in milliseconds. */
  readonly longestBlock: number;
  /** MiB that our process grew at most. */
  readonly memory: number;
}

type Reader = (id: string) => Promise<void>;

async function makeImage(): Promise<void> {
  const tar = spawn('tar', ['--create', '--directory', '/', 'bin/busybox'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const load = spawn('docker', ['import', '-', image], { stdio: [tar.stdout, 'ignore', 'inherit'] });
  await new Promise<void>((resolve, reject) => load.once('error', reject).once('exit', (code) => (code === 0 ? resolve() : reject(new Error('docker import failed')))));
}

function spawned(program: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).once('error', reject).once('exit', () => resolve()));
}

function ours(engine: Engine): Reader {
  return (id) =>
    new Promise((resolve) => {
      const never = () => Promise.reject(new Error('Nobody asked.'));
      const session = new LogSession({ sources: [{ engine, id, name: 'bench' }], query: { follow: true }, timestamps: false, clock: systemClock, askFilter: never, save: never });
      let seen = 0;
      session.open({
        write: (text) => {
          seen += text.length;
          // A followed log goes on, in case that the container starts again: it is complete when all of it is there.
          if (seen >= expected) {
            session.close();
            resolve();
          }
        },
        end: () => undefined,
      });
    });
}

/** Undefined where there is no engine, no CLI or no static busybox. */
export async function measureLogs(): Promise<LogFigures | undefined> {
  if (!existsSync(busybox) || !(await run('docker', ['version']).then(() => true, () => false))) {
    return undefined;
  }
  await makeImage();
  const engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
  const label = `gantry.test=bench-${randomUUID()}`;
  const readers: Readonly<Record<string, Reader>> = {
    gantry: ours(engine),
    'docker logs > /dev/null': (id) => spawned('docker', 'logs', '--follow', id),
    'docker logs in a terminal': (id) => spawned('script', '--quiet', '--return', '--command', `docker logs --follow ${id}`, '/dev/null'),
  };
  const create = async () => (await run('docker', ['create', '--label', label, image, busybox, 'sh', '-c', `/bin/busybox yes '${line}' | /bin/busybox head -c ${bytes}`])).stdout.trim();
  const times = { followed: new Map<string, number[]>(), read: new Map<string, number[]>() };
  let [longestBlock, memory] = [0, 0];
  const timed = async (kind: 'followed' | 'read', who: string, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    delay.enable();
    const started = performance.now();
    await work();
    times[kind].set(who, [...(times[kind].get(who) ?? []), performance.now() - started]);
    delay.disable();
    clearInterval(watch);
    if (who === 'gantry') {
      longestBlock = Math.max(longestBlock, delay.max / 1e6);
      memory = Math.max(memory, (peak - before) / mebibyte);
    }
  };
  try {
    for (let round = 0; round < repetitions; round++) {
      for (const [who, read] of Object.entries(readers)) {
        const id = await create();
        await timed('followed', who, async () => {
          await run('docker', ['start', id]);
          await read(id);
        });
        await timed('read', who, () => read(id));
        await run('docker', ['rm', '--force', id]);
      }
    }
    const samples = (kind: 'followed' | 'read') => Object.fromEntries([...times[kind]].map(([who, all]) => [who, summarise(all)]));
    return { followed: samples('followed'), read: samples('read'), longestBlock, memory };
  } finally {
    engine.close();
    const { stdout } = await run('docker', ['ps', '--all', '--quiet', '--filter', `label=${label}`]);
    const left = stdout.split('\n').filter((id) => id !== '');
    if (left.length > 0) {
      await run('docker', ['rm', '--force', ...left]);
    }
    await run('docker', ['image', 'rm', image]);
  }
}
