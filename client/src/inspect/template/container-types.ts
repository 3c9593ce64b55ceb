/**
 * The types into which a docker CLI reads the description of a container, by its version: order of fields, names in JSON,
 * and what is left out when empty. A template sees these and not the JSON, as long as it names nothing that they lack.
 */

/**
 * Fields, one word each: `name:type`, `string` where no type is given; `?` for `omitempty`; `=key` for another name in JSON;
 * `@20`, `@28,29` for some versions only; `+type` for an embedded one. A name with a version is the struct of that version.
 */
export const structs: Readonly<Record<string, string>> = {
  ContainerJSON: '+*ContainerJSONBase Mounts:[]MountPoint Config:*Config NetworkSettings:*NetworkSettings ImageManifestDescriptor:*Descriptor?@28',
  ContainerJSONBase: `ID=Id Created Path Args:[]string State:*State Image ResolvConfPath HostnamePath HostsPath LogPath Node:absent?@20 Name
    RestartCount:int Driver Platform MountLabel ProcessLabel AppArmorProfile ExecIDs:[]string HostConfig:*HostConfig GraphDriver:GraphDriver
    SizeRw:*int64? SizeRootFs:*int64?`,
  'ContainerJSON@29': `ID=Id Created Path Args:[]string State:*State Image ResolvConfPath HostnamePath HostsPath LogPath Name RestartCount:int Driver Platform
    MountLabel ProcessLabel AppArmorProfile ExecIDs:[]string HostConfig:*HostConfig GraphDriver:*GraphDriver? Storage:*Storage? SizeRw:*int64?
    SizeRootFs:*int64? Mounts:[]MountPoint Config:*Config NetworkSettings:*NetworkSettings ImageManifestDescriptor:*Descriptor?`,
  Storage: 'RootFS:*RootFSStorage?',
  RootFSStorage: 'Snapshot:*RootFSStorageSnapshot?',
  RootFSStorageSnapshot: 'Name?',
  State: `Status@20,28 Status:ContainerState@29 Running:bool Paused:bool Restarting:bool OOMKilled:bool Dead:bool Pid:int ExitCode:int Error StartedAt FinishedAt Health:*Health?`,
  Health: 'Status@20,28 Status:HealthStatus@29 FailingStreak:int Log:[]*HealthcheckResult',
  HealthcheckResult: 'Start:Time End:Time ExitCode:int Output',
  GraphDriver: 'Data:map[string]string Name',
  MountPoint: 'Type:MountType? Name? Source Destination Driver? Mode RW:bool Propagation:Propagation',
  Config: `Hostname Domainname User AttachStdin:bool AttachStdout:bool AttachStderr:bool ExposedPorts:PortSet? Tty:bool OpenStdin:bool StdinOnce:bool
    Env:[]string Cmd:StrSlice Healthcheck:*HealthConfig? ArgsEscaped:bool? Image Volumes:map[string]Nothing WorkingDir Entrypoint:StrSlice
    NetworkDisabled:bool? MacAddress? OnBuild:[]string Labels:map[string]string StopSignal? StopTimeout:*int? Shell:StrSlice?`,
  'Config@29': `Hostname Domainname User AttachStdin:bool AttachStdout:bool AttachStderr:bool ExposedPorts:map[NetPort]Nothing? Tty:bool OpenStdin:bool
    StdinOnce:bool Env:[]string Cmd:[]string Healthcheck:*HealthConfig? ArgsEscaped:bool? Image Volumes:map[string]Nothing WorkingDir
    Entrypoint:[]string NetworkDisabled:bool? OnBuild:[]string? Labels:map[string]string StopSignal? StopTimeout:*int? Shell:[]string?`,
  HealthConfig: 'Test:[]string? Interval:Duration? Timeout:Duration? StartPeriod:Duration? StartInterval:Duration?@28,29 Retries:int?',
  Nothing: '',
  HostConfig: `Binds:[]string ContainerIDFile LogConfig:LogConfig NetworkMode:NetworkMode PortBindings:PortMap RestartPolicy:RestartPolicy
    AutoRemove:bool VolumeDriver VolumesFrom:[]string ConsoleSize:[2]uint@28 Annotations:map[string]string?@28 CapAdd:StrSlice CapDrop:StrSlice
    CgroupnsMode:CgroupnsMode DNS:[]string=Dns DNSOptions:[]string=DnsOptions DNSSearch:[]string=DnsSearch ExtraHosts:[]string GroupAdd:[]string
    IpcMode:IpcMode Cgroup:CgroupSpec Links:[]string OomScoreAdj:int PidMode:PidMode Privileged:bool PublishAllPorts:bool ReadonlyRootfs:bool
    SecurityOpt:[]string StorageOpt:map[string]string? Tmpfs:map[string]string? UTSMode:UTSMode UsernsMode:UsernsMode ShmSize:int64
    Sysctls:map[string]string? Runtime? ConsoleSize:[2]uint@20 Isolation:Isolation +Resources Mounts:[]Mount? MaskedPaths:[]string
    ReadonlyPaths:[]string Init:*bool?`,
  'HostConfig@29': `Binds:[]string ContainerIDFile LogConfig:LogConfig NetworkMode:NetworkMode PortBindings:map[NetPort][]PortBinding
    RestartPolicy:RestartPolicy AutoRemove:bool VolumeDriver VolumesFrom:[]string ConsoleSize:[2]uint Annotations:map[string]string?
    CapAdd:[]string CapDrop:[]string CgroupnsMode:CgroupnsMode DNS:[]Addr=Dns DNSOptions:[]string=DnsOptions DNSSearch:[]string=DnsSearch
    ExtraHosts:[]string GroupAdd:[]string IpcMode:IpcMode Cgroup:CgroupSpec Links:[]string OomScoreAdj:int PidMode:PidMode Privileged:bool
    PublishAllPorts:bool ReadonlyRootfs:bool SecurityOpt:[]string StorageOpt:map[string]string? Tmpfs:map[string]string? UTSMode:UTSMode
    UsernsMode:UsernsMode ShmSize:int64 Sysctls:map[string]string? Runtime? Isolation:Isolation +Resources Mounts:[]Mount? MaskedPaths:[]string
    ReadonlyPaths:[]string Init:*bool?`,
  LogConfig: 'Type Config:map[string]string',
  RestartPolicy: 'Name@20 Name:RestartPolicyMode@28,29 MaximumRetryCount:int',
  Resources: `CPUShares:int64=CpuShares Memory:int64 NanoCPUs:int64=NanoCpus CgroupParent BlkioWeight:uint16 BlkioWeightDevice:[]*WeightDevice
    BlkioDeviceReadBps:[]*ThrottleDevice BlkioDeviceWriteBps:[]*ThrottleDevice BlkioDeviceReadIOps:[]*ThrottleDevice
    BlkioDeviceWriteIOps:[]*ThrottleDevice CPUPeriod:int64=CpuPeriod CPUQuota:int64=CpuQuota CPURealtimePeriod:int64=CpuRealtimePeriod
    CPURealtimeRuntime:int64=CpuRealtimeRuntime CpusetCpus CpusetMems Devices:[]DeviceMapping DeviceCgroupRules:[]string
    DeviceRequests:[]DeviceRequest KernelMemory:int64@20 KernelMemoryTCP:int64@20 KernelMemory:int64?@28 KernelMemoryTCP:int64?@28
    MemoryReservation:int64 MemorySwap:int64 MemorySwappiness:*int64 OomKillDisable:*bool PidsLimit:*int64 Ulimits:[]*Ulimit
    CPUCount:int64=CpuCount CPUPercent:int64=CpuPercent IOMaximumIOps:uint64 IOMaximumBandwidth:uint64`,
  WeightDevice: 'Path Weight:uint16',
  ThrottleDevice: 'Path Rate:uint64',
  DeviceMapping: 'PathOnHost PathInContainer CgroupPermissions',
  DeviceRequest: 'Driver Count:int DeviceIDs:[]string Capabilities:[][]string Options:map[string]string',
  Ulimit: 'Name Hard:int64 Soft:int64',
  Mount: `Type:MountType? Source? Target? ReadOnly:bool? Consistency:Consistency? BindOptions:*BindOptions? VolumeOptions:*VolumeOptions?
    ImageOptions:*ImageOptions?@28,29 TmpfsOptions:*TmpfsOptions? ClusterOptions:*Nothing?@28,29`,
  BindOptions: 'Propagation:Propagation? NonRecursive:bool? CreateMountpoint:bool?@28,29 ReadOnlyNonRecursive:bool?@28,29 ReadOnlyForceRecursive:bool?@28,29',
  VolumeOptions: 'NoCopy:bool? Labels:map[string]string? Subpath?@28,29 DriverConfig:*VolumeDriver?',
  ImageOptions: 'Subpath?',
  VolumeDriver: 'Name? Options:map[string]string?',
  TmpfsOptions: 'SizeBytes:int64? Mode:FileMode? Options:[][]string?@28,29',
  'PortBinding@29': 'HostIP:Addr=HostIp HostPort',
  PortBinding: 'HostIP=HostIp HostPort',
  'NetworkSettings@29': 'SandboxID SandboxKey Ports:map[NetPort][]PortBinding Networks:map[string]*EndpointSettings',
  NetworkSettings: '+NetworkSettingsBase +DefaultNetworkSettings Networks:map[string]*EndpointSettings',
  NetworkSettingsBase: `Bridge SandboxID SandboxKey@28 Ports:PortMap@28 HairpinMode:bool LinkLocalIPv6Address LinkLocalIPv6PrefixLen:int Ports:PortMap@20
    SandboxKey@20 SecondaryIPAddresses:[]Address SecondaryIPv6Addresses:[]Address`,
  DefaultNetworkSettings: 'EndpointID Gateway GlobalIPv6Address GlobalIPv6PrefixLen:int IPAddress IPPrefixLen:int IPv6Gateway MacAddress',
  Address: 'Addr PrefixLen:int',
  EndpointSettings: `IPAMConfig:*EndpointIPAMConfig Links:[]string Aliases:[]string MacAddress@28 DriverOpts:map[string]string@28 GwPriority:int@28
    NetworkID EndpointID Gateway IPAddress IPPrefixLen:int IPv6Gateway GlobalIPv6Address GlobalIPv6PrefixLen:int MacAddress@20
    DriverOpts:map[string]string@20 DNSNames:[]string@28`,
  'EndpointSettings@29': `IPAMConfig:*EndpointIPAMConfig Links:[]string Aliases:[]string DriverOpts:map[string]string GwPriority:int NetworkID EndpointID
    Gateway:Addr IPAddress:Addr MacAddress:HardwareAddr IPPrefixLen:int IPv6Gateway:Addr GlobalIPv6Address:Addr GlobalIPv6PrefixLen:int
    DNSNames:[]string`,
  'EndpointIPAMConfig@29': 'IPv4Address:Addr? IPv6Address:Addr? LinkLocalIPs:[]Addr?',
  EndpointIPAMConfig: 'IPv4Address? IPv6Address? LinkLocalIPs:[]string?',
  Descriptor: `MediaType=mediaType Digest:Digest=digest Size:int64=size URLs:[]string?=urls Annotations:map[string]string?=annotations Data:absent?=data
    Platform:*ImagePlatform?=platform ArtifactType?=artifactType`,
  ImagePlatform: 'Architecture=architecture OS=os OSVersion?=os.version OSFeatures:[]string?=os.features Variant?=variant',
};

