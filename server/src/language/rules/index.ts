/** The catalogue: every rule once, in the order of the families; a new rule is a file and a line in its family. */
import { attachDetachConflict } from './attach-detach-conflict.ts';
import { bindSourceMissing } from './bind-source-missing.ts';
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { booleanFlagValueSeparated } from './boolean-flag-value-separated.ts';
import { capAddOverridesDrop } from './cap-add-overrides-drop.ts';
import { commentAfterContinuation } from './comment-after-continuation.ts';
import { commentInsideContinuedCommand } from './comment-inside-continued-command.ts';
import { companionArity } from './companion-arity.ts';
import { conflictingNetworks } from './conflicting-networks.ts';
import { conflictingOptions } from './conflicting-options.ts';
import { cpOperands } from './cp-operands.ts';
import { cpPattern } from './cp-pattern.ts';
import { cpuOptionsConflict } from './cpu-options-conflict.ts';
import { crlfContinuation } from './crlf-continuation.ts';
import { dangerousCapability } from './dangerous-capability.ts';
import { dashesAsProgram } from './dashes-as-program.ts';
import { deprecatedFlag } from './deprecated-flag.ts';
import { deprecatedLink } from './deprecated-link.ts';
import { deprecatedStopTime } from './deprecated-stop-time.ts';
import { detachedInUnit } from './detached-in-unit.ts';
import { detachedWithInteractive } from './detached-with-interactive.ts';
import { dockerSocketMount } from './docker-socket-mount.ts';
import { duplicateContainerName } from './duplicate-container-name.ts';
import { duplicateHostPort } from './duplicate-host-port.ts';
import { duplicateMountTarget } from './duplicate-mount-target.ts';
import { duplicateSingleValueFlag } from './duplicate-single-value-flag.ts';
import { durationUnit } from './duration-unit.ts';
import { entrypointWithArguments } from './entrypoint-with-arguments.ts';
import { envFileMissing } from './env-file-missing.ts';
import { envValueKeepsQuotes } from './env-value-keeps-quotes.ts';
import { execPrivileged } from './exec-privileged.ts';
import { execQuotedCommand } from './exec-quoted-command.ts';
import { execShellBuiltin } from './exec-shell-builtin.ts';
import { filterMatchesMore } from './filter-matches-more.ts';
import { flagAfterImage } from './flag-after-image.ts';
import { flagRequiresNewerDocker } from './flag-requires-newer-docker.ts';
import { hardeningAvailable } from './hardening-available.ts';
import { healthOptionsConflict } from './health-options-conflict.ts';
import { hostNamespace } from './host-namespace.ts';
import { hostNetwork } from './host-network.ts';
import { hostNetworkIgnoresPorts } from './host-network-ignores-ports.ts';
import { imageForContainer } from './image-for-container.ts';
import { imageMutableTag } from './image-mutable-tag.ts';
import { imageNotByDigest } from './image-not-by-digest.ts';
import { imageWithoutTag } from './image-without-tag.ts';
import { insecureDaemonEndpoint } from './insecure-daemon-endpoint.ts';
import { inputWithoutInteractive } from './input-without-interactive.ts';
import { interactiveTtyInScript } from './interactive-tty-in-script.ts';
import { invalidAddress } from './invalid-address.ts';
import { invalidBooleanValue } from './invalid-boolean-value.ts';
import { invalidCapability } from './invalid-capability.ts';
import { invalidChange } from './invalid-change.ts';
import { invalidContainerName } from './invalid-container-name.ts';
import { invalidCpuValue } from './invalid-cpu-value.ts';
import { invalidDetachKeys } from './invalid-detach-keys.ts';
import { invalidDevice } from './invalid-device.ts';
import { invalidDeviceLimit } from './invalid-device-limit.ts';
import { invalidEngineEndpoint } from './invalid-engine-endpoint.ts';
import { invalidEnv } from './invalid-env.ts';
import { invalidFilter } from './invalid-filter.ts';
import { invalidFormat } from './invalid-format.ts';
import { invalidGpuRequest } from './invalid-gpu-request.ts';
import { invalidHostname } from './invalid-hostname.ts';
import { invalidImageReference } from './invalid-image-reference.ts';
import { invalidInteger } from './invalid-integer.ts';
import { invalidLabel } from './invalid-label.ts';
import { invalidLink } from './invalid-link.ts';
import { invalidLogLevel } from './invalid-log-level.ts';
import { invalidLogOptions } from './invalid-log-options.ts';
import { invalidMount } from './invalid-mount.ts';
import { invalidNamespaceMode } from './invalid-namespace-mode.ts';
import { invalidNetwork } from './invalid-network.ts';
import { invalidObjectType } from './invalid-object-type.ts';
import { invalidPlatform } from './invalid-platform.ts';
import { invalidPortMapping } from './invalid-port-mapping.ts';
import { invalidRestartPolicy } from './invalid-restart-policy.ts';
import { invalidSecurityOpt } from './invalid-security-opt.ts';
import { invalidSignal } from './invalid-signal.ts';
import { invalidSize } from './invalid-size.ts';
import { invalidStorageOpt } from './invalid-storage-opt.ts';
import { invalidSysctl } from './invalid-sysctl.ts';
import { invalidTimestamp } from './invalid-timestamp.ts';
import { invalidTmpfs } from './invalid-tmpfs.ts';
import { invalidUlimit } from './invalid-ulimit.ts';
import { invalidVolumeSpec } from './invalid-volume-spec.ts';
import { joinedByContinuation } from './joined-by-continuation.ts';
import { killInsteadOfStop } from './kill-instead-of-stop.ts';
import { legacyAlias } from './legacy-alias.ts';
import { limitHasNoEffect } from './limit-has-no-effect.ts';
import { listAsContainers } from './list-as-containers.ts';
import { logMaxFileWithoutSize } from './log-max-file-without-size.ts';
import { folderSizeInBytes } from './folder-size-in-bytes.ts';
import { logSizeInBytes } from './log-size-in-bytes.ts';
import { logsTailNotANumber } from './logs-tail-not-a-number.ts';
import { logsWithoutStderr } from './logs-without-stderr.ts';
import { malformedIgnore } from './malformed-ignore.ts';
import { memoryLimitsConflict } from './memory-limits-conflict.ts';
import { memorySwapDefaultsToDouble } from './memory-swap-defaults-to-double.ts';
import { memoryTooSmall } from './memory-too-small.ts';
import { missingContinuation } from './missing-continuation.ts';
import { missingFlagValue } from './missing-flag-value.ts';
import { missingImage } from './missing-image.ts';
import { missingLogOption } from './missing-log-option.ts';
import { mountTargetOption } from './mount-target-option.ts';
import { namedVolumeLooksLikePath } from './named-volume-looks-like-path.ts';
import { networkModeConflict } from './network-mode-conflict.ts';
import { noHealthcheck } from './no-healthcheck.ts';
import { noRestartPolicy } from './no-restart-policy.ts';
import { nonBreakingSpace } from './non-breaking-space.ts';
import { oomKillDisableWithoutMemory } from './oom-kill-disable-without-memory.ts';
import { patternOfHost } from './pattern-of-host.ts';
import { privilegedContainer } from './privileged-container.ts';
import { privilegedIgnoresCapDrop } from './privileged-ignores-cap-drop.ts';
import { pruneWithoutForce } from './prune-without-force.ts';
import { publishedOnAllInterfaces } from './published-on-all-interfaces.ts';
import { quotedFlags } from './quoted-flags.ts';
import { relativeWorkdir } from './relative-workdir.ts';
import { removedInspectField } from './removed-inspect-field.ts';
import { rmLeavesVolumes } from './rm-leaves-volumes.ts';
import { rmWithRestart } from './rm-with-restart.ts';
import { secretInEnvironment } from './secret-in-environment.ts';
import { securityProfileDisabled } from './security-profile-disabled.ts';
import { sensitiveHostDevice } from './sensitive-host-device.ts';
import { sensitiveHostMount } from './sensitive-host-mount.ts';
import { shellAsContainer } from './shell-as-container.ts';
import { shellCommandNotQuoted } from './shell-command-not-quoted.ts';
import { sharedMountPropagation } from './shared-mount-propagation.ts';
import { singleDashLongFlag } from './single-dash-long-flag.ts';
import { smartQuotes } from './smart-quotes.ts';
import { spaceAfterContinuation } from './space-after-continuation.ts';
import { timeIn1970 } from './time-in-1970.ts';
import { ttyChangesOutput } from './tty-changes-output.ts';
import { ttyWithoutTerminal } from './tty-without-terminal.ts';
import { unboundedLogs } from './unbounded-logs.ts';
import { unexpandedVolumePath } from './unexpanded-volume-path.ts';
import { unicodeDash } from './unicode-dash.ts';
import { unknownCommand } from './unknown-command.ts';
import { unknownFlag } from './unknown-flag.ts';
import { unknownIgnore } from './unknown-ignore.ts';
import { unquotedArray } from './unquoted-array.ts';
import { unquotedPath } from './unquoted-path.ts';
import { unreplacedPlaceholder } from './unreplaced-placeholder.ts';
import { untrustedRegistry } from './untrusted-registry.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { valueOutOfRange } from './value-out-of-range.ts';
import { valueTakenForImage } from './value-taken-for-image.ts';
import { volumeOptionComma } from './volume-option-comma.ts';
import { wrongContinuationForShell } from './wrong-continuation-for-shell.ts';
import { wrongVariableForShell } from './wrong-variable-for-shell.ts';
import { zshModifier } from './zsh-modifier.ts';
import type { Rule } from './rule.ts';

