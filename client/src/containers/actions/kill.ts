/** Sends a signal of the user's choice to the main process of containers. */
import { signalFacts, usualSignals } from '../../../../server/src/language/docker/values/words/signals.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../display-text.ts';
import type { PickItem, Ui } from '../ui.ts';
import { doToEach, namesOf, reportEach } from './each-target.ts';

/** What the containers themselves are stopped with, where they agree. */
async function stopSignalOf(targets: readonly Target[]): Promise<string | undefined> {
  try {
    const signals = new Set(await Promise.all(targets.slice(0, 10).map(async ({ engine, container }) => (await engine.inspectContainer(container.id)).stopSignal)));
    const [signal] = signals;
    return signals.size === 1 ? signal : undefined;
  } catch {
    // The list of signals is complete without it.
    return undefined;
  }
}

function signalItems(own: string | undefined): PickItem<string>[] {
  const names: readonly string[] = [...usualSignals, ...signalFacts.map(({ name }) => name).filter((name) => !name.startsWith('RT'))];
  const items = [...new Set(names)].flatMap((name): PickItem<string>[] => {
    const signal = signalFacts.find((each) => each.name === name);
    return signal === undefined ? [] : [{ label: `SIG${name}`, description: String(signal.number), detail: signal.meaning, value: `SIG${name}` }];
  });
  if (own === undefined) {
    return items;
  }
  const first = items.find(({ value }) => value === own) ?? { label: displayText(own, 40), value: own };
  return [{ ...first, description: [first.description, 'what stop sends to it'].filter((text) => text !== undefined).join(', ') }, ...items.filter(({ value }) => value !== own)];
}

async function isMeant(ui: Ui, signal: string, targets: readonly Target[]): Promise<boolean> {
  if (signal !== 'SIGKILL') {
    return true;
  }
  return ui.confirm({
    message: `Kill ${namesOf(targets)}?`,
    detail: 'SIGKILL ends the process at once: it cannot finish requests, write what it holds in memory or remove its lock files. Prefer Stop, which asks first and kills only when the grace period is over.',
    confirm: 'Kill',
  });
}

export const kill: ContainerAction = {
  id: 'kill',
  title: 'Send Signal…',
  group: 'lifecycle',
  states: ['running', 'paused', 'restarting'],
  many: true,
  run: async (targets, { ui }) => {
    const signal = await ui.pick({ title: `Send a Signal to ${namesOf(targets)}`, placeholder: 'The signal that the main process gets', items: signalItems(await stopSignalOf(targets)) });
    if (signal !== undefined && (await isMeant(ui, signal, targets))) {
      const results = await doToEach(targets, ({ engine, container }) => engine.kill(container.id, signal));
      reportEach(ui, results, { failed: `did not get ${displayText(signal, 40)}` });
    }
  },
};
