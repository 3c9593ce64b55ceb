/** What hovers say about the parts of good values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { grammars } from '../../../server/src/language/docker/values/index.ts';
import { explained, type PartialContext } from '../../support/values.ts';

/** Each expected part: its text, its label, and what its meaning must say. */
type Row = readonly [kind: ValueKind, value: string, parts: readonly (readonly [text: string, label: string, says: RegExp])[], context?: PartialContext];

const rows: readonly Row[] = [
  ['memory-bytes', '512m', [['512m', 'size', /536,870,912 bytes \(512 MiB\)/]]],
  ['memory-bytes', '1.5g', [['1.5g', 'size', /1,610,612,736 bytes \(1\.5 GiB\)/]]],
  ['memory-bytes', '512', [['512', 'size', /512 bytes: without a unit/]]],
  ['memory-swap-bytes', '-1', [['-1', 'unlimited', /As much swap as the host has/]]],
  ['memory-swap-bytes', '1g', [['1g', 'size', /swap alone is this minus `--memory`/]]],
  ['cpus', '1.5', [['1.5', 'processors', /At most 1\.5 processors of time: 150 ms in every 100 ms/]]],
  ['cpu-shares', '512', [['512', 'weight', /50 % of the usual weight/]]],
  ['cpu-quota-us', '50000', [['50000', 'quota', /50,000 µs \(50 ms\).* 0\.5 processors/]]],
  ['cpuset', '0-2,5', [['0-2', 'range', /3 of them/], ['5', 'number', /Number 5/]]],
  ['device-bps', '/dev/sda:1mb', [['/dev/sda', 'device', /`\/dev\/sda`/], ['1mb', 'rate', /1,048,576 bytes \(1 MiB\) per second/]]],
  ['ulimit', 'nofile=1024:2048', [['nofile', 'limit', /[Oo]pen files/], ['1024', 'soft limit', /1,024 open files/], ['2048', 'hard limit', /2,048 open files/]]],
  ['ulimit', 'memlock=-1', [['memlock', 'limit', /swapping/], ['-1', 'soft limit', /no limit.*hard limit too/]]],
  ['restart-policy', 'on-failure:5', [['on-failure', 'policy', /exit code other than 0/], ['5', 'restarts', /At most 5 restarts in a row/]]],
  ['restart-policy', 'unless-stopped', [['unless-stopped', 'policy', /unless somebody stopped it/]]],
  ['user-spec', '1001:1001', [['1001', 'user', /user id 1001/], ['1001', 'group', /Group id 1001/]]],
  ['user-spec', 'www-data', [['www-data', 'user', /`www-data`.*\/etc\/passwd/]]],
  ['env', 'A=b=c', [['A', 'name', /wins over the image/], ['b=c', 'value', /`b=c`/]]],
  ['env', 'TOKEN', [['TOKEN', 'name', /stays out of the script/]]],
  ['label', 'com.example.team=web', [['com.example.team', 'key', /label/], ['web', 'value', /`web`/]]],
  ['health-duration', '10m30s', [['10m', 'minutes', /10 minutes of 10 minutes 30 seconds/], ['30s', 'seconds', /30 seconds of/]]],
  ['health-duration', '1.5s', [['1.5s', 'time', /1 second 500 milliseconds/]]],
  ['stop-timeout-seconds', '30', [['30', 'grace period', /30 seconds to end.*137/]]],
  ['signal', '15', [['15', 'signal', /SIGTERM, number 15.*docker stop.*--init/]]],
  ['signal', 'kill', [['kill', 'signal', /SIGKILL, number 9.*cannot be caught/]]],
  ['signal', 'SIGCHLD', [['SIGCHLD', 'signal', /number 17\. A child process ended\. It has no effect on a process without a handler\.$/]]],
  ['capability', 'net_admin', [['net_admin', 'capability', /CAP_NET_ADMIN.*do not have it unless it is added/]]],
  ['capability', 'CAP_CHOWN', [['CAP_CHOWN', 'capability', /has it unless it is dropped/]]],
  ['security-opt', 'seccomp=profile.json', [['seccomp', 'option', /system calls/], ['profile.json', 'value', /`profile\.json`.*sends its content/]]],
  ['security-opt', 'no-new-privileges', [['no-new-privileges', 'option', /sudo/]]],
  ['security-opt', 'label=type:container_t', [['label', 'option', /SELinux/], ['type:container_t', 'value', /SELinux type/]]],
  ['sysctl', 'net.core.somaxconn=4096', [['net.core.somaxconn', 'parameter', /waiting to be accepted.*network namespace/], ['4096', 'value', /`4096`/]]],
  ['sysctl', 'kernel.msgmnb=1', [['kernel.msgmnb', 'parameter', /IPC namespace/], ['1', 'value', /`1`/]]],
  ['log-opt', 'max-size=10m', [['max-size', 'option', /rotated/], ['10m', 'value', /10 MB/]]],
  ['log-driver', 'local', [['local', 'log driver', /rotated by themselves/]]],
  ['platform', 'linux/arm64/v8', [['linux', 'operating system', /`linux`/], ['arm64', 'processor', /64-bit ARM/], ['v8', 'variant', /`v8`/]]],
  ['platform', 'amd64', [['amd64', 'processor', /Intel and AMD/]]],
  ['pid-mode', 'container:web', [['container', 'PID mode', /another container/], ['web', 'container', /`web`/]]],
  ['ipc-mode', 'shareable', [['shareable', 'IPC mode', /may join/]]],
  ['detach-keys', 'ctrl-x,q', [['ctrl-x', 'key', /Ctrl and `x`/], ['q', 'key', /`q`/]]],
  ['entrypoint', '/bin/sh', [['/bin/sh', 'program', /default command of the image is dropped/]]],
  ['container-path', '/app', [['/app', 'directory', /created, owned by root/]]],
  ['container-path', 'app', [['app', 'directory', /^[^.]*\.$/]], { command: 'exec' }],
];