/** What rules have in common, for presets and the documentation: every rule stands in one family. */
export const ruleFamilies = {
  /** Refused by the command line or the engine. */
  refused: [
    unknownCommand,
    unknownFlag,
    singleDashLongFlag,
    missingFlagValue,
    booleanFlagValueSeparated,
    invalidBooleanValue,
    missingImage,
    missingLogOption,
    invalidImageReference,
    flagAfterImage,
    invalidPortMapping,
    duplicateHostPort,
    invalidRestartPolicy,
    rmWithRestart,
    invalidSize,
    memoryTooSmall,
    memoryLimitsConflict,
    cpuOptionsConflict,
    invalidCpuValue,
    valueOutOfRange,
    invalidInteger,
    durationUnit,
    healthOptionsConflict,
    invalidMount,
    invalidVolumeSpec,
    duplicateMountTarget,
    unexpandedVolumePath,
    invalidTmpfs,
    networkModeConflict,
    conflictingNetworks,
    invalidNetwork,
    invalidLink,
    attachDetachConflict,
    conflictingOptions,
    envFileMissing,
    invalidEngineEndpoint,
    invalidEnv,
    invalidLabel,
    invalidCapability,
    invalidSecurityOpt,
    invalidLogLevel,
    invalidLogOptions,
    invalidSignal,
    invalidContainerName,
    invalidUlimit,
    invalidSysctl,
    invalidNamespaceMode,
    invalidAddress,
    invalidHostname,
    invalidDevice,
    invalidDeviceLimit,
    invalidGpuRequest,
    invalidStorageOpt,
    invalidPlatform,
    invalidChange,
    invalidDetachKeys,
    relativeWorkdir,
    duplicateContainerName,
    flagRequiresNewerDocker,
    duplicateSingleValueFlag,
    cpOperands,
    companionArity,
    invalidFilter,
    invalidFormat,
    invalidObjectType,
    invalidTimestamp,
  ],
  /** Accepted, but not what was written. */
  surprising: [
    volumeOptionComma,
    mountTargetOption,
    hostNetworkIgnoresPorts,
    privilegedIgnoresCapDrop,
    capAddOverridesDrop,
    limitHasNoEffect,
    memorySwapDefaultsToDouble,
    logSizeInBytes,
    folderSizeInBytes,
    logMaxFileWithoutSize,
    namedVolumeLooksLikePath,
    bindSourceMissing,
    entrypointWithArguments,
    valueTakenForImage,
    execQuotedCommand,
    dashesAsProgram,
    shellAsContainer,
    listAsContainers,
    filterMatchesMore,
    detachedInUnit,
    cpPattern,
    patternOfHost,
    inputWithoutInteractive,
    ttyChangesOutput,
    shellCommandNotQuoted,
    execShellBuiltin,
    envValueKeepsQuotes,
    ttyWithoutTerminal,
    interactiveTtyInScript,
    detachedWithInteractive,
    pruneWithoutForce,
    logsTailNotANumber,
    logsWithoutStderr,
    timeIn1970,
  ],
  /** Mistakes in shell and Markdown, before docker sees a word. */
  shell: [
    joinedByContinuation,
    spaceAfterContinuation,
    commentAfterContinuation,
    commentInsideContinuedCommand,
    blankLineInContinuation,
    missingContinuation,
    unicodeDash,
    smartQuotes,
    nonBreakingSpace,
    crlfContinuation,
    unquotedPath,
    unquotedArray,
    quotedFlags,
    zshModifier,
    wrongContinuationForShell,
    wrongVariableForShell,
    unreplacedPlaceholder,
  ],
  /** Still works, and will not for ever. */
  deprecated: [
    deprecatedStopTime,
    deprecatedLink,
    deprecatedFlag,
    legacyAlias,
    imageForContainer,
    removedInspectField,
  ],
  /** Weakens the isolation of the container. */
  security: [
    privilegedContainer,
    dockerSocketMount,
    sensitiveHostDevice,
    sensitiveHostMount,
    dangerousCapability,
    hostNamespace,
    hostNetwork,
    securityProfileDisabled,
    publishedOnAllInterfaces,
    secretInEnvironment,
    execPrivileged,
    insecureDaemonEndpoint,
    sharedMountPropagation,
    hardeningAvailable,
  ],
  /** Runs today, and may be gone, full or different tomorrow. */
  reliability: [
    noRestartPolicy,
    unboundedLogs,
    oomKillDisableWithoutMemory,
    noHealthcheck,
    killInsteadOfStop,
    rmLeavesVolumes,
    imageWithoutTag,
    imageMutableTag,
    imageNotByDigest,
    untrustedRegistry,
  ],
  /** About the comments that switch rules off. */
  ignoring: [
    unknownIgnore,
    malformedIgnore,
    unusedIgnore,
  ],
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

export type RuleFamily = keyof typeof ruleFamilies;

export const rules: readonly Rule[] = Object.values(ruleFamilies).flat();
