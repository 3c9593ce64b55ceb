/** The shared suite of the actions on the real engine: what the engine in memory has to be like. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ContainerState } from '../../../client/src/engine/container.ts';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, removeLabelledImages, testImage } from '../../support/docker-engine.ts';
import type { Seed } from './matrix-engine.ts';
import { actionsSuite } from './suite.ts';

const reason = await missingEngine();
const label = `gantry.test=${randomUUID()}`;
const imageName = `gantry-test/committed-${randomUUID().slice(0, 8)}:1`;

const obedient = ['sh', '-c', 'trap "exit 0" TERM; while :; do sleep 0.05; done'];

async function cli(...args: string[]): Promise<string> {
  const { ok, output } = await docker(...args);
  assert.ok(ok, output);
  return /^[\da-f]{64}$/m.exec(output)?.[0] ?? output.trim();
}

async function make(state: ContainerState, { name, labels = {} }: Seed): Promise<string> {
  const common = ['--label', label, ...Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]), ...(name === undefined ? [] : ['--name', name]), testImage];
  if (state === 'restarting') {
    return cli('run', '-d', '--restart', 'always', ...common, 'sh', '-c', 'exit 4');
  }
  const id = await cli('create', ...common, ...obedient);
  if (state !== 'created') {
    await cli('start', id);
  }
  if (state === 'paused') {
    await cli('pause', id);
  }
  if (state === 'exited') {
    await cli('kill', id);
  }
  return id;
}

/** Attempts to restart until the pause between two is long enough for a whole test. */
const attempts = 5;

async function settled(engine: Engine, id: string, state: ContainerState): Promise<void> {
  for (;;) {
    const now = await engine.inspectContainer(id);
    if (now.state === state && (state !== 'restarting' || now.restartCount >= attempts)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

actionsSuite(
  'Docker Engine',
  async () => {
    await ensureTestImage();
    const engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
    return {
      make: async (state, seed = {}) => {
        const id = await make(state, seed);
        await settled(engine, id, state);
        const [container] = await engine.listContainers({ ids: [id] });
        return { engine, container: container ?? assert.fail(id) };
      },
      vanish: async ({ container }) => {
        await cli('rm', '-f', container.id);
      },
      freshName: () => `n${randomUUID().slice(0, 8)}`,
      imageName,
      close: async () => {
        engine.close();
        await removeLabelled(label);
        await removeLabelledImages(label);
      },
    };
  },
  { skip: reason ?? false },
);
