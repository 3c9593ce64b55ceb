/** The part of `docker run` that says how a container and its host are kept apart, what it may use, and what it is given of the host. */
import { fieldsOf, listOf, numberOf, textMapOf, textOf, textsOf, type Fields } from '../engine/json-value.ts';
import { amount, count, each, on, pairs, size, text, type Flag } from './run-flags.ts';

function bindParts(options: Fields): string[] {
  const propagation = textOf(options['Propagation']);
  const recursive = options['NonRecursive'] === true ? 'disabled' : options['ReadOnlyNonRecursive'] === true ? 'writable' : options['ReadOnlyForceRecursive'] === true ? 'readonly' : undefined;
  return [...(propagation === '' ? [] : [`bind-propagation=${propagation}`]), ...(recursive === undefined ? [] : [`bind-recursive=${recursive}`])];
}

function volumeParts(options: Fields): string[] {
  const driver = fieldsOf(options['DriverConfig']);
  const [name, subpath] = [textOf(driver['Name']), textOf(options['Subpath'])];
  return [
    ...(options['NoCopy'] === true ? ['volume-nocopy'] : []),
    ...(name === '' ? [] : [`volume-driver=${name}`]),
    ...Object.entries(textMapOf(driver['Options'])).map(([key, value]) => `volume-opt=${key}=${value}`),
    ...(subpath === '' ? [] : [`volume-subpath=${subpath}`]),
  ];
}

function tmpfsParts(options: Fields): string[] {
  const [bytes, mode] = [numberOf(options['SizeBytes']), numberOf(options['Mode'])];
  return [...(bytes === undefined ? [] : [`tmpfs-size=${bytes}`]), ...(mode === undefined ? [] : [`tmpfs-mode=${mode.toString(8)}`])];
}