/** Types with a name of their own, and what they are made of. */
export const namedTypes: Readonly<Record<string, string>> = {
  ...{ NetworkMode: 'string', CgroupnsMode: 'string', IpcMode: 'string', CgroupSpec: 'string', PidMode: 'string', UTSMode: 'string', UsernsMode: 'string' },
  ...{ Isolation: 'string', MountType: 'string', Propagation: 'string', Consistency: 'string', RestartPolicyMode: 'string', ContainerState: 'string', HealthStatus: 'string', Port: 'string', Digest: 'string' },
  ...{ Duration: 'int64', FileMode: 'uint32' },
  ...{ StrSlice: '[]string', PortMap: 'map[Port][]PortBinding', PortSet: 'map[Port]Nothing' },
};

/** Methods that a template could call by the name of a field. */
export const methods: Readonly<Record<string, string>> = {
  NetworkMode: 'IsNone IsDefault IsPrivate IsContainer ConnectedContainer UserDefined IsBridge IsHost IsUserDefined NetworkName',
  CgroupnsMode: 'IsPrivate IsHost IsEmpty Valid',
  IpcMode: 'IsPrivate IsHost IsShareable IsContainer IsNone IsEmpty Valid Container',
  CgroupSpec: 'IsContainer Valid Container',
  PidMode: 'IsPrivate IsHost IsContainer Valid Container',
  UTSMode: 'IsPrivate IsHost Valid',
  UsernsMode: 'IsPrivate IsHost Valid',
  Isolation: 'IsDefault IsHyperV IsProcess IsValid',
  RestartPolicy: 'IsNone IsAlways IsOnFailure IsUnlessStopped IsSame',
  Port: 'Proto Port Int Range',
  NetPort: 'AppendText AppendTo IsValid IsZero MarshalText Num Port Proto Range String',
  Addr: `AppendBinary AppendText AppendTo As16 As4 AsSlice BitLen Compare Is4 Is4In6 Is6 IsGlobalUnicast IsInterfaceLocalMulticast IsLinkLocalMulticast
    IsLinkLocalUnicast IsLoopback IsMulticast IsPrivate IsUnspecified IsValid Less MarshalBinary MarshalText Next Prefix Prev String StringExpanded Unmap
    WithZone Zone`,
  HardwareAddr: 'MarshalText String',
  Digest: 'Algorithm Encoded Hex String Validate Verifier',
  Duration: 'Abs Hours Microseconds Milliseconds Minutes Nanoseconds Round Seconds String Truncate',
  FileMode: 'IsDir IsRegular Perm String Type',
  StrSlice: 'UnmarshalJSON',
  EndpointSettings: 'Copy',
  EndpointIPAMConfig: 'Copy IsInRange Validate',
  Ulimit: 'GetRlimit String',
  WeightDevice: 'String',
  ThrottleDevice: 'String',
  'json.Number': 'Float64 Int64 String',
};