for (const [kind, value, parts, context] of rows) {
  test(`${kind} ${value} is explained`, () => {
    const actual = explained(kind, value, context);
    assert.deepEqual(actual.map((line) => line.split(' | ').slice(0, 2)), parts.map(([text, label]) => [text, label]));
    parts.forEach(([, , says], index) => assert.match(actual[index]?.split(' | ')[2] ?? '', says));
  });
}

test('text of the document cannot become markup', () => {
  const hostile = 'x`](javascript:alert(1))**<b>';
  for (const kind of ['env', 'user-spec', 'entrypoint', 'shell-command', 'runtime-name', 'security-opt', 'sysctl', 'platform'] as const) {
    const value = kind === 'sysctl' ? `net.${hostile}=${hostile}` : kind === 'security-opt' ? `seccomp=${hostile}` : kind === 'env' ? `A=${hostile}` : hostile;
    for (const line of explained(kind, value)) {
      const meaning = line.split(' | ').at(-1) ?? '';
      const outside = meaning.replace(/(`+)(?!`)(?:[^]*?[^`])\1(?!`)/g, '');
      assert.ok(!outside.includes('javascript'), `${kind}: ${meaning}`);
    }
  }
});

test('what is said of values has plain apostrophes, as all other prose', () => {
  for (const { kind, form, example, parse, suggest, signature } of grammars) {
    const context = { version: '28.2.2' } as const;
    const offered = suggest?.('', 0, context) ?? [];
    const signed = signature?.('', 0, context);
    const said = [form, ...parse(example.replace(/^'|'$/g, ''), context).parts.map(({ meaning }) => meaning), ...offered.map(({ documentation }) => documentation), signed?.documentation, ...(signed?.parameters ?? []).map(({ documentation }) => documentation)];
    for (const text of said) {
      assert.doesNotMatch(text ?? '', /[‘’]/, kind);
    }
  }
});
