/** The `docker run` that makes a container like this one, read off its description: for the rules to judge what runs as they judge what is written. */
import { fieldsOf, listOf, numberOf, textOf, textsOf, type Fields } from '../engine/json-value.ts';
import { mayBeSecret } from '../../../server/src/language/command/secret-values.ts';

type Flag = readonly string[];

function each(name: string, values: readonly string[]): Flag[] {
  return values.map((value) => [name, value]);
}

function text(name: string, value: unknown, usual = ''): Flag[] {
  const given = textOf(value);
  return given === '' || given === usual ? [] : [[name, given]];
}

function amount(name: string, value: unknown, unit = ''): Flag[] {
  const given = numberOf(value) ?? 0;
  return given === 0 ? [] : [[name, `${given}${unit}`]];
}

/** In the largest unit that needs no fraction. */
function size(name: string, value: unknown): Flag[] {
  const bytes = numberOf(value) ?? 0;
  const [letter, unit] = ([['g', 2 ** 30], ['m', 2 ** 20], ['k', 2 ** 10]] as const).find(([, each]) => bytes > 0 && bytes % each === 0) ?? ['', 1];
  return amount(name, bytes / unit, letter);
}

function on(name: string, value: unknown): Flag[] {
  return value === true ? [[name]] : [];
}

/** Engines keep durations in nanoseconds. */
function duration(name: string, value: unknown): Flag[] {
  const given = numberOf(value) ?? 0;
  return given === 0 ? [] : [[name, `${given / 1e6}ms`]];
}

function ports(bindings: unknown): Flag[] {
  return Object.entries(fieldsOf(bindings)).flatMap(([port, hosts]) =>
    listOf(hosts).map((host) => {
      const { HostIp, HostPort } = fieldsOf(host);
      const address = textOf(HostIp);
      const shown = address.includes(':') ? `[${address}]` : address;
      return ['-p', [...(shown === '' ? [] : [shown]), textOf(HostPort), port].join(':')];
    }),
  );
}

