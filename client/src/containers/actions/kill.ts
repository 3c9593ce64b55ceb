/** Sends a signal of the user's choice to the main process of containers. */
import { activeStates } from '../../engine/container.ts';
import { signalFacts, usualSignals } from '../../../../server/src/language/docker/values/words/signals.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { plainText } from '../grammar-check.ts';
import type { PickItem, Ui } from '../ui.ts';
import { doTogether, namesOf, reportEach } from './report-each.ts';

/** The usual spelling of what may be written `TERM`, `sigterm` or `15`; any other text as it is. */
function spelledOut(text: string): string {
  const signal = signalFacts.find(({ name, number }) => text === String(number) || text.toUpperCase().replace(/^SIG/, '') === name);
  return signal === undefined ? text : `SIG${signal.name}`;
}

/** What the containers themselves are stopped with, where they agree. */
async function stopSignalOf(targets: readonly Target[]): Promise<string | undefined> {
  try {
    const signals = new Set(await Promise.all(targets.slice(0, 10).map(async ({ engine, container }) => spelledOut((await engine.inspectContainer(container.id)).stopSignal))));
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
    return signal === undefined ? [] : [{ label: `SIG${name}`, description: String(signal.number), detail: plainText(signal.meaning), value: `SIG${name}` }];
  });
  if (own === undefined) {
    return items;
  }
  const first = items.find(({ value }) => value === own) ?? { label: displayText(own, 40), value: own };
  return [{ ...first, description: [first.description, 'what Stop sends'].filter((text) => text !== undefined).join(', ') }, ...items.filter(({ value }) => value !== own)];
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
  place: 'lifecycle',
  states: activeStates,
  many: true,
  run: async (targets, { ui }) => {
    const signal = await ui.pick({ title: `Send a Signal to ${namesOf(targets)}`, placeholder: 'The signal that the main process gets', items: signalItems(await stopSignalOf(targets)) });
    if (signal !== undefined && (await isMeant(ui, signal, targets))) {
      const results = await doTogether(ui, 'Signalling', targets, ({ engine, container }, abort) => engine.kill(container.id, signal, { ...(abort !== undefined && { signal: abort }) }));
      const shown = displayText(signal, 40);
      // The end of a container shows in the tree; that it got another signal shows nowhere.
      reportEach(ui, results, { failed: `did not get ${shown}`, done: `sent ${shown}`, ...(signal !== 'SIGKILL' && { told: `got ${shown}` }) });
    }
  },
};
