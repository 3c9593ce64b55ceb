/** Finds the grammar that judges and explains a flag's value. */
import type { ValueKind } from '../cli-facts.ts';
import { bool } from './bool.ts';
import { capability } from './capability.ts';
import { containerName } from './container-name.ts';
import { containerPath } from './container-path.ts';
import { cpus } from './cpus.ts';
import { cpuset } from './cpuset.ts';
import { detachKeys } from './detach-keys.ts';
import { deviceBps, deviceIops, deviceWeight } from './device-limits.ts';
import { entrypoint } from './entrypoint.ts';
import { env } from './env.ts';
import { freeText } from './free-text.ts';
import { healthDuration } from './health-duration.ts';
import { envFile, hostDir, hostFile, hostFileNew, labelFile } from './host-paths.ts';
import { blkioWeight, cpuPeriodUs, cpuQuotaUs, cpuRtUs, cpuShares, healthRetries, int, oomScoreAdj, pidsLimit, swappiness, uint } from './integers.ts';
import { annotation, label } from './labels.ts';
import { logDriver } from './log-driver.ts';
import { logOpt } from './log-opt.ts';
import { memoryBytes } from './memory-bytes.ts';
import { memorySwapBytes } from './memory-swap-bytes.ts';
import { cgroupParent, checkpointName, runtimeName, volumeDriver } from './named-things.ts';
import { cgroupnsMode, ipcMode, isolation, pidMode, pullPolicy, stdStream, usernsMode, utsMode } from './namespace-modes.ts';
import { platform } from './platform.ts';
import { restartPolicy } from './restart-policy.ts';
import { securityOpt } from './security-opt.ts';
import { shellCommand } from './shell-command.ts';
import { signal } from './signal.ts';
import { stopTimeoutSeconds } from './stop-timeout-seconds.ts';
import { storageOpt } from './storage-opt.ts';
import { sysctl } from './sysctl.ts';
import { ulimit } from './ulimit.ts';
import { groupSpec, userSpec } from './user-spec.ts';
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
  deviceBps,
  deviceIops,
  deviceWeight,
  entrypoint,
  env,
  envFile,
  freeText,
  groupSpec,
  healthDuration,
  healthRetries,
  hostDir,
  hostFile,
  hostFileNew,
  int,
  ipcMode,
  isolation,
  label,
  labelFile,
  logDriver,
  logOpt,
  memoryBytes,
  memorySwapBytes,
  oomScoreAdj,
  pidMode,
  pidsLimit,
  platform,
  pullPolicy,
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
  uint,
  ulimit,
  usernsMode,
  userSpec,
  utsMode,
  volumeDriver,
];

const byKind = new Map<ValueKind, ValueGrammar>(grammars.map((grammar) => [grammar.kind, grammar]));

/** The grammar of the kind; a kind that imported facts bring before its grammar is written takes any text. */
export function grammarOf(kind: ValueKind): ValueGrammar {
  return byKind.get(kind) ?? freeText;
}
