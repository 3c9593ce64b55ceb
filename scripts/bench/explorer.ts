/** Measures the container explorer on a real engine with a thousand containers, beside the Docker CLI asked for the same. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ContainerTree } from '../../client/src/containers/container-tree.ts';
import { everything } from '../../client/src/containers/filtering.ts';
import type { LayoutOptions } from '../../client/src/containers/layout.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { followEngine } from '../../client/src/engine/follow-engine.ts';
import type { LiveEngine } from '../../client/src/engine/live-engine.ts';
import { summarise, type Sample } from './statistics.ts';

const run = promisify(execFile);
const socket = '/var/run/docker.sock';
const endpoint = { kind: 'unix', path: socket } as const;
const layout: LayoutOptions = { groupBy: 'compose-project', groupByLabel: '', sortBy: 'name', filter: everything };

const containers = 1000;
const repetitions = 7;
const events = 500;
/** Milliseconds between events: a hundred a second. */
const pace = 10;

export interface ExplorerFigures {
  /** From the call to every row drawn, connection included. */
  readonly firstPaint: Sample;
  /** One `docker ps` of the same containers. */
  readonly cliList: Sample;
  /** What an explorer that spawns the CLI does after each event: list everything as JSON and read it. */
  readonly cliRefresh: Sample;
  /** From the engine's own time of an event to the row drawn anew, at 100 events a second. The fields are the median and the worst. */
  readonly event: Sample;
  /** The 95th of a hundred, in milliseconds. */
  readonly eventP95: number;
  /** MiB. */
  readonly memory: number;
}

