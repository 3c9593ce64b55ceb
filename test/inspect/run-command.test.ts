/** The command that is read off a container makes the same container again: the real engine compares. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { runCommandOf } from '../../client/src/inspect/run-command.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';

const reason = await missingEngine();

const containers: readonly (readonly [flags: readonly string[], command?: readonly string[]])[] = [
  [[]],
  [['--name', 'web', '--restart', 'on-failure:3', '-p', '127.0.0.1:8080:80', '-p', '53:53/udp', '-p', '[::1]:9000:90'], ['sleep', '1 2', `it's`]],
  [['--restart', 'unless-stopped', '--memory', '64m', '--cpus', '0.5', '--pids-limit', '50', '--ulimit', 'nofile=1024:2048', '--shm-size', '32m', '--oom-kill-disable']],
  [['--memory', '64m', '--memory-swap', '64m', '--cpu-quota', '20000', '--cpu-period', '50000', '--memory-reservation', '32m']],
  [['--privileged', '--pid', 'host', '--ipc', 'host', '--network', 'host', '--uts', 'host']],
  [['--cap-drop', 'ALL', '--cap-add', 'NET_BIND_SERVICE', '--security-opt', 'no-new-privileges', '--security-opt', 'seccomp=unconfined', '--read-only', '--tmpfs', '/run:size=16m,mode=1777', '--tmpfs', '/tmp', '--user', '1000:1000', '--group-add', '12', '--init']],
  [['-v', '/etc:/host:ro', '-v', 'data:/data', '--mount', 'type=bind,src=/var,dst=/v,readonly', '--mount', 'type=tmpfs,dst=/scratch,tmpfs-size=1048576', '--mount', 'type=volume,src=more,dst=/m']],
  [['-e', 'MODE=prod', '-e', 'TEXT=a "b" $c\nd', '--env', 'EMPTY=', '-w', '/srv', '--entrypoint', '/bin/sh', '-it', '--stop-signal', 'SIGQUIT', '--stop-timeout', '30'], ['-c', 'echo hi']],
  [['--health-cmd', 'test -f /ok || exit 1', '--health-interval', '90s', '--health-timeout', '1500ms', '--health-retries', '4', '--health-start-period', '10s', '--log-driver', 'local', '--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']],
  [['--no-healthcheck', '--log-driver', 'none', '--network', 'none', '--device', '/dev/null:/dev/zero2:r', '-P', '--rm', '--hostname', 'ignored']],
];

void suite('the command that makes a container', { skip: reason ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  before(() => ensureTestImage());
  after(() => removeLabelled(label));

  interface Description {
    readonly Config: Record<string, unknown>;
    readonly HostConfig: Record<string, unknown>;
  }
  const create = async (words: readonly string[]): Promise<Description> => {
    const { ok, output } = await docker('create', '--label', label, ...words);
    assert.ok(ok, output);
    const id = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    const [description] = JSON.parse((await docker('inspect', id)).output) as Description[];
    await docker('rm', '-f', id);
    return description ?? assert.fail();
  };
  /** Without what each container has for itself. The CLI sends bind mounts in any order, Docker 29 keeps variables in any. */
  const comparable = ({ Config, HostConfig }: Description) => ({ config: { ...Config, Hostname: '', Labels: {}, Env: [...((Config['Env'] ?? []) as string[])].sort() }, host: { ...HostConfig, Binds: [...((HostConfig['Binds'] ?? []) as string[])].sort() } });

  for (const [flags, command = ['true']] of containers) {
    void test(`makes it again: ${flags.join(' ')}`, async () => {
      const made = await create([...flags, testImage, ...command]);
      const [program, verb, detached, ...words] = runCommandOf({ ...made });
      assert.deepEqual([program, verb, detached], ['docker', 'run', '-d']);
      assert.deepEqual(comparable(await create(words)), comparable(made));
    });
  }

  void test('takes no secret along', async () => {
    const words = runCommandOf({ ...(await create(['-e', 'DB_PASSWORD=geheim', '-e', 'MODE=prod', testImage])) });
    assert.ok(words.includes('DB_PASSWORD') && words.includes('MODE=prod'));
    assert.ok(!words.join(' ').includes('geheim'));
  });
});
