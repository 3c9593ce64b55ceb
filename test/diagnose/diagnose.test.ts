/** Each cause made for real: a container that has this trouble, and the diagnosis that has to name it first. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { diagnose } from '../../client/src/diagnose/causes/index.ts';
import type { Evidence } from '../../client/src/diagnose/evidence.ts';
import { gatherEvidence } from '../../client/src/diagnose/gather.ts';
import { diagnosisReport } from '../../client/src/diagnose/report.ts';
import { systemClock } from '../../client/src/engine/clock.ts';
import { connectEngine } from '../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';
import { until } from '../support/engines/process.ts';

const reason = await missingEngine();

/** Does what makes the trouble; `make` runs `docker create`, and resolves to the id. */
interface Trouble {
  readonly make: (...args: readonly string[]) => Promise<string>;
  readonly folder: string;
  /** Runs docker, whatever becomes of it. */
  readonly cli: (...args: string[]) => Promise<string>;
  readonly wait: (id: string) => Promise<unknown>;
  readonly inspected: (id: string, template: string, value: RegExp) => Promise<void>;
  readonly logged: (id: string, text: string) => Promise<void>;
}

const loop = 'while :; do sleep 0.1; done';

/** A program for a processor that this one is not: the head of an executable, and nothing behind it. */
function foreignProgram(): Buffer {
  const head = Buffer.alloc(64);
  head.write('\x7fELF\x02\x01\x01', 'latin1');
  head.writeUInt16LE(2, 16);
  // Neither AMD64 (62) nor AArch64 (183) takes a program for SPARC.
  head.writeUInt16LE(43, 18);
  head.writeUInt32LE(1, 20);
  return head;
}

async function startEnding({ make, cli, wait }: Trouble, flags: readonly string[], script: string): Promise<string> {
  const id = await make(...flags, testImage, 'sh', '-c', script);
  await cli('start', id);
  await wait(id);
  return id;
}

async function startRunning({ make, cli }: Trouble, flags: readonly string[], script: string): Promise<string> {
  const id = await make(...flags, testImage, 'sh', '-c', script);
  await cli('start', id);
  return id;
}

/** A container whose own file is its command, with this mode and content. */
async function startFile({ make, cli, wait, folder }: Trouble, name: string, content: string | Buffer, mode: number): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, mode);
  const id = await make(testImage, `/${name}`);
  await cli('cp', file, `${id}:/${name}`);
  await cli('start', id);
  await wait(id);
  return id;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : assert.fail();
}

