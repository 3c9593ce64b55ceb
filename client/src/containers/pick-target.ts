/** Asks for a container when an action was called from the palette, without a row. */
import type { LiveEngine } from '../engine/live-engine.ts';
import type { ContainerState } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import { titleInText, type ServiceAction, type ServiceTarget, type Target } from './action.ts';
import { displayText } from '../text/display-text.ts';
import { compareContainers } from './sorting.ts';
import { targetsOn } from './targets.ts';
import type { Ui } from './ui.ts';

/** Those in one of the states, of every engine that answers. */
export function eligibleTargets(engines: readonly LiveEngine[], states: readonly ContainerState[]): Target[] {
  return engines.flatMap((live) => {
    const eligible = [...live.containers.values()].filter(({ state }) => states.includes(state));
    return targetsOn(live, eligible.sort(compareContainers('name')), engines.length === 1);
  });
}

/** Undefined when the user dismisses the question; empty, and said, where no container is in one of the states. */
export async function pickTarget(ui: Ui, title: string, engines: readonly LiveEngine[], states: readonly ContainerState[]): Promise<readonly Target[] | undefined> {
  const targets = eligibleTargets(engines, states);
  if (targets.length === 0) {
    reportNone(ui, engines, `${titleInText(title)}: there is no container that is ${states.join(', ')}.`);
    return [];
  }
  return pickOne(ui, title, targets, engines);
}

/** One of several; undefined when the user dismisses the question. Engines are named where there is more than one. */
export async function pickOne(ui: Ui, title: string, targets: readonly Target[], engines: readonly LiveEngine[]): Promise<readonly Target[] | undefined> {
  const engineName = (target: Target) => (engines.length > 1 ? engines.find(({ status }) => status.kind === 'connected' && status.engine === target.engine)?.name : undefined);
  const chosen = await ui.pick({
    title: titleInText(title),
    placeholder: 'Container',
    items: targets.map((target) => ({
      label: displayText(target.container.name),
      description: [displayText(target.container.image, 80), target.container.state, engineName(target)].filter((part) => part !== undefined).join(' · '),
      value: target,
    })),
  });
  return chosen === undefined ? undefined : [chosen];
}

/** The only engine that answers, or the one that the user picks; undefined, and said, where none answers. */
export async function pickEngine(ui: Ui, title: string, engines: readonly LiveEngine[]): Promise<Engine | undefined> {
  const items = engines.flatMap(({ name, status }) => (status.kind === 'connected' ? [{ label: name, description: `${status.description.product} ${status.description.version}`, value: status.engine }] : []));
  if (items.length === 0) {
    reportNone(ui, engines, 'No engine answers.');
  }
  return items.length > 1 ? ui.pick({ title: titleInText(title), placeholder: 'Engine', items }) : items[0]?.value;
}

/** A service on which the action works, of any swarm; undefined, and said, where there is none. */
export async function pickService(ui: Ui, { title, modes }: ServiceAction, engines: readonly LiveEngine[]): Promise<ServiceTarget | undefined> {
  const items = engines.flatMap(({ status, swarm }) => {
    if (status.kind !== 'connected') {
      return [];
    }
    const { engine } = status;
    return (swarm?.services ?? []).filter(({ mode }) => modes.includes(mode)).map((service) => ({ label: displayText(service.name), description: displayText(service.image, 80), value: { engine, service } }));
  });
  if (items.length === 0) {
    reportNone(ui, engines, 'There is no such service: the engine is no manager of a swarm, or runs none.');
    return undefined;
  }
  return ui.pick({ title: titleInText(title), placeholder: 'Service', items });
}

/** An engine that failed is the better explanation. */
function reportNone(ui: Ui, engines: readonly LiveEngine[], otherwise: string): void {
  const failure = engines.map(({ status }) => status).find((status) => status.kind === 'failed');
  ui.report(failure?.kind === 'failed' ? { severity: 'error', message: displayText(failure.error.message, 300), details: failure.error.details } : { severity: 'info', message: otherwise });
}
