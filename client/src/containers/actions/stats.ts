/** Shows what containers use. */
import { upStates } from '../../engine/container.ts';
import type { ContainerAction } from '../action.ts';

export const stats: ContainerAction = {
  id: 'stats',
  title: 'Show Stats',
  place: 'inspect',
  states: upStates,
  many: true,
  onGroups: true,
  run: (targets, { ui }) => {
    ui.showStats(targets.map(({ container }) => container.id));
    return Promise.resolve();
  },
};

export const usageInStatusBar: ContainerAction = {
  id: 'usageInStatusBar',
  title: 'Toggle Usage in Status Bar',
  place: { submenu: 'details' },
  states: upStates,
  many: false,
  run: ([target], { ui }) => {
    if (target !== undefined) {
      ui.toggleUsage(target.container.id);
    }
    return Promise.resolve();
  },
};
