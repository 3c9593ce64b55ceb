/** Finds the grammar that judges and explains a flag's value. */
import type { ValueKind } from '../cli-facts.ts';
import { bool } from './bool.ts';
import { capability } from './capability.ts';
import { containerName } from './container-name.ts';
import { containerPath } from './container-path.ts';
import { cpus } from './cpus.ts';
import { cpuset } from './cpuset.ts';
import { detachKeys } from './detach-keys.ts';
import { device } from './device.ts';
import { deviceCgroupRule } from './device-cgroup-rule.ts';
import { deviceBps, deviceIops, deviceWeight } from './device-limits.ts';
import { dnsSearch } from './dns-search.ts';
import { dockerfileInstruction } from './dockerfile-instruction.ts';
import { domainname } from './domainname.ts';
import { engineEndpoint } from './engine-endpoint.ts';
import { entrypoint } from './entrypoint.ts';
import { env } from './env.ts';
import { expose } from './expose.ts';
import { extraHost } from './extra-host.ts';
import { formatInspect } from './format-inspect.ts';
import { formatPs } from './format-ps.ts';
import { formatStats } from './format-stats.ts';
import { freeText } from './free-text.ts';
import { gpuRequest } from './gpu-request.ts';
import { healthDuration } from './health-duration.ts';
import { envFile, hostDir, hostFile, hostFileNew, labelFile } from './host-paths.ts';
import { hostname } from './hostname.ts';
import { blkioWeight, cpuPeriodUs, cpuQuotaUs, cpuRtUs, cpuShares, healthRetries, int, oomScoreAdj, pidsLimit, swappiness, uint } from './integers.ts';
import { ipAddress } from './ip-address.ts';
import { ipv4Address } from './ipv4-address.ts';
import { ipv6Address } from './ipv6-address.ts';
import { annotation, label } from './labels.ts';
import { link } from './link.ts';
import { linkLocalIp } from './link-local-ip.ts';
import { logDriver } from './log-driver.ts';
import { logLevel } from './log-level.ts';
import { logOpt } from './log-opt.ts';
import { logTail } from './log-tail.ts';
import { macAddress } from './mac-address.ts';
import { memoryBytes } from './memory-bytes.ts';
import { memorySwapBytes } from './memory-swap-bytes.ts';
import { mount } from './mount.ts';
import { cgroupParent, checkpointName, runtimeName, volumeDriver } from './named-things.ts';
import { cgroupnsMode, ipcMode, isolation, pidMode, pullPolicy, stdStream, usernsMode, utsMode } from './namespace-modes.ts';
import { network } from './network.ts';
import { networkAlias } from './network-alias.ts';
import { objectType } from './object-type.ts';
import { platform } from './platform.ts';
import { pruneFilter } from './prune-filter.ts';
import { psFilter } from './ps-filter.ts';
import { publish } from './publish.ts';
import { resolvOption } from './resolv-option.ts';
import { restartPolicy } from './restart-policy.ts';
import { securityOpt } from './security-opt.ts';
import { shellCommand } from './shell-command.ts';
import { signal } from './signal.ts';
import { stopTimeoutSeconds } from './stop-timeout-seconds.ts';
import { storageOpt } from './storage-opt.ts';
import { sysctl } from './sysctl.ts';
import { timestamp } from './timestamp.ts';
import { tmpfs } from './tmpfs.ts';
import { ulimit } from './ulimit.ts';
import { groupSpec, userSpec } from './user-spec.ts';
import { volume } from './volume.ts';
import { volumesFrom } from './volumes-from.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** Every grammar, one per kind; a test compares the list with the kinds of the facts. */
export const grammars: readonly ValueGrammar[] = [
  annotation,
  blkioWeight,
  bool,
  capability,
  cgroupnsMode,
  cgroupParent,
  checkpointName,
  containerName,
  containerPath,
  cpuPeriodUs,
  cpuQuotaUs,
  cpuRtUs,
  cpus,
  cpuset,
  cpuShares,
  detachKeys,
  device,
  deviceBps,
  deviceCgroupRule,
  deviceIops,
  deviceWeight,
  dnsSearch,
  dockerfileInstruction,
  domainname,
  engineEndpoint,
  entrypoint,
  env,
  envFile,
  expose,
  extraHost,
  formatInspect,
  formatPs,
  formatStats,
  freeText,
  gpuRequest,
  groupSpec,
  healthDuration,
  healthRetries,
  hostDir,
  hostFile,
  hostFileNew,
  hostname,
  int,
  ipAddress,
  ipcMode,
  ipv4Address,
  ipv6Address,
  isolation,
  label,
  labelFile,
  link,
  linkLocalIp,
  logDriver,
  logLevel,
  logOpt,
  logTail,
  macAddress,
  memoryBytes,
  memorySwapBytes,
  mount,
  network,
  networkAlias,
  objectType,
  oomScoreAdj,
  pidMode,
  pidsLimit,
  platform,
  pruneFilter,
  psFilter,
  publish,
  pullPolicy,
  resolvOption,
  restartPolicy,
  runtimeName,
  securityOpt,
  shellCommand,
  signal,
  stdStream,
  stopTimeoutSeconds,
  storageOpt,
  swappiness,
  sysctl,
  timestamp,
  tmpfs,
  uint,
  ulimit,
  usernsMode,
  userSpec,
  utsMode,
  volume,
  volumeDriver,
  volumesFrom,
];

const byKind = new Map<ValueKind, ValueGrammar>(grammars.map((grammar) => [grammar.kind, grammar]));

/** The grammar of the kind; a kind that imported facts bring before its grammar is written takes any text. */
export function grammarOf(kind: ValueKind): ValueGrammar {
  return byKind.get(kind) ?? freeText;
}
