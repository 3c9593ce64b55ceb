/** A container that ends again and again, and is started again by its policy. */
import { restartPolicyText } from '../../engine/container.ts';
import type { Evidence } from '../evidence.ts';
import { type Cause, code } from '../finding.ts';

/** Starts that make a loop. */
const least = 3;
/** Milliseconds within which they count. */
const window = 600_000;

/** Milliseconds since 1970 of the last deaths, oldest first. */
function deaths({ events, now }: Evidence): number[] {
  return events.filter(({ action, time }) => action === 'die' && time > now - window).map(({ time }) => time);
}

function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 10 ? `${value.toFixed(1)} s` : value < 120 ? `${Math.round(value)} s` : `${Math.round(value / 60)} min`;
}

/** `1.2 s, 1.6 s, 2.4 s`: the time from one end to the next. */
export function rhythmOf(evidence: Evidence): string | undefined {
  const times = deaths(evidence).slice(-7);
  const gaps = times.slice(1).map((time, index) => seconds(time - (times[index] ?? 0)));
  return gaps.length === 0 ? undefined : gaps.join(', ');
}

const restartLoop: Cause = (evidence) => {
  const { limits: { restart }, restartCount, exitCode, state } = evidence.container;
  const count = deaths(evidence).length;
  const loops = state === 'restarting' || (restartCount >= least && count >= least);
  if (restart.name === 'no' || !loops) {
    return undefined;
  }
  const rhythm = rhythmOf(evidence);
  const policy = restartPolicyText(restart);
  return {
    cause: 'restart-loop',
    title: `It ends and is started again, ${restartCount} times so far, by its policy ${code(policy)}`,
    explanation: `The engine waits 100 ms before the first new start and twice as long before each next one, up to a minute; after ten seconds of life it begins anew.${rhythm === undefined ? '' : ` From one end to the next it took ${rhythm}.`}${state === 'restarting' ? ` It ended with exit code ${exitCode} the last time.` : ''} The loop is not the cause, and hides it: the other causes here tell why it ends.`,
    steps: [{ text: 'Read the log of the last runs.', action: 'logs' }, { text: 'Stop the loop while you look.', action: 'stopWithTimeout' }, { text: 'Bound it: `--restart on-failure:5`.', action: 'updateLimits' }],
  };
};

export const restartCauses: readonly Cause[] = [restartLoop];
