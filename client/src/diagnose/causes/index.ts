/** All causes, most telling first: what made the container end stands before how it ended. */
import type { Evidence } from '../evidence.ts';
import { type Cause, type Finding, hasEnded } from '../finding.ts';
import { deathCauses, lastCauses, stateCauses } from './death.ts';
import { healthCauses } from './health.ts';
import { limitCauses, warningCauses } from './limits.ts';
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
  const state = found(stateCauses, evidence);
  const limits = found(limitCauses, evidence);
  const log = hasEnded(evidence) || isRecent(evidence) ? found(logCauses, evidence) : [];
  const health = found(healthCauses, evidence);
  const died = start.length > 0 || limits.some(({ cause }) => cause === 'oom-killed') ? [] : found(deathCauses, evidence).slice(0, 1);
  const loop = found(restartCauses, evidence);
  const told = [...start, ...state, ...limits, ...log, ...health];
  // A signal explains an end completely; a log line that happened to be there does not.
  const bySignal = died.filter(({ cause }) => ['slow-to-stop', 'killed', 'crashed', 'stopped'].includes(cause));
  const otherwise = died.filter((finding) => !bySignal.includes(finding));
  const findings = [...bySignal, ...told, ...(told.length === 0 || otherwise.some(({ cause }) => cause.startsWith('command')) ? otherwise : [])];
  const rest = findings.length === 0 ? found(lastCauses, evidence) : [];
  return [...findings, ...rest, ...loop, ...found(warningCauses, evidence)];
}