/** The cause that has to stand first, and words that the report has to say. */
const troubles: readonly (readonly [cause: string, words: RegExp, make: (trouble: Trouble) => Promise<string>])[] = [
  ['oom-killed', /its limit of 16 MiB/, (on) => startEnding(on, ['--memory', '16m', '--memory-swap', '16m'], 'exec tail /dev/zero')],
  ['slow-to-stop', /did not end on `SIGTERM`[^]*shell, which hands no signal on/, async (on) => {
    const id = await startRunning(on, [], `trap '' TERM; echo ready; ${loop}`);
    await on.logged(id, 'ready');
    await on.cli('stop', '-t', '1', id);
    return id;
  }],
  ['killed', /through the engine/, async (on) => {
    const id = await startRunning(on, [], loop);
    await on.cli('kill', id);
    await on.wait(id);
    return id;
  }],
  ['stopped', /Nothing is wrong with it/, async (on) => {
    const id = await startRunning(on, [], `trap 'exit 0' TERM; echo ready; ${loop}`);
    await on.logged(id, 'ready');
    await on.cli('stop', '-t', '5', id);
    return id;
  }],
  ['command-not-found', /`no-such-program` is not in the image/, async ({ make, cli }) => {
    const id = await make(testImage, 'no-such-program');
    await cli('start', id);
    return id;
  }],
  ['command-not-found', /script calls a program that is not in the image/, (on) => startEnding(on, [], 'no-such-command')],
  ['command-not-executable', /`\/plain` may not be executed/, (on) => startFile(on, 'plain', '#!/bin/sh\n', 0o644)],
  ['missing-interpreter', /carriage return of Windows/, (on) => startFile(on, 'windows.sh', '#!/bin/sh\r\necho hello\r\n', 0o755)],
  ['wrong-architecture', /--platform linux\//, (on) => startFile(on, 'foreign', foreignProgram(), 0o755)],
  ['read-only-file-system', /made with `--read-only`/, (on) => startEnding(on, ['--read-only'], 'echo x > /state; exit 1')],
  ['port-taken-by-container', /taken by the container `owner-/, async (on) => {
    const port = await freePort();
    await startRunning(on, ['--name', `owner-${randomUUID().slice(0, 8)}`, '-p', `127.0.0.1:${port}:80`], loop);
    return startRunning(on, ['-p', `127.0.0.1:${port}:80`], loop);
  }],
  ['port-taken-by-program', /Port \d+ of the host is taken by a program that runs there/, async (on) => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const id = await startRunning(on, ['-p', `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}:80`], loop);
    await new Promise((resolve) => server.close(resolve));
    return id;
  }],
  ['health-check-failing', /fails with exit code 1[^]*cannot answer/, async (on) => {
    const id = await startRunning(on, ['--health-cmd', 'echo cannot answer; exit 1', '--health-interval', '500ms', '--health-retries', '1'], loop);
    await on.inspected(id, '{{.State.Health.Status}}', /unhealthy/);
    return id;
  }],
  ['health-check-not-found', /needs `curl`, which is not in the image/, async (on) => {
    const id = await startRunning(on, ['--health-cmd', 'curl -f http://localhost/', '--health-interval', '500ms', '--health-retries', '1'], loop);
    await on.inspected(id, '{{.State.Health.Status}}', /unhealthy/);
    return id;
  }],
  ['health-check-timeout', /takes too long/, async (on) => {
    const id = await startRunning(on, ['--health-cmd', 'sleep 5', '--health-interval', '500ms', '--health-timeout', '300ms', '--health-retries', '1'], loop);
    await on.inspected(id, '{{.State.Health.Status}}', /unhealthy/);
    return id;
  }],
  ['own-error', /exit code 3[^]*boom[^]*by its policy `always`[^]*From one end to the next it took/, async (on) => {
    const id = await startRunning(on, ['--restart', 'always'], 'echo boom >&2; exit 3');
    await on.inspected(id, '{{.RestartCount}} {{.State.Status}}', /^(?:[4-9]|\d\d) restarting/);
    return id;
  }],
  ['no-space', /in memory is full: it has `\/scratch` \(`64k`\)/, (on) => startEnding(on, ['--tmpfs', '/scratch:size=64k'], 'dd if=/dev/zero of=/scratch/x bs=1k count=200')],
  ['pids-limit', /limit of 5 processes and threads/, (on) => startEnding(on, ['--pids-limit', '5'], 'for i in 1 2 3 4 5 6 7 8; do sleep 100 & done; exit 1')],
  ['missing-environment', /wants the variable `DATABASE_URL`, and does not have it/, (on) => startEnding(on, [], ': ${DATABASE_URL:?must be set}')],
  ['crashed', /SIGSEGV/, (on) => startEnding(on, [], 'sh -c "kill -SEGV \\$\\$"; exit $?')],
  ['permission-denied', /The user `1234` has no access to what is mounted at `\/data`/, async (on) => {
    const data = path.join(on.folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    return startEnding(on, ['--user', '1234', '-v', `${data}:/data`], 'ls /data || exit 4');
  }],
  ['missing-mount', /A file is mounted where a folder is/, async (on) => {
    const source = path.join(on.folder, 'made-by-mistake');
    mkdirSync(source);
    return startRunning(on, ['-v', `${source}:/bin/busybox`], loop);
  }],
  ['missing-network', /Its network `[^`]+` is gone/, async (on) => {
    const network = `gone-${randomUUID().slice(0, 8)}`;
    await on.cli('network', 'create', network);
    const id = await on.make('--network', network, testImage, 'true');
    await on.cli('network', 'rm', network);
    await on.cli('start', id);
    return id;
  }],
  ['missing-neighbour', /shares the network namespace of a container that does not run/, async (on) => {
    const other = await on.make(testImage, 'true');
    const id = await on.make('--network', `container:${other}`, testImage, 'true');
    await on.cli('start', id);
    return id;
  }],
  ['connection-refused', /connects to itself/, (on) => startEnding(on, [], 'busybox wget -O - http://127.0.0.1:9/ || exit 1')],
  ['name-not-found', /whose name nobody knows/, (on) => startEnding(on, [], 'busybox wget -O - http://no-such-host.invalid/ || exit 1')],
  ['nothing-to-do', /a shell without input/, async ({ make, cli, wait }) => {
    const id = await make(testImage, 'sh');
    await cli('start', id);
    await wait(id);
    return id;
  }],
  ['paused', /all of its processes are frozen/, async (on) => {
    const id = await startRunning(on, [], loop);
    await until('the pause', async () => !/error/i.test(await on.cli('pause', id)));
    return id;
  }],
  ['never-started', /has never run/, ({ make }) => make(testImage, 'true')],
  ['never-started', /what it mounts is not on the host of the engine: `\/[^`]+gone`/, async (on) => {
    const source = path.join(on.folder, 'gone');
    mkdirSync(source);
    const id = await on.make('--mount', `type=bind,src=${source},dst=/data`, testImage, 'true');
    rmSync(source, { recursive: true });
    await on.cli('start', id);
    return id;
  }],
  ['unknown-user', /knows no user `nobody-here`/, async ({ make, cli }) => {
    const id = await make('--user', 'nobody-here', testImage, 'true');
    await cli('start', id);
    return id;
  }],
  ['missing-gpu-driver', /NVIDIA Container Toolkit/, async ({ make, cli }) => {
    const id = await make('--gpus', 'all', testImage, 'true');
    await cli('start', id);
    return id;
  }],
  ['missing-device', /no device `\/dev\/nosuch`/, async ({ make, cli }) => {
    const id = await make('--device', '/dev/nosuch', testImage, 'true');
    await cli('start', id);
    return id;
  }],
  ['unknown-kernel-setting', /no setting `net\.nosuch`/, async ({ make, cli }) => {
    const id = await make('--sysctl', 'net.nosuch=1', testImage, 'true');
    await cli('start', id);
    return id;
  }],
  ['limit-not-granted', /above what the engine may grant/, async ({ make, cli }) => {
    const id = await make('--ulimit', 'nofile=2147483640:2147483640', testImage, 'true');
    await cli('start', id);
    return id;
  }],
  ['cpu-at-limit', /all of the 0\.1 processors/, (on) => startRunning(on, ['--cpus', '0.1'], 'while :; do :; done')],
  ['', /Nothing is wrong that shows/, (on) => startRunning(on, [], loop)],
];

/** What Docker 28.5 and Podman 6.1 with crun noted as the error of a container that did not start, where the words are others than those of Docker 20.10. */
const newerErrors: readonly (readonly [error: string, cause: string, words: RegExp])[] = [
  ['failed to set up container networking: driver failed programming external connectivity on endpoint web (dc0fe89f1aa0): Bind for 0.0.0.0:8099 failed: port is already allocated', 'port-taken-by-container', /Port 8099 of the host/],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint web (dc0fe89f1aa0): failed to bind host port for 127.0.0.1:8123:172.17.0.2:80/tcp: address already in use', 'port-taken-by-program', /Port 8123 of the host/],
  ['failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/bin": is a directory: permission denied', 'command-not-executable', /`\/bin` is a directory/],
  ['failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/nosuch/x": stat /etc/nosuch/x: no such file or directory', 'command-not-found', /`\/etc\/nosuch\/x` is not in the image/],
  ['failed to set up container networking: network shop not found', 'missing-network', /Its network `shop` is gone/],
  ['cannot join network namespace of a non running container: container db is created', 'missing-neighbour', /shares the network namespace of a container that does not run/],
  ['failed to join PID namespace: container f240e4b17ba4 is not running', 'missing-neighbour', /shares the PID namespace of a container that does not run/],
  ['joining network namespace of container: No such container: d3bb3949b832', 'missing-neighbour', /shares the network namespace of a container that is gone/],
  ['failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/mnt/f" to rootfs at "/bin": mount src=/mnt/f, dst=/bin, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type', 'missing-mount', /A file is mounted where a folder is/],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint web (73d77aa779ba): failed to bind host port 127.0.0.1:7778/tcp: address already in use', 'port-taken-by-program', /Port 7778 of the host/],
  ['failed to set up container networking: driver failed programming external connectivity on endpoint web (713ecc930eb5): failed to bind host port 9.9.9.9:80/tcp: cannot assign requested address', 'missing-address', /The host has no address `9\.9\.9\.9`/],
  ['failed to set up container networking: Address already in use', 'taken-address', /by --ip belongs to another container/],
  ['failed to discover GPU vendor from CDI: no known GPU vendor found', 'missing-gpu-driver', /no driver for the GPU/],
  ['CDI device injection failed: unresolvable CDI devices nvidia.com/gpu=all', 'missing-device', /no CDI device `nvidia\.com\/gpu=all`/],
  ['failed to join IPC namespace: container 0cde8e7c8b2a: non-shareable IPC (hint: use IpcMode:shareable for the donor container)', 'private-ipc', /--ipc shareable/],
  ['Cannot link to a non running container: /stopped AS /web/db', 'missing-neighbour', /linked to `stopped`, which does not run/],
  ['failed to create task for container: failed to initialize logging driver: gelf: cannot connect to GELF endpoint: 127.0.0.1:1 dial tcp 127.0.0.1:1: connect: connection refused', 'unreachable-logs', /does not reach `127\.0\.0\.1:1`/],
  ['crun: executable file `nosuch` not found in $PATH: No such file or directory: OCI runtime attempted to invoke a command that was not found', 'command-not-found', /`nosuch` is not in the image/],
  ['crun: the path `/bin` is not a regular file: Operation not permitted: OCI permission denied', 'command-not-executable', /`\/bin` is a directory/],
  ['crun: mount `/etc/hostname` to `bin`: Not a directory: OCI runtime error', 'missing-mount', /A file is mounted where a folder is/],
  ['statfs /srv/gone: no such file or directory', 'missing-mount', /`\/srv\/gone`, is not on the host/],
  ['cannot bind tcp port :18098: address already in use', 'port-taken-by-program', /Port 18098 of the host is taken by a program/],
  ['creating temporary passwd file for container f573f22e0c6c: unable to get gid staff2 from group file: no matching entries in group file', 'unknown-user', /knows no group `staff2`/],
  ['crun: open `/proc/sys/net/nosuch`: No such file or directory: OCI runtime attempted to invoke a command that was not found', 'unknown-kernel-setting', /no setting `net\.nosuch`/],
  ['failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open sysctl net.nosuch file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/nosuch: no such file or directory', 'unknown-kernel-setting', /no setting `net\.nosuch`/],
  ['crun: setrlimit `RLIMIT_NOFILE`: Operation not permitted: OCI permission denied', 'limit-not-granted', /RLIMIT_NOFILE/],
  ['crun: controller `cpu` is not available under /sys/fs/cgroup/libpod_parent/libpod-1b7b/cgroup.controllers: OCI runtime error', 'missing-controller', /may not limit `cpu`/],
  ["rootlessport cannot expose privileged port 80, you can add 'net.ipv4.ip_unprivileged_port_start=80' to /etc/sysctl.conf (currently 1024), or choose a larger port number (>= 1024): listen tcp 0.0.0.0:80: bind: permission denied", 'privileged-port', /Port 80 of the host is kept for root/],
];

void suite('a diagnosis', { skip: reason ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-diagnose-'));
  const idIn = (output: string) => /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
  let engine: Engine;
  before(async () => {
    await ensureTestImage();
    engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
  });
  after(async () => {
    await removeLabelled(label);
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const trouble: Trouble = {
    folder,
    cli: async (...args) => (await docker(...args)).output,
    make: async (...args) => idIn((await docker('create', '--label', label, ...args)).output),
    wait: (id) => engine.wait(id),
    inspected: (id, template, value) => until(template, async () => value.test((await docker('inspect', '--format', template, id)).output)),
    logged: (id, text) => until(text, async () => (await docker('logs', id)).output.includes(text)),
  };
  const gather = (id: string): Promise<Evidence> => gatherEvidence(engine, id, { clock: systemClock, signal: new AbortController().signal });
  const reportOf = (evidence: Evidence) => diagnosisReport(evidence, { action: (action) => `command:${action}` }, undefined);

  for (const [cause, words, make] of troubles) {
    void test(`names ${cause === '' ? 'nothing where nothing is wrong' : cause}: ${words.source}`, async () => {
      const evidence = await gather(await make(trouble));
      const findings = diagnose(evidence);
      const report = reportOf(evidence);
      assert.equal(findings[0]?.cause ?? '', cause, report);
      assert.match(report, words);
      assert.deepEqual(evidence.missing, []);
      assert.ok(findings.every(({ steps }) => steps.length > 0), 'each finding says what to do');
    });
  }

  for (const [error, cause, words] of newerErrors) {
    void test(`names ${cause} by the words of other engines: ${words.source}`, async () => {
      const evidence = await gather(await trouble.make(testImage, 'true'));
      const refused = { ...evidence, container: { ...evidence.container, error } };
      assert.equal(diagnose(refused)[0]?.cause, cause);
      const report = reportOf(refused);
      assert.match(report, words);
      assert.doesNotMatch(report, /\bIMAGE\b/, 'commands are those for this container');
    });
  }

  void test('quotes what a container wrote so that nothing of it is read as Markdown or as a link', async () => {
    const evil = '``` [x](command:evil) <img src=x> ~~~';
    const id = await startEnding(trouble, ['-e', `X=${evil}`], 'echo "$X" >&2; echo "$X"; exit 5');
    const report = reportOf(await gather(id));
    let fence: string | undefined;
    const outside = report.split('\n').filter((line) => {
      const opens = fence === undefined ? /^(`{3,})text$/.exec(line)?.[1] : undefined;
      const closes = fence !== undefined && line === fence;
      fence = closes ? undefined : (opens ?? fence);
      return fence === undefined && !closes;
    }).join('\n');
    assert.equal(fence, undefined);
    assert.ok(report.includes(evil));
    assert.ok(!outside.includes('evil'), outside);
  });

  void test('says that a container is gone', async () => {
    await assert.rejects(gather('f'.repeat(64)), { reason: 'not-found' });
  });
});
