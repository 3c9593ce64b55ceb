/** The measures in the order in which a command for production is written; a new measure is an entry here. */
import type { Measure, MeasureState, Subject } from './measure.ts';
import { init, restart } from './measures/lifecycle.ts';
import { cpus, memory, pidsLimit } from './measures/limits.ts';
import { logRotation } from './measures/log-rotation.ts';
import { loopback, ownNetwork } from './measures/network.ts';
import { capabilities, noNewPrivileges, user } from './measures/privileges.ts';
import { readOnly } from './measures/read-only.ts';
import { secretsOutside } from './measures/secrets.ts';

export const measures: readonly Measure[] = [
  restart,
  init,
  memory,
  cpus,
  pidsLimit,
  logRotation,
  readOnly,
  capabilities,
  noNewPrivileges,
  user,
  ownNetwork,
  loopback,
  secretsOutside,
];

export interface JudgedMeasure {
  readonly measure: Measure;
  readonly state: MeasureState;
  /** As it is listed for this command: the flag of the measure, or that part of it which is missing. */
  readonly flag: string;
}

/** Every measure with its state on the command. */
export function judgeMeasures(subject: Subject): JudgedMeasure[] {
  return measures.map((measure) => {
    const state = measure.state(subject);
    return { measure, state, flag: (state.kind === 'absent' ? state.flag : undefined) ?? measure.flag };
  });
}

/** The measures that the command lacks. */
export function absentMeasures(subject: Subject): JudgedMeasure[] {
  return judgeMeasures(subject).filter(({ state }) => state.kind === 'absent');
}
