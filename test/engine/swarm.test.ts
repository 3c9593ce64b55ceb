/** A swarm of one machine: the live engine shows each change of its services and tasks from the engine's events. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { ensureTestImage, testImage } from '../support/docker-engine.ts';
import { dockerDaemon, type DockerDaemon } from '../support/engines/docker-daemon.ts';
import { follow, isConnected, type Followed } from './followed.ts';
import { rejection } from './rejection.ts';

const missing = !existsSync('/usr/sbin/dockerd') || process.getuid?.() !== 0 ? 'there is no dockerd to start, or not as root' : undefined;
if (missing !== undefined && process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
  throw new Error(missing);
}

void suite('a swarm', { skip: missing ?? false }, () => {
  let daemon: DockerDaemon;
  let it: Followed;

  const cli = async (...args: string[]) => {
    const { ok, output } = await daemon.cli(...args);
    assert.ok(ok, output);
    return output.trim();
  };
  const service = (name: string) => it.live.swarm?.services.find((each) => each.name === name);
  const tasks = (name: string) => (it.live.swarm?.tasks ?? []).filter(({ serviceId }) => serviceId === service(name)?.id);
  const nodes = () => it.live.swarm?.nodes ?? [];
  const engine = () => {
    const { status } = it.live;
    assert.ok(status.kind === 'connected');
    return status.engine;
  };
  const create = (name: string, ...rest: string[]) => cli('service', 'create', '--detach', '--no-resolve-image', '--name', name, ...rest);

  before(async () => {
    daemon = dockerDaemon();
    await daemon.start();
    await ensureTestImage(daemon.cli);
    it = follow({ kind: 'unix', path: daemon.socket });
    await it.until('the connection', isConnected(it));
  });
  after(async () => {
    it.dispose();
    await daemon.cli('swarm', 'leave', '--force');
    await daemon.dispose();
  });

  void test('appears when the engine becomes its manager', async () => {
    assert.ok(it.live.swarm === undefined);
    await cli('swarm', 'init', '--advertise-addr', '127.0.0.1');
    await it.until('the swarm', () => nodes()[0]?.state === 'ready');
    const [node] = nodes();
    assert.deepEqual([node?.role, node?.leader, node?.availability], ['manager', true, 'active']);
  });

  void test('shows a service until all of its replicas run, with where they are placed', async () => {
    await create('web', '--replicas', '3', testImage, 'sh', '-c', 'echo hello; sleep 1000');
    await it.until('three replicas', () => service('web')?.running === 3);
    assert.deepEqual([service('web')?.mode, service('web')?.desired], ['replicated', 3]);
    await it.until('three tasks', () => tasks('web').filter(({ state }) => state === 'running').length === 3);
    assert.deepEqual(tasks('web').map(({ slot }) => slot).sort(), [1, 2, 3]);
    assert.ok(tasks('web').every(({ nodeId }) => nodeId === nodes()[0]?.id));
    assert.ok(it.rows().length >= 3, 'its containers are rows as well');
  });

  void test('follows the scale of a service', async () => {
    await engine().scaleService(service('web')?.id ?? '', 1);
    await it.until('one replica', () => service('web')?.running === 1 && service('web')?.desired === 1);
  });

  void test('follows a forced update', async () => {
    const before = new Set(tasks('web').map(({ id }) => id));
    await engine().forceUpdateService(service('web')?.id ?? '');
    await it.until('another task', () => tasks('web').some(({ id, state }) => !before.has(id) && state === 'running') && service('web')?.running === 1);
  });

  void test('reads the log of a service', async () => {
    assert.match(await engine().serviceLogs(service('web')?.id ?? '', 100), /hello/);
  });

  void test('shows why a task fails', async () => {
    await create('broken', '--restart-max-attempts', '1', '--restart-delay', '100ms', testImage, '/no/such/program');
    await it.until('the failure', () => tasks('broken').some(({ state, error }) => ['failed', 'rejected'].includes(state) && /no such file/i.test(error ?? '')), 30_000);
    assert.equal(service('broken')?.running, 0);
  });

  void test('refuses a number of replicas for a global service', async () => {
    await create('agent', '--mode', 'global', testImage, 'sleep', '1000');
    await it.until('the service', () => service('agent')?.running === 1);
    assert.equal(service('agent')?.mode, 'global');
    const error = await rejection(engine().scaleService(service('agent')?.id ?? '', 2));
    assert.deepEqual([error.reason, error.message], ['refused', 'Only a replicated service has a number of replicas.']);
  });

  void test('forgets a service that is removed', async () => {
    await cli('service', 'rm', 'broken');
    await it.until('the removal', () => service('broken') === undefined);
  });

  void test('is gone when the engine leaves it', async () => {
    await cli('swarm', 'leave', '--force');
    await it.until('no swarm', () => it.live.swarm === undefined, 30_000);
  });
});
