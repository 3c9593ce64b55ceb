/** Opens a published TCP port of a container in the browser. */
import type { ContainerAction } from '../action.ts';
import { distinctPorts, portText, portUrl } from '../port-text.ts';

export const openInBrowser: ContainerAction = {
  id: 'openInBrowser',
  title: 'Open in Browser',
  place: 'inspect',
  states: ['running'],
  capability: 'tcp-port',
  many: false,
  run: async (targets, { ui }) => {
    const addresses = targets.flatMap(({ container, host }) => distinctPorts(container.ports).flatMap((port) => ({ port, url: portUrl(port, host) })));
    const items = addresses.flatMap(({ port, url }) => (url === undefined ? [] : [{ label: url, description: portText(port), value: url }]));
    const [only] = items;
    const url = items.length > 1 ? await ui.pick({ title: 'Open in Browser', placeholder: 'Which of its ports', items }) : only?.value;
    if (url !== undefined) {
      await ui.openInBrowser(url);
    } else if (items.length === 0) {
      ui.report({ severity: 'info', message: 'The container publishes no TCP port any more.' });
    }
  },
};
