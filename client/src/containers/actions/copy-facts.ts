/** Puts what identifies containers on the clipboard: one line for each. */
import { type ContainerAction, anyState, type Target } from '../action.ts';
import { displayText } from '../display-text.ts';

function copyAction(id: string, title: string, text: (target: Target) => string, rest: Partial<ContainerAction> = {}): ContainerAction {
  return {
    id,
    title,
    group: 'copy',
    states: anyState,
    many: true,
    run: async (targets, { ui }) => {
      const lines = targets.map(text).filter((line) => line !== '');
      if (lines.length === 0) {
        ui.report({ severity: 'info', message: `There is nothing to copy: ${targets.map(({ container }) => displayText(container.name, 60)).join(', ')} has none.` });
        return;
      }
      await ui.copy(lines.join('\n'));
    },
    ...rest,
  };
}

export const copyId = copyAction('copyId', 'Copy Id', ({ container }) => container.id);
export const copyName = copyAction('copyName', 'Copy Name', ({ container }) => container.name);
export const copyImage = copyAction('copyImage', 'Copy Image', ({ container }) => container.image);
export const copyIp = copyAction('copyIp', 'Copy IP Address', ({ container }) => container.networks.map(({ address }) => address).filter((address) => address !== '').join(' '), { states: ['running', 'paused'] });
