/**
 * What `docker inspect` knows of a container, as a tree by field names, for completion, hovers and misspellings in `--format`.
 * The CLI looks a template up in its Go types first and in the raw JSON then, so both spellings of a name are here. Each level
 * holds all fields that an engine up to 29 sends; what a later one adds is not known, and no error.
 */
import type { CliVersion } from './cli-facts.ts';

/** A field that a Go template can name. */
export interface TemplateField {
  readonly meaning: string;
  readonly fields?: Readonly<Record<string, TemplateField>>;
  /** A list or map: walked with `range` or `index`, its elements have these fields. */
  readonly each?: Readonly<Record<string, TemplateField>>;
  /** A map: a name behind it is a key, and leads to one of its elements. */
  readonly keyed?: true;
  /** From this CLI on, with an engine as new, the field is not there any more, and a template that names it fails. */
  readonly goneFrom?: CliVersion;
  /** A template that prints what a gone field did. */
  readonly instead?: string;
  /** Known, and not offered: another spelling of a field, or one that a container on Linux never fills. */
  readonly unlisted?: true;
}

function field(meaning: string, fields?: Readonly<Record<string, TemplateField>>): TemplateField {
  return fields === undefined ? { meaning } : { meaning, fields };
}

function list(meaning: string, each: Readonly<Record<string, TemplateField>> = {}): TemplateField {
  return { meaning, each };
}

/** Fields that are explained where they are met, and not offered. */
function unlisted(fields: Readonly<Record<string, string>>): Readonly<Record<string, TemplateField>> {
  return Object.fromEntries(Object.entries(fields).map(([name, meaning]) => [name, { meaning, unlisted: true as const }] as const));
}

const health: Readonly<Record<string, TemplateField>> = {
  Status: field('`starting`, `healthy` or `unhealthy`.'),
  FailingStreak: field('How many checks in a row failed.'),
  Log: list('The last five checks.', { Start: field('When the check began.'), End: field('When it ended.'), ExitCode: field('0 means healthy.'), Output: field('What the check printed, up to 4096 bytes.') }),
};

const state: Readonly<Record<string, TemplateField>> = {
  Status: field('`created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`.'),
  Running: field('Whether the program runs; also true while paused or restarting.'),
  Paused: field('Whether it is frozen.'),
  Restarting: field('Whether the restart policy waits for the next try.'),
  OOMKilled: field('Whether the kernel killed a process of it for lack of memory.'),
  Dead: field('Whether its removal failed half-way.'),
  Pid: field('Process id on the host of the engine; 0 when it does not run.'),
  ExitCode: field('The last exit code; 137 means killed, 143 ended by SIGTERM.'),
  Error: field('Why the last start failed.'),
  StartedAt: field('When it was last started.'),
  FinishedAt: field('When it last ended; the year 0001 for never.'),
  Health: field('The health check; missing without one, so guard it with `{{if .State.Health}}`.', health),
};

/** What API 1.52 (Docker 29) left out, its version history says. */
function lost(meaning: string, instead?: string): TemplateField {
  return { meaning, goneFrom: '29.8.0-dev', ...(instead === undefined ? {} : { instead }) };
}

