/** Asks how long a container may take to end by itself. */
import type { Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import type { Ui } from '../ui.ts';
import { namesOf } from './report-each.ts';

/** A day: whoever wants more wants -1. */
const longest = 86_400;

function problemOf(text: string): string | undefined {
  const seconds = Number(text.trim());
  if (text.trim() === '' || !Number.isInteger(seconds) || seconds < -1) {
    return 'Write whole seconds, or -1 to wait without an end.';
  }
  return seconds > longest ? `Write at most ${longest} seconds, or -1 to wait without an end.` : undefined;
}

/** What the container itself says, when it is the only one. */
async function ownPeriod(targets: readonly Target[]): Promise<{ readonly signal: string; readonly seconds: number } | undefined> {
  const [only, ...others] = targets;
  if (only === undefined || others.length > 0) {
    return undefined;
  }
  try {
    const { stopSignal, stopTimeout } = await only.engine.inspectContainer(only.container.id);
    return { signal: displayText(stopSignal, 20), seconds: stopTimeout ?? 10 };
  } catch {
    // The question can be asked without it; what is wrong shows when the answer is carried out.
    return undefined;
  }
}

/** Seconds, -1 for no end; undefined when the user dismisses the question. */
export async function askGracePeriod(ui: Ui, verb: 'Stop' | 'Restart', targets: readonly Target[]): Promise<number | undefined> {
  const own = await ownPeriod(targets);
  const signal = own?.signal ?? 'the stop signal';
  const answer = await ui.ask({
    title: `${verb} ${namesOf(targets)} with a Timeout`,
    prompt: `Seconds between ${signal} and SIGKILL; -1 waits without an end${own === undefined ? '' : `. Its own: ${own.seconds}`}`,
    value: String(own?.seconds ?? 10),
    validate: problemOf,
  });
  return answer === undefined ? undefined : Number(answer.trim());
}
