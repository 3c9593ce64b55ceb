/** Asks for a container when an action was called from the palette, without a row. */
import type { LiveEngine } from '../engine/live-engine.ts';
import type { ContainerState } from '../engine/container.ts';
import type { Target } from './action.ts';
import { compareContainers } from './sorting.ts';
import type { Ui } from './ui.ts';

/** Those in one of the states, of every engine that answers. */
export function eligibleTargets(engines: readonly LiveEngine[], states: readonly ContainerState[]): Target[] {
  return engines.flatMap(({ status, containers }) => {
    if (status.kind !== 'connected') {
      return [];
    }
    const { engine } = status;
    return [...containers.values()]
      .filter(({ state }) => states.includes(state))
      .sort(compareContainers('name'))
      .map((container) => ({ engine, container }));
  });
}

/** Undefined when the user dismisses the question; empty, and said, where no container is in one of the states. */
export async function pickTarget(ui: Ui, title: string, engines: readonly LiveEngine[], states: readonly ContainerState[]): Promise<readonly Target[] | undefined> {
  const failure = engines.map(({ status }) => status).find((status) => status.kind === 'failed');
  const targets = eligibleTargets(engines, states);
  if (targets.length === 0) {
    ui.report(
      failure?.kind === 'failed'
        ? { severity: 'error', message: failure.error.message, details: failure.error.details }
        : { severity: 'info', message: `${title.replace(/…$/, '')}: there is no container that is ${states.join(', ')}.` },
    );
    return [];
  }
  const engineName = (target: Target) => (engines.length > 1 ? engines.find(({ status }) => status.kind === 'connected' && status.engine === target.engine)?.name : undefined);
  const chosen = await ui.pick({
    title: title.replace(/…$/, ''),
    placeholder: 'Container',
    items: targets.map((target) => ({
      label: target.container.name,
      description: [target.container.image, target.container.state, engineName(target)].filter((part) => part !== undefined).join(' · '),
      value: target,
    })),
  });
  return chosen === undefined ? undefined : [chosen];
}