const config: Readonly<Record<string, TemplateField>> = {
  Image: field('The image as it was written.'),
  Cmd: list('The command and its arguments.'),
  Entrypoint: list('The entrypoint.'),
  Env: list('The environment, one `NAME=value` each, passwords included.'),
  Labels: list('Labels by name: `{{index .Config.Labels "name"}}`.'),
  User: field('The user; empty for that of the image.'),
  WorkingDir: field('The folder in which the program starts.'),
  Hostname: field('The host name.'),
  Domainname: field('The NIS domain.'),
  ExposedPorts: list('Ports that are exposed, such as `80/tcp`.'),
  Volumes: list('Paths with anonymous volumes.'),
  Tty: field('Whether there is a terminal.'),
  OpenStdin: field('Whether standard input stays open.'),
  MacAddress: lost('The hardware address of `--mac-address`; gone with Docker 29: a template that names it fails. Each network has its own.', '{{range .NetworkSettings.Networks}}{{.MacAddress}}{{end}}'),
  StopSignal: field('The signal that `docker stop` sends.'),
  StopTimeout: field('Seconds until the kill, when given.'),
  Healthcheck: field('The health check that is configured.', {
    Test: list('The command, with `CMD` or `CMD-SHELL` first.'),
    Interval: field('Time between checks, in nanoseconds.'),
    Timeout: field('Time that a check may take, in nanoseconds.'),
    StartPeriod: field('Time during which failures do not count, in nanoseconds.'),
    StartInterval: field('Time between checks during the start period, in nanoseconds (engine 25 and newer).'),
    Retries: field('Failures in a row until unhealthy.'),
  }),
  ...unlisted({
    AttachStdin: 'Whether the client that made it attached to standard input.',
    AttachStdout: 'Whether the client that made it attached to standard output.',
    AttachStderr: 'Whether the client that made it attached to standard error.',
    StdinOnce: 'Whether standard input closes when the first client leaves.',
    ArgsEscaped: 'Windows only: the command is escaped already.',
    NetworkDisabled: 'Whether it was made without a network.',
    OnBuild: 'What images built on this one run first; never set for containers.',
    Shell: 'The shell of `RUN` and `CMD` in shell form; of images.',
  }),
};

const portBinding: Readonly<Record<string, TemplateField>> = { HostIp: field('The address of the host.'), HostPort: field('The port of the host.') };

const throttle: Readonly<Record<string, TemplateField>> = { Path: field('The device.'), Rate: field('The limit.') };

const resources: Readonly<Record<string, TemplateField>> = {
  Memory: field('Memory limit in bytes; 0 for none.'),
  KernelMemory: lost('Without effect since Docker 23, and gone with Docker 29: a template that names it fails.'),
  KernelMemoryTCP: lost('Without effect since Docker 23, and gone with Docker 29: a template that names it fails.'),
  MemoryReservation: field('Soft memory limit in bytes.'),
  MemorySwap: field('Memory and swap together in bytes; -1 for no limit.'),
  MemorySwappiness: field('How readily memory is swapped out.'),
  NanoCpus: field('`--cpus` in billionths.'),
  CpuShares: field('CPU weight.'),
  CpuPeriod: field('CPU period in microseconds.'),
  CpuQuota: field('CPU quota in microseconds.'),
  CpusetCpus: field('The CPUs that may be used.'),
  CpusetMems: field('The memory nodes that may be used.'),
  PidsLimit: field('The most processes; missing or 0 for no limit.'),
  BlkioWeight: field('Disk weight.'),
  OomKillDisable: field('Whether the kernel spares it when memory is short.'),
  Ulimits: list('Resource limits.', { Name: field('Which limit.'), Soft: field('Soft limit.'), Hard: field('Hard limit.') }),
  Devices: list('Devices of the host.', { PathOnHost: field('On the host.'), PathInContainer: field('In the container.'), CgroupPermissions: field('Out of r, w and m.') }),
  DeviceRequests: list('Graphics cards and devices by name.'),
  CgroupParent: field('The parent control group.'),
  DeviceCgroupRules: list('Rules of `--device-cgroup-rule`.'),
  BlkioWeightDevice: list('Disk weight by device.', { Path: field('The device.'), Weight: field('Its weight.') }),
  BlkioDeviceReadBps: list('Read limit by device, in bytes a second.', throttle),
  BlkioDeviceWriteBps: list('Write limit by device, in bytes a second.', throttle),
  BlkioDeviceReadIOps: list('Read limit by device, in operations a second.', throttle),
  BlkioDeviceWriteIOps: list('Write limit by device, in operations a second.', throttle),
  CpuRealtimePeriod: field('Real-time period in microseconds.'),
  CpuRealtimeRuntime: field('Real-time share of the period in microseconds.'),
  ...unlisted({
    CpuCount: 'How many CPUs, on Windows.',
    CpuPercent: 'Share of the CPUs, on Windows.',
    IOMaximumIOps: 'Limit of disk operations a second, on Windows.',
    IOMaximumBandwidth: 'Limit of disk bytes a second, on Windows.',
  }),
};

