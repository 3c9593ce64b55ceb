/** Which containers a view of statistics is about, as of now. */
import { isUp, type ContainerSummary } from '../engine/container.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import type { StatsSubject } from '../stats/stats-session.ts';
import { compareContainers } from './sorting.ts';
import { hostOf } from './targets.ts';

/** Those with the ids, running or not; with `all`, whatever runs. */
export function statsSubjects(engines: readonly LiveEngine[], wanted: readonly string[] | 'all'): StatsSubject[] {
  const isWanted = ({ id, state }: ContainerSummary) => (wanted === 'all' ? isUp(state) : wanted.includes(id));
  return engines.flatMap((live) => {
    const engine = live.status.kind === 'connected' ? live.status.engine : undefined;
    const isDistant = hostOf(live) !== undefined;
    return [...live.containers.values()].filter(isWanted).sort(compareContainers('name')).map(({ id, name, state }) => ({ engine, id, name, state, isDistant }));
  });
}
