/** The catalogue: every rule once, in the order of the families; a new rule is a file and a line here. */
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { booleanFlagValueSeparated } from './boolean-flag-value-separated.ts';
import { commentAfterContinuation } from './comment-after-continuation.ts';
import { commentInsideContinuedCommand } from './comment-inside-continued-command.ts';
import { durationUnit } from './duration-unit.ts';
import { flagAfterImage } from './flag-after-image.ts';
import { invalidAddress } from './invalid-address.ts';
import { invalidBooleanValue } from './invalid-boolean-value.ts';
import { invalidCapability } from './invalid-capability.ts';
import { invalidContainerName } from './invalid-container-name.ts';
import { invalidCpuValue } from './invalid-cpu-value.ts';
import { invalidEnv } from './invalid-env.ts';
import { invalidImageReference } from './invalid-image-reference.ts';
import { invalidLogOptions } from './invalid-log-options.ts';
import { invalidNamespaceMode } from './invalid-namespace-mode.ts';
import { invalidPortMapping } from './invalid-port-mapping.ts';
import { invalidRestartPolicy } from './invalid-restart-policy.ts';
import { invalidSecurityOpt } from './invalid-security-opt.ts';
import { invalidSignal } from './invalid-signal.ts';
import { invalidSize } from './invalid-size.ts';
import { invalidSysctl } from './invalid-sysctl.ts';
import { invalidUlimit } from './invalid-ulimit.ts';
import { memoryTooSmall } from './memory-too-small.ts';
import { missingContinuation } from './missing-continuation.ts';
import { missingFlagValue } from './missing-flag-value.ts';
import { missingImage } from './missing-image.ts';
import { relativeWorkdir } from './relative-workdir.ts';
import { singleDashLongFlag } from './single-dash-long-flag.ts';
import { spaceAfterContinuation } from './space-after-continuation.ts';
import { unknownFlag } from './unknown-flag.ts';
import { valueOutOfRange } from './value-out-of-range.ts';
import { wrongContinuationForShell } from './wrong-continuation-for-shell.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  // Refused by the command line or the engine.
  unknownFlag,
  singleDashLongFlag,
  missingFlagValue,
  booleanFlagValueSeparated,
  invalidBooleanValue,
  missingImage,
  invalidImageReference,
  flagAfterImage,
  invalidPortMapping,
  invalidRestartPolicy,
  invalidSize,
  memoryTooSmall,
  invalidCpuValue,
  valueOutOfRange,
  durationUnit,
  invalidEnv,
  invalidCapability,
  invalidSecurityOpt,
  invalidLogOptions,
  invalidSignal,
  invalidContainerName,
  invalidUlimit,
  invalidSysctl,
  invalidNamespaceMode,
  invalidAddress,
  relativeWorkdir,
  // Shell and Markdown layer.
  spaceAfterContinuation,
  commentAfterContinuation,
  commentInsideContinuedCommand,
  blankLineInContinuation,
  missingContinuation,
  wrongContinuationForShell,
];
