/** The names that are told to the language server. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { knownNames } from '../../client/src/containers/known-names.ts';
import type { ContainerSummary } from '../../client/src/engine/container.ts';
import type { LiveEngine } from '../../client/src/engine/live-engine.ts';
import { container } from './fake-live-engine.ts';

type Known = Pick<LiveEngine, 'status' | 'containers'>;

function engine(kind: 'connected' | 'failed', containers: readonly Partial<ContainerSummary>[]): Known {
  const rows = containers.map((own, index) => ({ ...container(index + 1), ...own }));
  return { status: { kind } as Known['status'], containers: new Map(rows.map((row) => [row.id, row])) };
}

const volume = (name: string) => ({ type: 'volume', name }) as ContainerSummary['mounts'][number];
const folder = { type: 'bind', source: '/srv' } as ContainerSummary['mounts'][number];
const network = (name: string) => ({ name }) as ContainerSummary['networks'][number];

void suite('known names', () => {
  void test('are those of all connected engines, what runs first, each once', () => {
    const here = engine('connected', [
      { name: 'b', state: 'exited', image: 'nginx:1.27', networks: [network('bridge')] },
      { name: 'c', state: 'running', image: 'sha256:0123', networks: [network('shop')] },
      { name: 'a', state: 'running', image: 'nginx:1.27', networks: [network('shop'), network('back')], mounts: [volume('data'), folder, volume('0a'.repeat(32))] },
    ]);
    const there = engine('connected', [{ name: 'c', state: 'running', image: 'redis:7.4', networks: [network('host')], mounts: [volume('data'), volume('logs')] }]);
    const lost = engine('failed', [{ name: 'z', state: 'running', image: 'old:1' }]);
    assert.deepEqual(knownNames([here, there, lost]), { container: ['a', 'c', 'b'], image: ['nginx:1.27', 'redis:7.4'], network: ['shop', 'back'], volume: ['data', 'logs'] });
    assert.deepEqual(knownNames([]), { container: [], image: [], network: [], volume: [] });
  });
});
