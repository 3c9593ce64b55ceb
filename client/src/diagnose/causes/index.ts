/** All causes, most telling first: what made the container end stands before how it ended. */
import type { Evidence } from '../evidence.ts';
import { type Cause, type Finding, hasEnded } from '../finding.ts';
import { commandCauses, lastCauses, signalCauses, stateCauses } from './death.ts';
import { healthCauses } from './health.ts';
import { limitCauses, memoryCauses, warningCauses } from './limits.ts';
import { isRecent, logCauses } from './log.ts';
import { restartCauses } from './restarts.ts';
import { startCauses } from './start.ts';

function found(causes: readonly Cause[], evidence: Evidence): Finding[] {
  return causes.flatMap((cause) => cause(evidence) ?? []);
}

/** The error of a start that failed is kept until the next one, so it counts only while the container does not run. */
function startFindings(evidence: Evidence): Finding[] {
  return hasEnded(evidence) ? found(startCauses, evidence).slice(0, 1) : [];
}

/**
 * What is the matter, the best explanation first; empty where nothing is. How it ended is told once, and not at all where it
 * did not start.
 */
export function diagnose(evidence: Evidence): Finding[] {
  const start = startFindings(evidence);
  const memory = found(memoryCauses, evidence);
  const isEndExplained = start.length > 0 || memory.length > 0;
  const findings = [
    ...(isEndExplained ? [] : found(signalCauses, evidence).slice(0, 1)),
    ...start,
    ...found(stateCauses, evidence),
    ...memory,
    ...found(limitCauses, evidence),
    ...(hasEnded(evidence) || isRecent(evidence) ? found(logCauses, evidence) : []),
    ...found(healthCauses, evidence),
    ...(isEndExplained ? [] : found(commandCauses, evidence)),
  ];
  return [...(findings.length === 0 ? found(lastCauses, evidence) : findings), ...found(restartCauses, evidence), ...found(warningCauses, evidence)];
}
