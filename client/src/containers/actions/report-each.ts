/** Says in one report what became of several containers: silent where the tree shows it anyway. */
import type { Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { messageOf, detailsOf } from '../../engine/plain-reason.ts';
import type { Report, Ui } from '../ui.ts';
import { doToEach, type Failure, type Manner, type Results } from './each-target.ts';

/** Names in one sentence. */
const mostNames = 5;

export interface Wording {
  /** `could not be stopped`. */
  readonly failed: string;
  /** `was not running`: what the engine's 304 means. */
  readonly unchanged?: string;
  /** `stopped`: for the count after a cancel. */
  readonly done?: string;
  /** `The engine goes on to stop`: what a cancel does not end. */
  readonly goesOn?: string;
  /** What the tree does not show of those where it worked: `got SIGHUP`. */
  readonly told?: string;
}

export function nameOf({ container: { name } }: Target): string {
  return displayText(name, 60);
}

/** `web, db and 3 more`. */
export function namesOf(targets: readonly Target[]): string {
  const names = targets.slice(0, mostNames).map(nameOf);
  return targets.length > mostNames ? `${names.join(', ')} and ${targets.length - mostNames} more` : names.join(', ');
}

function failedText(failed: readonly Failure[], wording: string): string[] {
  const [only] = failed;
  if (only === undefined) {
    return [];
  }
  return [failed.length === 1 ? `${nameOf(only.target)} ${wording}. ${messageOf(only.error)}` : `${failed.length} containers ${wording}: ${namesOf(failed.map(({ target }) => target))}.`];
}

function cancelledText({ done, unchanged, failed, abandoned, skipped, held }: Results, wording: Wording): string[] {
  if (abandoned.length + skipped.length === 0) {
    return [];
  }
  const total = done.length + unchanged.length + failed.length + abandoned.length + skipped.length + held.length;
  const count = total === 1 ? '' : ` after ${done.length + unchanged.length} of ${total} were ${wording.done ?? 'done'}`;
  const goesOn = abandoned.length === 0 ? '' : ` ${wording.goesOn ?? 'The engine may go on with'} ${namesOf(abandoned)}.`;
  return [`Gantry stopped waiting${count}.${goesOn}${skipped.length === 0 ? '' : ` Not begun: ${namesOf(skipped)}.`}`];
}

function detailsOfEach(failed: readonly Failure[]): string {
  const [only] = failed;
  if (failed.length === 1) {
    return detailsOf(only?.error);
  }
  return failed.map(({ target, error }) => `${nameOf(target)}: ${messageOf(error)}${detailsOf(error) === '' ? '' : `\n    ${detailsOf(error)}`}`).join('\n');
}

/** For several, `was not running` becomes `were not running`. */
function about(targets: readonly Target[], predicate: string | undefined): string[] {
  return targets.length === 0 || predicate === undefined ? [] : [`${namesOf(targets)} ${targets.length > 1 ? predicate.replace(/^was /, 'were ') : predicate}.`];
}

/** Undefined where there is nothing to say. */
export function reportOf(results: Results, wording: Wording): Report | undefined {
  const { done, unchanged, failed, held } = results;
  const sentences = [
    ...failedText(failed, wording.failed),
    ...(held.length === 0 ? [] : [`Left alone, because it depends on that: ${namesOf(held)}.`]),
    ...cancelledText(results, wording),
    ...about(unchanged, wording.unchanged),
    ...about(done, wording.told),
  ];
  if (sentences.length === 0) {
    return undefined;
  }
  return { severity: failed.length > 0 ? 'error' : 'info', message: sentences.join(' '), ...(failed.length > 0 && { details: detailsOfEach(failed) }) };
}

export function reportEach(ui: Ui, results: Results, wording: Wording): void {
  const report = reportOf(results, wording);
  if (report !== undefined) {
    ui.report(report);
  }
}

/** Several containers get a progress that can be cancelled, which ends what was not begun yet. `doing`: `Starting`. */
export async function doTogether(ui: Ui, doing: string, targets: readonly Target[], work: (target: Target, signal?: AbortSignal) => Promise<unknown>, manner: Pick<Manner, 'order'> = {}): Promise<Results> {
  if (targets.length < 2) {
    return doToEach(targets, work, manner);
  }
  return ui.progress({ title: `${doing} ${namesOf(targets)}`, cancellable: true }, (report, signal) =>
    doToEach(targets, (target) => work(target, signal), { ...manner, signal, finished: (count) => report(`${count} of ${targets.length}`) }),
  );
}
