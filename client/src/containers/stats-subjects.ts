/** Which containers a view of statistics is about, as of now. */
import { isUp, type ContainerSummary } from '../engine/container.ts';
import type { LiveEngine } from '../engine/live-engine.ts';
import type { StatsSubject } from '../stats/stats-session.ts';
import { compareContainers } from './sorting.ts';
import { hostOf } from './targets.ts';

/** Those with the ids, running or not; with `all`, whatever runs. Each once, although several contexts may lead to its engine: where that answers. */
export function statsSubjects(engines: readonly LiveEngine[], wanted: readonly string[] | 'all'): StatsSubject[] {
  const isWanted = ({ id, state }: ContainerSummary) => (wanted === 'all' ? isUp(state) : wanted.includes(id));
  const subjects = engines.flatMap((live) => {
    const engine = live.status.kind === 'connected' ? live.status.engine : undefined;
    const isDistant = hostOf(live) !== undefined;
    return [...live.containers.values()].filter(isWanted).sort(compareContainers('name')).map(({ id, name, state }) => ({ engine, id, name, state, isDistant }));
  });
  const answering = new Set(subjects.filter(({ engine }) => engine !== undefined).map(({ id }) => id));
  const seen = new Set<string>();
  return subjects.filter(({ id, engine }) => {
    const isFirst = !seen.has(id) && (engine !== undefined || !answering.has(id));
    if (isFirst) {
      seen.add(id);
    }
    return isFirst;
  });
}
