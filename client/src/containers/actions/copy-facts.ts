/** Puts what identifies containers on the clipboard: one line for each. */
import { containerStates, upStates } from '../../engine/container.ts';
import type { ContainerAction, Target } from '../action.ts';
import { displayText } from '../../text/display-text.ts';
import { namesOf } from './report-each.ts';

/** Longer than any name or image reference that Docker takes. */
const longest = 1024;

function copyAction(id: string, title: string, text: (target: Target) => string, rest: Partial<ContainerAction> = {}): ContainerAction {
  return {
    id,
    title,
    place: { submenu: 'copy' },
    states: containerStates,
    many: true,
    run: async (targets, { ui }) => {
      // Whoever pastes it into a terminal must not start what somebody wrote behind a line break.
      const lines = targets.map((target) => displayText(text(target), longest)).filter((line) => line !== '');
      if (lines.length === 0) {
        ui.report({ severity: 'info', message: `There is nothing to copy: ${namesOf(targets)} ${targets.length > 1 ? 'have' : 'has'} none.` });
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
export const copyIp = copyAction('copyIp', 'Copy IP Address', ({ container }) => container.networks.map(({ address }) => address).filter((address) => address !== '').join(' '), { states: upStates });
