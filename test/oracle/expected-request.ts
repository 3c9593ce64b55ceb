/** What a create request must hold for the flags that map to it one to one, read with Gantry's own parsers. */
import assert from 'node:assert/strict';
import { usesOf, type DockerCommand } from '../../server/src/language/command/docker-command.ts';
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';
import { parseByteSize } from '../../server/src/language/docker/values/scan/byte-size.ts';
import { parseDuration } from '../../server/src/language/docker/values/scan/duration.ts';
import { parseInteger } from '../../server/src/language/docker/values/scan/integer.ts';
import { parseRational } from '../../server/src/language/docker/values/scan/rational.ts';
import type { RecordedRequest } from './stand-in-engine.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads the values of a flag, in the order given, as what the request holds; undefined where nothing is claimed. */
type Reading = (values: readonly string[], version: CliVersion) => unknown;

const last = (values: readonly string[]) => values.at(-1) ?? '';

/** JSON numbers are exact up to here; nothing is claimed of larger ones. */
const exact = (value: bigint) => (value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : undefined);

const text: Reading = (values) => last(values);

const all: Reading = (values) => values;

const integer: Reading = (values) => {
  const value = parseInteger(last(values));
  return typeof value === 'bigint' ? exact(value) : undefined;
};

const bytes: Reading = (values, version) => {
  if (last(values) === '-1') {
    return -1;
  }
  const size = parseByteSize(last(values), version)?.bytes;
  return size !== undefined && Number.isSafeInteger(size) ? size : undefined;
};

const nanoCpus: Reading = (values) => {
  const number = parseRational(last(values));
  return number === undefined ? undefined : exact((number.numerator * 1_000_000_000n) / number.denominator);
};

const nanoseconds: Reading = (values) => {
  const duration = parseDuration(last(values));
  return duration.ok ? exact(duration.nanoseconds) : undefined;
};

const boolean: Reading = (values) => /^(?:1|t|true)$/i.test(last(values));

const restartPolicy: Reading = (values) => {
  const [name = '', count = ''] = last(values).split(':');
  return { Name: name, MaximumRetryCount: Number(count) };
};

/** Without dashes: the flag, where its value goes, how it is read. Zero and false may be left out of the request. */
const mappings: readonly (readonly [flag: string, path: string, reading: Reading])[] = [
  ['hostname', 'Hostname', text],
  ['domainname', 'Domainname', text],
  ['user', 'User', text],
  ['workdir', 'WorkingDir', text],
  ['entrypoint', 'Entrypoint', (values) => [last(values)]],
  ['tty', 'Tty', boolean],
  ['interactive', 'OpenStdin', boolean],
  ['stop-signal', 'StopSignal', text],
  ['stop-timeout', 'StopTimeout', integer],
  ['memory', 'HostConfig.Memory', bytes],
  ['memory-swap', 'HostConfig.MemorySwap', bytes],
  ['memory-reservation', 'HostConfig.MemoryReservation', bytes],
  ['shm-size', 'HostConfig.ShmSize', bytes],
  ['cpus', 'HostConfig.NanoCpus', nanoCpus],
  ['cpu-shares', 'HostConfig.CpuShares', integer],
  ['cpu-period', 'HostConfig.CpuPeriod', integer],
  ['cpu-quota', 'HostConfig.CpuQuota', integer],
  ['cpuset-cpus', 'HostConfig.CpusetCpus', text],
  ['pids-limit', 'HostConfig.PidsLimit', integer],
  ['oom-score-adj', 'HostConfig.OomScoreAdj', integer],
  ['blkio-weight', 'HostConfig.BlkioWeight', integer],
  ['memory-swappiness', 'HostConfig.MemorySwappiness', integer],
  ['privileged', 'HostConfig.Privileged', boolean],
  ['read-only', 'HostConfig.ReadonlyRootfs', boolean],
  ['init', 'HostConfig.Init', boolean],
  ['rm', 'HostConfig.AutoRemove', boolean],
  ['publish-all', 'HostConfig.PublishAllPorts', boolean],
  ['restart', 'HostConfig.RestartPolicy', restartPolicy],
  ['pid', 'HostConfig.PidMode', text],
  ['ipc', 'HostConfig.IpcMode', text],
  ['uts', 'HostConfig.UTSMode', text],
  ['userns', 'HostConfig.UsernsMode', text],
  ['cgroupns', 'HostConfig.CgroupnsMode', text],
  ['cgroup-parent', 'HostConfig.CgroupParent', text],
  ['runtime', 'HostConfig.Runtime', text],
  ['isolation', 'HostConfig.Isolation', text],
  ['group-add', 'HostConfig.GroupAdd', all],
  ['volumes-from', 'HostConfig.VolumesFrom', all],
  ['log-driver', 'HostConfig.LogConfig.Type', text],
  ['health-interval', 'Healthcheck.Interval', nanoseconds],
  ['health-timeout', 'Healthcheck.Timeout', nanoseconds],
  ['health-retries', 'Healthcheck.Retries', integer],
];