/** Fields that the Go types of the CLI name otherwise than the JSON does. */
const goNames: Readonly<Record<string, string>> = {
  NanoCpus: 'NanoCPUs',
  CpuShares: 'CPUShares',
  CpuPeriod: 'CPUPeriod',
  CpuQuota: 'CPUQuota',
  CpuRealtimePeriod: 'CPURealtimePeriod',
  CpuRealtimeRuntime: 'CPURealtimeRuntime',
  CpuCount: 'CPUCount',
  CpuPercent: 'CPUPercent',
  Dns: 'DNS',
  DnsSearch: 'DNSSearch',
  DnsOptions: 'DNSOptions',
};

/** The fields by their names in Go. */
function inGo(fields: Readonly<Record<string, TemplateField>>): Readonly<Record<string, TemplateField>> {
  return Object.fromEntries(Object.entries(fields).map(([name, described]) => [goNames[name] ?? name, described] as const));
}

/** The fields by both of their names; those of Go are not offered beside the others. */
function byBothNames(fields: Readonly<Record<string, TemplateField>>): Readonly<Record<string, TemplateField>> {
  const others = Object.entries(inGo(fields)).filter(([name]) => !Object.hasOwn(fields, name));
  return { ...fields, ...Object.fromEntries(others.map(([name, described]) => [name, { ...described, unlisted: true as const }] as const)) };
}

const hostConfig: Readonly<Record<string, TemplateField>> = byBothNames({
  RestartPolicy: field('The restart policy.', { Name: field('`no`, `always`, `unless-stopped` or `on-failure`.'), MaximumRetryCount: field('Tries of `on-failure`; 0 for no limit.') }),
  PortBindings: list('Published ports as they were asked for; what is in use stands in `.NetworkSettings.Ports`.', portBinding),
  Binds: list('What `-v` gave, as text.'),
  Mounts: list('What `--mount` gave.'),
  Tmpfs: list('What `--tmpfs` gave, by path.'),
  NetworkMode: field('The first network: `bridge`, `host`, `none`, `container:…` or a name.'),
  Privileged: field('Whether it has all rights of the host.'),
  ReadonlyRootfs: field('Whether its file system is read-only.'),
  AutoRemove: field('Whether it is removed when it ends (`--rm`).'),
  CapAdd: list('Capabilities that were added.'),
  CapDrop: list('Capabilities that were taken.'),
  SecurityOpt: list('Security options.'),
  PidMode: field('The process namespace.'),
  IpcMode: field('The IPC namespace.'),
  UTSMode: field('The host name namespace.'),
  UsernsMode: field('The user namespace.'),
  CgroupnsMode: field('The control group namespace.'),
  Dns: list('Name servers.'),
  DnsSearch: list('Search domains.'),
  DnsOptions: list('Options of the resolver.'),
  ExtraHosts: list('Lines for `/etc/hosts`.'),
  GroupAdd: list('Further groups.'),
  Links: list('Legacy links.'),
  VolumesFrom: list('Containers whose mounts were taken over.'),
  VolumeDriver: field('The volume plugin.'),
  PublishAllPorts: field('Whether all exposed ports are published.'),
  LogConfig: field('Logging.', { Type: field('The log driver.'), Config: list('Its options.') }),
  ShmSize: field('Size of `/dev/shm` in bytes.'),
  Init: field('Whether a small init process reaps zombies; missing when not said.'),
  Runtime: field('The OCI runtime, such as `runc`.'),
  Isolation: field('Isolation on Windows.'),
  OomScoreAdj: field('How readily the kernel kills it when memory is short.'),
  StorageOpt: list('Options of the storage driver.'),
  Sysctls: list('Kernel settings.'),
  ContainerIDFile: field('The file of `--cidfile`.'),
  MaskedPaths: list('Paths that the container may not see.'),
  ReadonlyPaths: list('Paths below `/proc` and `/sys` that it may only read.'),
  Annotations: list('Annotations for the OCI runtime, by name (engine 24 and newer).'),
  ...unlisted({
    Cgroup: 'The control group of another container; no longer used.',
    ConsoleSize: 'Height and width of the first terminal.',
  }),
  ...resources,
  Resources: field('All limits together. It is no key of the JSON, but the template knows it.', inGo(resources)),
});