function mountFlag(value: unknown): Flag {
  const { Type, Source, Target, ReadOnly, TmpfsOptions, BindOptions } = fieldsOf(value);
  const size = numberOf(fieldsOf(TmpfsOptions)['SizeBytes']);
  const propagation = textOf(fieldsOf(BindOptions)['Propagation']);
  const parts = [`type=${textOf(Type)}`, ...(textOf(Source) === '' ? [] : [`src=${textOf(Source)}`]), `dst=${textOf(Target)}`, ...(ReadOnly === true ? ['readonly'] : []), ...(size === undefined ? [] : [`tmpfs-size=${size}`]), ...(propagation === '' ? [] : [`bind-propagation=${propagation}`])];
  return ['--mount', parts.map((part) => (/[",]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join(',')];
}

/** Without the values of secrets: a name alone takes the value from the shell. */
function environment(entries: readonly string[]): Flag[] {
  return entries.map((entry) => {
    const at = entry.indexOf('=');
    return ['-e', at > 0 && mayBeSecret(entry.slice(0, at), entry.slice(at + 1)) ? entry.slice(0, at) : entry];
  });
}

function health(check: unknown): Flag[] {
  const { Test, Interval, Timeout, Retries, StartPeriod } = fieldsOf(check);
  const [kind, ...words] = textsOf(Test);
  return [
    ...(kind === 'NONE' ? [['--no-healthcheck']] : words.length > 0 ? [['--health-cmd', words.join(' ')]] : []),
    ...duration('--health-interval', Interval),
    ...duration('--health-timeout', Timeout),
    ...duration('--health-start-period', StartPeriod),
    ...amount('--health-retries', Retries),
  ];
}

function restart(policy: unknown): Flag[] {
  const { Name, MaximumRetryCount } = fieldsOf(policy);
  const retries = numberOf(MaximumRetryCount) ?? 0;
  return text('--restart', retries > 0 ? `${textOf(Name)}:${retries}` : Name, 'no');
}

function logging(config: unknown): Flag[] {
  const { Type, Config } = fieldsOf(config);
  return [...text('--log-driver', Type, 'json-file'), ...Object.entries(fieldsOf(Config)).map(([key, value]) => ['--log-opt', `${key}=${textOf(value)}`])];
}

function ulimits(values: unknown): Flag[] {
  return listOf(values).map(fieldsOf).map(({ Name, Soft, Hard }) => ['--ulimit', `${textOf(Name)}=${numberOf(Soft) ?? 0}:${numberOf(Hard) ?? 0}`]);
}

function isolation(host: Fields): Flag[] {
  return [
    ...on('--privileged', host['Privileged']),
    ...on('--read-only', host['ReadonlyRootfs']),
    ...each('--cap-drop', textsOf(host['CapDrop'])),
    ...each('--cap-add', textsOf(host['CapAdd'])),
    // A privileged container has this one without being asked.
    ...each('--security-opt', textsOf(host['SecurityOpt']).filter((option) => !(host['Privileged'] === true && option === 'label=disable'))),
    ...text('--network', host['NetworkMode'], 'default'),
    ...text('--pid', host['PidMode']),
    ...text('--ipc', host['IpcMode'], 'private'),
    ...text('--uts', host['UTSMode']),
    ...text('--userns', host['UsernsMode']),
    ...each('--group-add', textsOf(host['GroupAdd'])),
    ...listOf(host['Devices']).map(fieldsOf).map(({ PathOnHost, PathInContainer, CgroupPermissions }) => ['--device', `${textOf(PathOnHost)}:${textOf(PathInContainer)}:${textOf(CgroupPermissions)}`]),
  ];
}

function limits(host: Fields): Flag[] {
  return [
    ...size('--memory', host['Memory']),
    // Without a flag of its own it is twice the memory.
    ...(host['MemorySwap'] === (numberOf(host['Memory']) ?? 0) * 2 ? [] : size('--memory-swap', host['MemorySwap'])),
    ...size('--memory-reservation', host['MemoryReservation']),
    ...((numberOf(host['NanoCpus']) ?? 0) > 0 ? [['--cpus', `${(numberOf(host['NanoCpus']) ?? 0) / 1e9}`]] : [...amount('--cpu-period', host['CpuPeriod']), ...amount('--cpu-quota', host['CpuQuota'])]),
    ...amount('--pids-limit', host['PidsLimit']),
    ...on('--oom-kill-disable', host['OomKillDisable']),
    ...ulimits(host['Ulimits']),
    ...(numberOf(host['ShmSize']) === 67_108_864 ? [] : size('--shm-size', host['ShmSize'])),
  ];
}

/**
 * Words of the command. What the engine fills in by itself, and what the image says too, is written out where the description
 * does not tell the two apart.
 */
export function runCommandOf(document: Fields): string[] {
  const config = fieldsOf(document['Config']);
  const host = fieldsOf(document['HostConfig']);
  const entrypoint = textsOf(config['Entrypoint']);
  const name = textOf(document['Name']).replace(/^\//, '');
  const flags: Flag[] = [
    ['-d'],
    ...text('--name', name),
    ...on('--rm', host['AutoRemove']),
    ...on('-t', config['Tty']),
    ...on('-i', config['OpenStdin']),
    ...on('--init', host['Init']),
    ...text('--user', config['User']),
    ...text('--workdir', config['WorkingDir']),
    ...isolation(host),
    ...limits(host),
    ...restart(host['RestartPolicy']),
    ...text('--stop-signal', config['StopSignal'], 'SIGTERM'),
    ...amount('--stop-timeout', config['StopTimeout']),
    ...health(config['Healthcheck']),
    ...logging(host['LogConfig']),
    ...on('-P', host['PublishAllPorts']),
    ...ports(host['PortBindings']),
    ...each('-v', textsOf(host['Binds'])),
    ...listOf(host['Mounts']).map(mountFlag),
    ...Object.entries(fieldsOf(host['Tmpfs'])).map(([path, options]) => ['--tmpfs', textOf(options) === '' ? path : `${path}:${textOf(options)}`]),
    ...environment(textsOf(config['Env'])),
    ...(entrypoint.length === 0 ? [] : [['--entrypoint', entrypoint[0] ?? '']]),
  ];
  return ['docker', 'run', ...flags.flat(), textOf(config['Image']), ...entrypoint.slice(1), ...textsOf(config['Cmd'])];
}