function at(body: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Json)[key] : undefined), body);
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === 0 || value === '' || value === false || (Array.isArray(value) && value.length === 0);

function valuesOf(command: DockerCommand, flag: string): string[] {
  return usesOf(command, flag).map(({ value }) => value.text);
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The last of several `KEY=VALUE` with the same key is sent. */
function lastPerKey(values: readonly string[]): Map<string, string> {
  return new Map(values.filter((value) => value.includes('=')).map((value) => [value.slice(0, value.indexOf('=')), value]));
}

function assertKeyed(command: DockerCommand, body: Json): void {
  const env = asStrings(body['Env']);
  for (const variable of lastPerKey(valuesOf(command, 'env')).values()) {
    assert.ok(env.includes(variable), `${variable} is in Env: ${env.join(' ')}`);
  }
  for (const [key, label] of lastPerKey(valuesOf(command, 'label'))) {
    assert.equal((body['Labels'] as Json | undefined)?.[key], label.slice(key.length + 1), `label ${key}`);
  }
  const bare = (capability: string) => capability.toUpperCase().replace(/^CAP_/, '');
  for (const [flag, path] of [['cap-add', 'HostConfig.CapAdd'], ['cap-drop', 'HostConfig.CapDrop']] as const) {
    assert.deepEqual(asStrings(at(body, path)).map(bare).sort(), [...new Set(valuesOf(command, flag).map(bare))].sort(), path);
  }
}

function assertPorts(command: DockerCommand, body: Json): void {
  for (const value of valuesOf(command, 'publish')) {
    const [, host = '', container = ''] = /^(?:([1-9]\d*):)?([1-9]\d*)$/.exec(value) ?? [];
    if (container !== '') {
      const bindings = (at(body, 'HostConfig.PortBindings') as Json | undefined)?.[`${container}/tcp`];
      const hostPorts = Array.isArray(bindings) ? bindings.map((binding: Json) => binding['HostPort']) : [];
      assert.ok(hostPorts.includes(host), `${value} is among the ports bound: ${JSON.stringify(bindings)}`);
    }
  }
}

/** Asserts that the request is the one that the command says. */
export function assertRequest(command: DockerCommand, { body, query }: RecordedRequest, version: CliVersion): void {
  assert.ok(typeof body === 'object' && body !== null, 'the request has a body');
  const sent = body as Json;
  assert.equal(sent['Image'], command.image?.value, 'Image');
  assert.deepEqual(asStrings(sent['Cmd']), command.process.map(({ value }) => value), 'Cmd');
  const name = usesOf(command, 'name').at(-1)?.value.text ?? '';
  assert.equal(query.get('name') ?? '', name, 'name');
  for (const [flag, path, reading] of mappings) {
    const values = valuesOf(command, flag);
    const expected = values.length === 0 ? undefined : reading(values, version);
    const actual = at(sent, path);
    if (expected !== undefined && !(isEmpty(expected) && isEmpty(actual))) {
      assert.deepEqual(actual, expected, `--${flag} ${values.join(' ')}`);
    }
  }
  assertKeyed(command, sent);
  assertPorts(command, sent);
}
