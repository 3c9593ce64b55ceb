/** The count in the status bar. */
import type { LiveEngine } from '../engine/live-engine.ts';

/** Undefined where no engine answers. */
export function statusSummary(engines: readonly LiveEngine[]): { readonly text: string; readonly tooltip: string } | undefined {
  const containers = engines.filter(({ status }) => status.kind === 'connected').map((live) => [...live.containers.values()]);
  if (containers.length === 0) {
    return undefined;
  }
  // Two contexts may lead to the same engine.
  const all = [...new Map(containers.flat().map((container) => [container.id, container])).values()];
  const running = all.filter(({ state }) => state === 'running').length;
  const unhealthy = all.filter(({ state, health }) => state === 'running' && health === 'unhealthy').length;
  return { text: `${running}/${all.length}`, tooltip: `${running} of ${all.length} containers are running${unhealthy === 0 ? '' : `, ${unhealthy} unhealthy`}` };
}
