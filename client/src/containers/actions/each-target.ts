/** Does the same to several containers at once, and says of each what became of it: silent where the tree shows it anyway. */
import { EngineError } from '../../engine/errors.ts';
import type { Outcome } from '../../engine/engine.ts';
import type { Target } from '../action.ts';
import { displayText } from '../display-text.ts';
import { inOrder, type Order } from '../start-order.ts';
import type { Ui } from '../ui.ts';

/** Calls that are under way together. More would make one window crowd out the engine's other users. */
const together = 6;
/** Names in one sentence. */
const mostNames = 5;

export interface Wording {
  /** `could not be stopped`. */
  readonly failed: string;
  /** `was not running`: what the engine's 304 means. */
  readonly unchanged?: string;
}

export interface Failure {
  readonly target: Target;
  readonly error: unknown;
}

export interface Results {
  readonly done: readonly Target[];
  readonly unchanged: readonly Target[];
  readonly failed: readonly Failure[];
  /** Not begun, because the user cancelled. */
  readonly skipped: readonly Target[];
}

/** `order` keeps what depends on each other apart: dependencies first, or last. */
export async function doToEach(targets: readonly Target[], work: (target: Target) => Promise<unknown>, order: Order = 'any', signal?: AbortSignal): Promise<Results> {
  const results = { done: [] as Target[], unchanged: [] as Target[], failed: [] as Failure[], skipped: [] as Target[] };
  const one = async (target: Target) => {
    if (signal?.aborted === true) {
      results.skipped.push(target);
      return;
    }
    try {
      const outcome = (await work(target)) as Outcome | undefined;
      results[outcome === 'unchanged' ? 'unchanged' : 'done'].push(target);
    } catch (error) {
      results.failed.push({ target, error });
    }
  };
  for (const level of inOrder(targets, order)) {
    const waiting = [...level];
    const worker = async () => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
        await one(target);
      }
    };
    await Promise.all(Array.from({ length: Math.min(together, waiting.length) }, worker));
  }
  return results;
}

/** `web, db and 3 more`. */
export function namesOf(targets: readonly Target[]): string {
  const names = targets.slice(0, mostNames).map(({ container }) => displayText(container.name, 60));
  return targets.length > mostNames ? `${names.join(', ')} and ${targets.length - mostNames} more` : names.join(', ');
}

export function messageOf(error: unknown): string {
  return error instanceof EngineError ? displayText(error.message, 300) : 'Something unexpected went wrong.';
}

export function detailsOf(error: unknown): string {
  return error instanceof EngineError ? error.details : String(error).slice(0, 2_000);
}

/** One report for all that failed, one for all that already was as asked; none where everything worked. */
export function reportEach(ui: Ui, { unchanged, failed }: Results, wording: Wording): void {
  const [only] = failed;
  if (only !== undefined && failed.length === 1) {
    ui.report({ severity: 'error', message: `${namesOf([only.target])} ${wording.failed}. ${messageOf(only.error)}`, details: detailsOf(only.error) });
  } else if (only !== undefined) {
    const lines = failed.map(({ target, error }) => `${displayText(target.container.name, 60)}: ${messageOf(error)}${detailsOf(error) === '' ? '' : `\n    ${detailsOf(error)}`}`);
    ui.report({ severity: 'error', message: `${failed.length} containers ${wording.failed}: ${namesOf(failed.map(({ target }) => target))}.`, details: lines.join('\n') });
  }
  if (unchanged.length > 0 && wording.unchanged !== undefined) {
    ui.report({ severity: 'info', message: `${namesOf(unchanged)} ${wording.unchanged}.` });
  }
}