/** Go's netip.Addr has this text for an address that is none. */
const withoutAddress = 'Where there is none, as while the container does not run, Docker 29 prints `invalid IP` and older ones nothing.';

const endpoint: Readonly<Record<string, TemplateField>> = {
  IPAddress: field(`IPv4 address on this network. ${withoutAddress}`),
  IPPrefixLen: field('Length of its prefix.'),
  Gateway: field(`IPv4 gateway. ${withoutAddress}`),
  GlobalIPv6Address: field(`IPv6 address on this network. ${withoutAddress}`),
  GlobalIPv6PrefixLen: field('Length of its prefix.'),
  IPv6Gateway: field(`IPv6 gateway. ${withoutAddress}`),
  MacAddress: field('Hardware address.'),
  NetworkID: field('Id of the network.'),
  EndpointID: field('Id of the attachment.'),
  Aliases: list('Further names on this network.'),
  DNSNames: list('All names by which others find it (engine 25 and newer).'),
  Links: list('Links on this network.'),
  IPAMConfig: field('What `--ip` and `--ip6` asked for; missing without them.', { IPv4Address: field('The IPv4 address asked for.'), IPv6Address: field('The IPv6 address asked for.'), LinkLocalIPs: list('The link-local addresses asked for.') }),
  DriverOpts: list('Options for the network driver, by name.'),
  GwPriority: field('Which network gives the default gateway: the highest (engine 28 and newer).'),
};

/** What the top level of the network settings held of the default bridge until API 1.52 (Docker 29), the version history of the API says. */
function goneField(name: string, meaning: string): TemplateField {
  const isPerNetwork = Object.hasOwn(endpoint, name);
  const instead = isPerNetwork ? ' Each network has its own under `.NetworkSettings.Networks`.' : '';
  return lost(`${meaning} Only of the default bridge, and gone with Docker 29: a template that names it fails.${instead}`, isPerNetwork ? `{{range .NetworkSettings.Networks}}{{.${name}}}{{end}}` : undefined);
}

const goneFields: Readonly<Record<string, string>> = {
  IPAddress: 'IPv4 address.',
  IPPrefixLen: 'Length of its prefix.',
  Gateway: 'IPv4 gateway.',
  MacAddress: 'Hardware address.',
  GlobalIPv6Address: 'IPv6 address.',
  GlobalIPv6PrefixLen: 'Length of its prefix.',
  IPv6Gateway: 'IPv6 gateway.',
  EndpointID: 'Id of the attachment.',
  Bridge: 'A bridge that was set for the container alone.',
  HairpinMode: 'Whether the bridge sends packets back to where they came from.',
  LinkLocalIPv6Address: 'Link-local IPv6 address.',
  LinkLocalIPv6PrefixLen: 'Length of its prefix.',
  SecondaryIPAddresses: 'Further IPv4 addresses.',
  SecondaryIPv6Addresses: 'Further IPv6 addresses.',
};

