/** What hovering the row of a container tells. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ContainerTree } from '../../client/src/containers/container-tree.ts';
import { everything } from '../../client/src/containers/filtering.ts';
import type { ContainerDetails, ContainerSummary } from '../../client/src/engine/container.ts';
import { container, FakeLiveEngine } from './fake-live-engine.ts';

const usual = { state: 'running', oomKilled: false, error: '', user: '', restartCount: 0, limits: { memory: 0, memorySwap: 0, cpus: 0, pids: 0, restart: { name: 'no', maximumRetries: 0 } }, document: {} } as unknown as ContainerDetails;

async function tooltip(summary: ContainerSummary, details: Partial<ContainerDetails> = {}, laterMinutes = 0): Promise<string> {
  let now = 0;
  const live = new FakeLiveEngine([summary], { inspectContainer: () => Promise.resolve({ ...usual, ...details }) });
  const tree = new ContainerTree({ groupBy: 'none', groupByLabel: '', sortBy: 'name', filter: everything }, () => now);
  tree.setEngines([live]);
  const [row] = tree.roots();
  assert.ok(row !== undefined);
  now += laterMinutes * 60_000;
  return tree.tooltip(row);
}

void suite('the tooltip of a container', () => {
  void test('tells its state and age as of now, not as of the last event', async () => {
    assert.match(await tooltip(container(1, { status: 'Up 13 seconds (healthy)', health: 'healthy' }), {}, 60), /^\*\*State:\*\* running, healthy, 1 hour$/m);
    assert.match(await tooltip(container(1, { state: 'exited', exitCode: 137, status: 'Exited (137) 3 minutes ago' }), { state: 'exited' }, 2), /^\*\*State:\*\* exited \\?\(137, killed\\?\), 5 minutes ago$/m);
    assert.match(await tooltip(container(1, { state: 'created', status: 'Created' })), /^\*\*State:\*\* created$/m);
  });

  void test('says why it is unhealthy in the words of its last check', async () => {
    const document = { State: { Health: { Log: [{ ExitCode: 1, Output: 'first' }, { ExitCode: 1, Output: 'Connection `refused`\n' }] } } };
    assert.match(await tooltip(container(1, { health: 'unhealthy' }), { health: 'unhealthy', document }), /^\*\*Why:\*\* The last health check failed: `` Connection `refused` ``$/m);
    assert.doesNotMatch(await tooltip(container(1, { health: 'healthy' }), { health: 'healthy', document }), /Why/);
  });

  void test('shows no secret of the command or of a label', async () => {
    const text = await tooltip(container(1, { command: 'app --password=geheim', labels: { 'app.secret': 'geheim', url: 'http://me:geheim@x' } }));
    assert.doesNotMatch(text, /geheim/);
    assert.match(text, /^\*\*Command:\*\* `app --password=••••••`$/m);
    assert.match(text, /app\.secret=••••••/);
  });

  void test('says root where neither the command nor the image names a user: engines write down the user of the image', async () => {
    assert.match(await tooltip(container(1)), /^\*\*User:\*\* root$/m);
    assert.match(await tooltip(container(1), { user: '1001' }), /^\*\*User:\*\* `1001`$/m);
  });
});