/** A call that the port does not have, because nothing in Gantry creates containers. */
function post(path: string, body?: object): Promise<{ readonly Id?: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socket, path, method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => {
        if ((response.statusCode ?? 500) < 400) {
          resolve(text === '' ? {} : (JSON.parse(text) as { Id?: string }));
        } else {
          reject(new Error(`${path}: ${text}`));
        }
      });
    });
    call.once('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function createContainers(label: string): Promise<string[]> {
  const { stdout } = await run('docker', ['image', 'ls', '-q', '--no-trunc']);
  const image = stdout.split('\n')[0] ?? '';
  if (image === '') {
    throw new Error('The engine has no image to make containers of.');
  }
  const ids: string[] = [];
  const numbers = Array.from({ length: containers }, (_, number) => number);
  const worker = async () => {
    for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
      const labels = { [label]: '', 'com.docker.compose.project': `project-${number % 50}`, 'com.docker.compose.service': `service-${number}` };
      const { Id } = await post(`/containers/create?name=${label}-${number}`, { Image: image, Cmd: ['sleep', '1000'], Labels: labels, ExposedPorts: { '80/tcp': {} } });
      ids.push(Id ?? '');
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return ids;
}

async function removeContainers(engine: Engine, ids: readonly string[]): Promise<void> {
  const rest = [...ids];
  const worker = async () => {
    for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
      await engine.remove(id, { force: true, volumes: true });
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

/** Draws every row; the number of containers among them. */
async function draw(tree: ContainerTree): Promise<number> {
  let drawn = 0;
  for (const node of tree.roots()) {
    tree.view(node);
    for (const child of node.kind === 'group' ? await tree.children(node) : []) {
      tree.view(child);
      drawn += 1;
    }
  }
  return drawn;
}

function follow(engine?: Engine): { tree: ContainerTree; live: LiveEngine } {
  const live = followEngine({ name: 'default', locate: () => Promise.resolve(endpoint), connect: () => (engine === undefined ? connectEngine(endpoint) : Promise.resolve(engine)), clock: systemClock });
  const tree = new ContainerTree(layout);
  tree.setEngines([live]);
  return { tree, live };
}

function connected(live: LiveEngine): Promise<void> {
  return new Promise((resolve, reject) => {
    live.onDidChange(() => {
      if (live.status.kind === 'connected') {
        resolve();
      } else if (live.status.kind === 'failed') {
        reject(live.status.error);
      }
    });
  });
}

async function firstPaint(): Promise<number> {
  const started = performance.now();
  const { tree, live } = follow();
  const answered = connected(live);
  tree.setVisible(true);
  await answered;
  const drawn = await draw(tree);
  const time = performance.now() - started;
  tree.dispose();
  live.dispose();
  if (drawn < containers) {
    throw new Error(`Only ${drawn} of ${containers} containers were drawn.`);
  }
  return time;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function repeat(measure: () => Promise<number>): Promise<Sample> {
  await measure();
  const times: number[] = [];
  for (let count = 0; count < repetitions; count++) {
    times.push(await measure());
  }
  return summarise(times);
}

const cliOptions = { maxBuffer: 64 * 1024 * 1024 };

function cliList(): Promise<unknown> {
  return run('docker', ['ps', '-a', '--no-trunc', '--format', '{{.ID}} {{.Names}} {{.Image}} {{.State}} {{.Ports}}'], cliOptions);
}

async function cliRefresh(): Promise<void> {
  const { stdout } = await run('docker', ['container', 'ls', '--all', '--no-trunc', '--format', '{{json .}}'], cliOptions);
  stdout.split('\n').filter((line) => line !== '').forEach((line) => void JSON.parse(line));
}

/** Renames containers at a steady pace, and notes how long after the engine's own time of the event the row is drawn. */
async function eventTimes(ids: readonly string[], label: string): Promise<number[]> {
  const engine = await connectEngine(endpoint);
  const happened = new Map<string, number>();
  const begun = Date.now();
  const listening: Engine = new Proxy(engine, {
    get(target, name) {
      if (name !== 'events') {
        const member = Reflect.get(target, name, target) as unknown;
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      }
      return async function* (...parameters: Parameters<Engine['events']>) {
        for await (const event of target.events(...parameters)) {
          // The stream begins with what happened shortly before.
          if (event.time >= begun) {
            happened.set(event.id, event.time);
          }
          yield event;
        }
      };
    },
  });
  const { tree, live } = follow(listening);
  const answered = connected(live);
  tree.setVisible(true);
  await answered;
  await draw(tree);
  const times: number[] = [];
  tree.onDidChange((nodes) => {
    const drawn = (nodes ?? tree.roots()).flatMap((node) => (node.kind === 'group' ? node.containers : node.kind === 'container' ? [node.container] : []));
    for (const { id } of drawn) {
      const time = happened.get(id);
      if (time !== undefined) {
        happened.delete(id);
        times.push(performance.timeOrigin + performance.now() - time);
      }
    }
    (nodes ?? []).forEach((node) => void tree.view(node));
  });
  const renames: Promise<unknown>[] = [];
  for (let number = 0; number < events; number++) {
    renames.push(post(`/containers/${ids[number] ?? ''}/rename?name=${label}-renamed-${number}`));
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
  await Promise.all(renames);
  await live.refresh();
  tree.dispose();
  live.dispose();
  return times;
}

/** MiB of heap that the rows and their drawing hold. */
async function memoryOfRows(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const collect = async () => {
    // What has just ended is let go of in later turns.
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      gc();
    }
  };
  await collect();
  const before = process.memoryUsage().heapUsed;
  const { tree, live } = follow();
  const answered = connected(live);
  tree.setVisible(true);
  await answered;
  await draw(tree);
  await collect();
  const held = process.memoryUsage().heapUsed - before;
  tree.dispose();
  live.dispose();
  return held / 1024 / 1024;
}

/** Undefined where no engine listens on the usual socket, or no CLI is there to compare with. */
export async function measureExplorer(): Promise<ExplorerFigures | undefined> {
  const engine = await connectEngine(endpoint);
  try {
    await engine.describe();
    await run('docker', ['version']);
  } catch {
    engine.close();
    return undefined;
  }
  const label = `gantry-bench-${randomUUID().slice(0, 8)}`;
  let ids: string[] = [];
  try {
    ids = await createContainers(label);
    // A new stream begins with the events of the last two seconds, which would be a thousand here and none for a user.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const figures = { firstPaint: await repeat(firstPaint), cliList: await repeat(() => timed(cliList)), cliRefresh: await repeat(() => timed(cliRefresh)), memory: await memoryOfRows() };
    const times = (await eventTimes(ids, label)).sort((one, other) => one - other);
    return { ...figures, event: summarise(times), eventP95: times[Math.floor(times.length * 0.95)] ?? Number.NaN };
  } finally {
    const left = (await engine.listContainers({ labels: [label] })).map(({ id }) => id);
    await removeContainers(engine, left);
    engine.close();
  }
}
