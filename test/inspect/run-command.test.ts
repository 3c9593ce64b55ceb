/** The command that is read off a container makes the same container again: the real engine compares. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { runCommandOf } from '../../client/src/inspect/run-command.ts';
import { connectCommandsOf } from '../../client/src/inspect/run-networks.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, removeLabelledImages, testImage } from '../support/docker-engine.ts';

const reason = await missingEngine();

const net = `gantry-${randomUUID().slice(0, 8)}`;
const neighbour = `gantry-${randomUUID().slice(0, 8)}`;
const settledImage = 'gantry-test/settled:1.0';

const containers: readonly (readonly [flags: readonly string[], command?: readonly string[]])[] = [
  [[]],
  [['--name', 'web', '--restart', 'on-failure:3', '-p', '127.0.0.1:8080:80', '-p', '53:53/udp', '-p', '[::1]:9000:90'], ['sleep', '1 2', `it's`]],
  [['--restart', 'unless-stopped', '--memory', '64m', '--cpus', '0.5', '--pids-limit', '50', '--ulimit', 'nofile=1024:2048', '--shm-size', '32m', '--oom-kill-disable']],
  [['--memory', '64m', '--memory-swap', '64m', '--cpu-quota', '20000', '--cpu-period', '50000', '--memory-reservation', '32m']],
  [['--privileged', '--pid', 'host', '--ipc', 'host', '--network', 'host', '--uts', 'host']],
  [['--cap-drop', 'ALL', '--cap-add', 'NET_BIND_SERVICE', '--security-opt', 'no-new-privileges', '--security-opt', 'seccomp=unconfined', '--read-only', '--tmpfs', '/run:size=16m,mode=1777', '--tmpfs', '/tmp', '--user', '1000:1000', '--group-add', '12', '--init']],
  [['-v', '/etc:/host:ro', '-v', `${net}-data:/data`, '--mount', 'type=bind,src=/var,dst=/v,readonly', '--mount', 'type=tmpfs,dst=/scratch,tmpfs-size=1048576', '--mount', `type=volume,src=${net}-more,dst=/m`]],
  [['-e', 'MODE=prod', '-e', 'TEXT=a "b" $c\nd', '--env', 'EMPTY=', '-w', '/srv', '--entrypoint', '/bin/sh', '-it', '--stop-signal', 'SIGQUIT', '--stop-timeout', '30'], ['-c', 'echo hi']],
  [['--health-cmd', 'test -f /ok || exit 1', '--health-interval', '90s', '--health-timeout', '1500ms', '--health-retries', '4', '--health-start-period', '10s', '--log-driver', 'local', '--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']],
  [['--no-healthcheck', '--log-driver', 'none', '--network', 'none', '--device', '/dev/null:/dev/zero2:r', '-P', '--rm', '--hostname', 'web.example']],
  [['--hostname', 'web', '--domainname', 'example.org', '--dns', '1.1.1.1', '--dns-search', 'example.org', '--dns-option', 'ndots:2', '--add-host', 'db:10.0.0.1', '--expose', '99/udp', '-p', '80']],
  [['--network', net, '--network-alias', 'front', '--network-alias', 'web', '--ip', '10.213.0.9']],
  [['--link', `${neighbour}:db`, '--volumes-from', `${neighbour}:ro`, '-v', '/anonymous', '-v', '/etc:/host']],
  [['--cpuset-cpus', '0', '--cpuset-mems', '0', '--cpu-shares', '512', '--memory', '64m', '--memory-swappiness', '10', '--oom-score-adj', '100', '--blkio-weight', '300', '--device-read-bps', '/dev/null:1mb', '--device-write-iops', '/dev/null:9']],
  [['--sysctl', 'net.core.somaxconn=1024', '--device-cgroup-rule', 'c 1:3 rwm', '--cgroup-parent', '/gantry', '--security-opt', 'systempaths=unconfined', '--stop-timeout', '0']],
  [['--gpus', 'all'], ['true']],
  [['--gpus', '"device=0,1","capabilities=compute,utility"'], ['true']],
  [['--mount', `type=volume,src=${net}-tmpfs,dst=/m,volume-nocopy,volume-driver=local,volume-opt=type=tmpfs,volume-opt=device=tmpfs,volume-opt=o=size=1m`, '--mount', 'type=tmpfs,dst=/t,tmpfs-mode=1700', '--mount', 'type=volume,dst=/unnamed', '--volume-driver', 'local']],
];

void suite('the command that makes a container', { skip: reason ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  before(async () => {
    await ensureTestImage();
    const settings = ['ENV MODE=image', 'ENV DB_PASSWORD=geheim', 'ENTRYPOINT ["sh","-c"]', 'CMD ["echo of the image"]', 'USER 1000', 'WORKDIR /srv', 'EXPOSE 80', 'VOLUME /data', 'HEALTHCHECK --interval=9s CMD ["test","-f","/a b"]'];
    for (const args of [
      ['network', 'create', '--label', label, '--subnet', '10.213.0.0/24', net],
      ['network', 'create', '--label', label, `${net}-2`],
      ['create', '--label', label, '--name', neighbour, '--stop-signal', 'SIGQUIT', '-v', '/shared', '-t', testImage, 'sh'],
      ['commit', ...settings.flatMap((setting) => ['--change', setting]), '--change', `LABEL ${label}`, neighbour, settledImage],
      ['start', neighbour],
    ]) {
      const { ok, output } = await docker(...args);
      assert.ok(ok, output);
    }
  });
  after(async () => {
    await removeLabelled(label);
    await removeLabelledImages(label);
    await docker('network', 'rm', net, `${net}-2`);
    await docker('volume', 'rm', `${net}-data`, `${net}-more`, `${net}-tmpfs`);
  });

  interface Description {
    readonly Id: string;
    readonly Image: string;
    readonly Name: string;
    readonly NetworkSettings: { readonly Networks: Readonly<Record<string, { readonly Aliases: readonly string[] | null; readonly IPAMConfig: unknown }>> };
    readonly Config: Record<string, unknown>;
    readonly HostConfig: Record<string, unknown>;
  }
  const create = async (words: readonly string[]): Promise<Description> => {
    const { ok, output } = await docker('create', '--label', label, ...words);
    assert.ok(ok, output);
    const id = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    const [description] = JSON.parse((await docker('inspect', id)).output) as Description[];
    await docker('rm', '-f', '-v', id);
    return description ?? assert.fail();
  };
  /** Without what each container has for itself. The CLI sends bind mounts in any order, Docker 29 keeps variables in any. */
  const comparable = ({ Id, Name, Config, HostConfig, NetworkSettings: { Networks } }: Description) => ({
    networks: Object.entries(Networks).map(([name, { Aliases, IPAMConfig }]) => ({ name, IPAMConfig, aliases: (Aliases ?? []).filter((alias) => !Id.startsWith(alias)) })),
    links: ((HostConfig['Links'] ?? []) as string[]).map((link) => link.replace(Name, '')),
    config: { ...Config, Hostname: Id.startsWith(String(Config['Hostname'])) ? '' : Config['Hostname'], Labels: {}, Env: [...((Config['Env'] ?? []) as string[])].sort() },
    host: { ...HostConfig, Links: '', Binds: [...((HostConfig['Binds'] ?? []) as string[])].sort() },
  });

  for (const [flags, command = ['true']] of containers) {
    void test(`makes it again: ${flags.join(' ')}`, async () => {
      const made = await create([...flags, testImage, ...command]);
      const [program, verb, detached, ...words] = runCommandOf({ ...made });
      assert.deepEqual([program, verb, detached], ['docker', 'run', '-d']);
      assert.deepEqual(comparable(await create(words)), comparable(made));
    });
  }

  for (const [flags, command, expected] of [
    [[], [], ['-d', settledImage]],
    [['-e', 'MODE=own', '--user', '0'], ['echo mine'], ['-d', '--user', '0', '-e', 'MODE=own', settledImage, 'echo mine']],
    [['--entrypoint', ''], ['echo', 'of the image'], ['-d', '--entrypoint', '', settledImage, 'echo', 'of the image']],
    [['--entrypoint', 'sh'], [], ['-d', '--entrypoint', 'sh', settledImage]],
    [['--stop-signal', 'SIGTERM', '--health-cmd', 'true', '-v', '/data', '-v', '/more', '--expose', '90'], [], undefined],
  ] as const) {
    void test(`leaves out what the image says too: ${[...flags, ...command].join(' ')}`, async () => {
      const made = await create([...flags, settledImage, ...command]);
      const [image] = JSON.parse((await docker('image', 'inspect', made.Image)).output) as { readonly Config: Record<string, unknown> }[];
      const [, , ...words] = runCommandOf({ ...made, Name: '' }, image?.Config);
      if (expected !== undefined) {
        assert.deepEqual(words, expected);
      }
      assert.deepEqual(comparable(await create(words.slice(1))), comparable(made));
    });
  }

  void test('is followed by what joins the other networks', async () => {
    const { output } = await docker('create', '--label', label, '--name', `${net}-c`, '--network', net, testImage);
    const connected = await docker('network', 'connect', '--alias', 'back', `${net}-2`, output.trim());
    assert.ok(connected.ok, connected.output);
    const [description] = JSON.parse((await docker('inspect', output.trim())).output) as Description[];
    assert.deepEqual(connectCommandsOf({ ...description }), [['docker', 'network', 'connect', '--alias', 'back', `${net}-2`, `${net}-c`]]);
  });

  void test('takes no secret along', async () => {
    const words = runCommandOf({ ...(await create(['-e', 'DB_PASSWORD=geheim', '-e', 'MODE=prod', testImage])) });
    assert.ok(words.includes('DB_PASSWORD') && words.includes('MODE=prod'));
    assert.ok(!words.join(' ').includes('geheim'));
  });
});
