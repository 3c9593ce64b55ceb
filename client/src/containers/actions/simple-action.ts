/** Actions that are one call for each container and need no question. */
import type { ContainerAction, Target } from '../action.ts';
import type { Order } from '../start-order.ts';
import { doToEach, reportEach, type Wording } from './each-target.ts';

type Simple = Omit<ContainerAction, 'run' | 'many'> & Wording & { readonly order?: Order; call(target: Target): Promise<unknown> };

export function simpleAction({ failed, unchanged, order, call, ...action }: Simple): ContainerAction {
  return {
    ...action,
    many: true,
    run: async (targets, { ui }) => reportEach(ui, await doToEach(targets, call, order), { failed, ...(unchanged !== undefined && { unchanged }) }),
  };
}
