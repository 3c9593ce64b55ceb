/** Actions that are one call for each container and need no question. */
import type { CallOptions } from '../../engine/engine.ts';
import type { ContainerAction, Target } from '../action.ts';
import type { Order } from '../start-order.ts';
import { doTogether, reportEach, type Wording } from './report-each.ts';

interface Simple extends Omit<ContainerAction, 'run' | 'many'> {
  /** `Starting`. */
  readonly doing: string;
  readonly wording: Wording;
  readonly order?: Order;
  call(target: Target, options: CallOptions): Promise<unknown>;
}

export function simpleAction({ doing, wording, order = 'any', call, ...action }: Simple): ContainerAction {
  return {
    ...action,
    many: true,
    run: async (targets, { ui }) => {
      const results = await doTogether(ui, doing, targets, (target, signal) => call(target, { ...(signal !== undefined && { signal }) }), { order });
      reportEach(ui, results, wording);
    },
  };
}