const networkSettings: Readonly<Record<string, TemplateField>> = {
  Networks: { ...list('The networks by name; addresses stand here: `{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}`.', endpoint), keyed: true },
  Ports: list('Published ports in use, by container port: `{{json .NetworkSettings.Ports}}`.', portBinding),
  SandboxID: field('Id of the network namespace.'),
  SandboxKey: field('Path of the network namespace.'),
  ...Object.fromEntries(Object.entries(goneFields).map(([name, meaning]) => [name, goneField(name, meaning)])),
};

const mount: Readonly<Record<string, TemplateField>> = {
  Type: field('`bind`, `volume` or `tmpfs`.'),
  Name: field('Name of the volume.'),
  Source: field('Path on the host.'),
  Destination: field('Path in the container.'),
  Driver: field('Volume plugin.'),
  Mode: field('Options as written.'),
  RW: field('Whether it may be written to.'),
  Propagation: field('Mount propagation.'),
};

/** The container itself. */
export const containerFields: Readonly<Record<string, TemplateField>> = {
  State: field('What the container does now.', state),
  Config: field('What does not depend on the host.', config),
  HostConfig: field('What depends on the host: limits, mounts, rights.', hostConfig),
  NetworkSettings: field('Addresses and ports in use.', networkSettings),
  Mounts: list('Volumes and host folders in use: `{{range .Mounts}}{{.Source}} {{end}}`.', mount),
  Name: field('The name, with a slash in front.'),
  Id: field('The full id.'),
  ID: field('The full id; `Id` in the JSON.'),
  Created: field('When it was made.'),
  Path: field('The program.'),
  Args: list('The arguments of the program.'),
  Image: field('Id of the image; its name stands in `.Config.Image`.'),
  RestartCount: field('How often the restart policy has restarted it.'),
  Platform: field('`linux` or `windows`.'),
  Driver: field('The storage driver.'),
  GraphDriver: field('How layers are stored; Docker 29 leaves it out where containerd keeps the images, as on new installations.', { Name: field('The storage driver.'), Data: list('What the driver knows, such as `UpperDir`.') }),
  Storage: field('What containerd keeps of it (Docker 29 and newer).', { RootFS: field('Its file system.', { Snapshot: field('The snapshot.', { Name: field('The snapshotter, such as `overlayfs`.') }) }) }),
  ImageManifestDescriptor: field('The manifest that it was made of (engine 28 and newer).', { Digest: field('Its digest.'), MediaType: field('Its type.'), Size: field('Its bytes.') }),
  LogPath: field('The log file on the host of the engine; empty unless the driver writes files.'),
  HostnamePath: field('File behind `/etc/hostname`.'),
  HostsPath: field('File behind `/etc/hosts`.'),
  ResolvConfPath: field('File behind `/etc/resolv.conf`.'),
  MountLabel: field('SELinux label of the files.'),
  ProcessLabel: field('SELinux label of the processes.'),
  AppArmorProfile: field('AppArmor profile.'),
  ExecIDs: list('Ids of running `docker exec`.'),
  SizeRw: field('Bytes written; only with `--size`.'),
  SizeRootFs: field('Bytes in all; only with `--size`.'),
};

/** Fields at the top of what `docker inspect` knows of images, networks, volumes, plugins and the objects of a swarm. */
export const fieldsOfOtherObjects: ReadonlySet<string> = new Set(
  [
    'RepoTags RepoDigests Parent Comment Container ContainerConfig DockerVersion Author Architecture Variant Os OsVersion Size VirtualSize RootFS Metadata Descriptor Manifests Identity',
    'Scope EnableIPv4 EnableIPv6 IPAM Internal Attachable Ingress ConfigFrom ConfigOnly Containers Options Labels Peers Services Status',
    'CreatedAt Mountpoint UsageData ClusterVolume Enabled PluginReference Settings',
    'Version UpdatedAt Spec Description ManagerStatus Endpoint PreviousSpec UpdateStatus ServiceStatus JobStatus ServiceID Slot NodeID NetworksAttachments DesiredState GenericResources',
  ].flatMap((names) => names.split(' ')),
);