function mountFlag(value: unknown): Flag {
  const { Type, Source, Target, ReadOnly, TmpfsOptions, BindOptions, VolumeOptions } = fieldsOf(value);
  const parts = [
    `type=${textOf(Type)}`,
    ...(textOf(Source) === '' ? [] : [`src=${textOf(Source)}`]),
    `dst=${textOf(Target)}`,
    ...(ReadOnly === true ? ['readonly'] : []),
    ...tmpfsParts(fieldsOf(TmpfsOptions)),
    ...bindParts(fieldsOf(BindOptions)),
    ...volumeParts(fieldsOf(VolumeOptions)),
  ];
  return ['--mount', parts.map((part) => (/[",]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join(',')];
}

/** `anonymous`: folders that have a volume without a name, as far as nothing else is mounted there. */
export function mounts(host: Fields, anonymous: readonly string[]): Flag[] {
  const binds = textsOf(host['Binds']);
  const own = listOf(host['Mounts']);
  const taken = new Set([...own.map((mount) => textOf(fieldsOf(mount)['Target'])), ...binds.map((bind) => bind.split(':')[1] ?? '')]);
  return [
    ...each('-v', binds),
    ...each('-v', anonymous.filter((path) => !taken.has(path))),
    ...own.map(mountFlag),
    ...Object.entries(textMapOf(host['Tmpfs'])).map(([path, options]) => ['--tmpfs', options === '' ? path : `${path}:${options}`]),
    ...each('--volumes-from', textsOf(host['VolumesFrom'])),
    ...text('--volume-driver', host['VolumeDriver']),
  ];
}

function gpus(requests: unknown): Flag[] {
  return listOf(requests).map(fieldsOf).flatMap(({ Driver, Count, DeviceIDs, Capabilities }): Flag[] => {
    const ids = textsOf(DeviceIDs);
    if (Driver === 'cdi') {
      return each('--device', ids);
    }
    const capabilities = [...new Set(listOf(Capabilities).flatMap(textsOf))].filter((capability) => capability !== 'gpu');
    const parts = [
      ...(textOf(Driver) === '' ? [] : [`driver=${textOf(Driver)}`]),
      ...(ids.length > 0 ? [`device=${ids.join(',')}`] : [`count=${numberOf(Count) === -1 ? 'all' : (numberOf(Count) ?? 0)}`]),
      ...(capabilities.length === 0 ? [] : [`capabilities=${capabilities.join(',')}`]),
    ];
    const plain = parts.length === 1 ? /^count=(.*)$/.exec(parts.join(''))?.[1] : undefined;
    return [['--gpus', plain ?? parts.map((part) => (part.includes(',') ? `"${part}"` : part)).join(',')]];
  });
}

/** Paths that engines hide from each container which does not ask for them. */
function openPaths({ MaskedPaths, ReadonlyPaths, Privileged }: Fields): Flag[] {
  const isOpen = (paths: unknown) => Array.isArray(paths) && paths.length === 0;
  return Privileged !== true && isOpen(MaskedPaths) && isOpen(ReadonlyPaths) ? [['--security-opt', 'systempaths=unconfined']] : [];
}

export function isolation(host: Fields): Flag[] {
  return [
    ...on('--privileged', host['Privileged']),
    ...on('--read-only', host['ReadonlyRootfs']),
    ...each('--cap-drop', textsOf(host['CapDrop'])),
    ...each('--cap-add', textsOf(host['CapAdd'])),
    // A privileged container has this one without being asked.
    ...each('--security-opt', textsOf(host['SecurityOpt']).filter((option) => !(host['Privileged'] === true && option === 'label=disable'))),
    ...openPaths(host),
    ...text('--pid', host['PidMode']),
    ...text('--ipc', host['IpcMode'], 'private'),
    ...text('--uts', host['UTSMode']),
    ...text('--userns', host['UsernsMode']),
    ...text('--runtime', host['Runtime'], 'runc', 'io.containerd.runc.v2', 'oci'),
    ...text('--cgroup-parent', host['CgroupParent']),
    ...text('--isolation', host['Isolation'], 'default'),
    ...each('--group-add', textsOf(host['GroupAdd'])),
    ...listOf(host['Devices']).map(fieldsOf).map(({ PathOnHost, PathInContainer, CgroupPermissions }) => ['--device', `${textOf(PathOnHost)}:${textOf(PathInContainer)}:${textOf(CgroupPermissions)}`]),
    ...each('--device-cgroup-rule', textsOf(host['DeviceCgroupRules'])),
    ...gpus(host['DeviceRequests']),
    ...pairs('--sysctl', textMapOf(host['Sysctls'])),
    ...pairs('--storage-opt', textMapOf(host['StorageOpt'])),
    ...pairs('--annotation', textMapOf(host['Annotations'])),
  ];
}

function ulimits(values: unknown): Flag[] {
  return listOf(values).map(fieldsOf).map(({ Name, Soft, Hard }) => ['--ulimit', `${textOf(Name)}=${numberOf(Soft) ?? 0}:${numberOf(Hard) ?? 0}`]);
}

function perDevice(name: string, values: unknown, key: 'Rate' | 'Weight'): Flag[] {
  return listOf(values).map(fieldsOf).map((each) => [name, `${textOf(each['Path'])}:${numberOf(each[key]) ?? 0}`]);
}

function processors(host: Fields): Flag[] {
  const cpus = numberOf(host['NanoCpus']) ?? 0;
  return [
    ...(cpus > 0 ? [['--cpus', `${cpus / 1e9}`]] : [...amount('--cpu-period', host['CpuPeriod']), ...amount('--cpu-quota', host['CpuQuota'])]),
    ...amount('--cpu-shares', host['CpuShares']),
    ...text('--cpuset-cpus', host['CpusetCpus']),
    ...text('--cpuset-mems', host['CpusetMems']),
    ...amount('--cpu-rt-period', host['CpuRealtimePeriod']),
    ...amount('--cpu-rt-runtime', host['CpuRealtimeRuntime']),
  ];
}

function disks(host: Fields): Flag[] {
  return [
    ...amount('--blkio-weight', host['BlkioWeight']),
    ...perDevice('--blkio-weight-device', host['BlkioWeightDevice'], 'Weight'),
    ...perDevice('--device-read-bps', host['BlkioDeviceReadBps'], 'Rate'),
    ...perDevice('--device-write-bps', host['BlkioDeviceWriteBps'], 'Rate'),
    ...perDevice('--device-read-iops', host['BlkioDeviceReadIOps'], 'Rate'),
    ...perDevice('--device-write-iops', host['BlkioDeviceWriteIOps'], 'Rate'),
  ];
}

export function limits(host: Fields): Flag[] {
  const swappiness = numberOf(host['MemorySwappiness']) ?? -1;
  return [
    ...size('--memory', host['Memory']),
    // Without a flag of its own it is twice the memory.
    ...(host['MemorySwap'] === (numberOf(host['Memory']) ?? 0) * 2 ? [] : size('--memory-swap', host['MemorySwap'])),
    ...size('--memory-reservation', host['MemoryReservation']),
    ...(swappiness < 0 ? [] : count('--memory-swappiness', swappiness)),
    ...size('--kernel-memory', host['KernelMemory']),
    ...processors(host),
    ...disks(host),
    ...amount('--pids-limit', host['PidsLimit']),
    ...on('--oom-kill-disable', host['OomKillDisable']),
    ...amount('--oom-score-adj', host['OomScoreAdj']),
    ...ulimits(host['Ulimits']),
    ...(numberOf(host['ShmSize']) === 67_108_864 ? [] : size('--shm-size', host['ShmSize'])),
  ];
}
