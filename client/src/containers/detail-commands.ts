/** What one can do with a line below a container: a port, a mount, a network, a variable or a process. The manifest is generated from this table. */
import { environmentValue } from './details.ts';
import type { DetailNode } from './node.ts';
import type { Ui } from './ui.ts';

export interface DetailCommand {
  /** The last part of the command's id: `gantry.containers.<id>`. */
  readonly id: string;
  readonly title: string;
  /** A codicon: the command is a button on the row. */
  readonly icon?: string;
  /** The word among the row's capabilities that offers it. */
  readonly capability: string;
  run(node: DetailNode, ui: Ui): Promise<void>;
}

export const detailCommands: readonly DetailCommand[] = [
  {
    id: 'openPort',
    title: 'Open in Browser',
    icon: 'globe',
    capability: 'url',
    run: async ({ url }, ui) => {
      if (url !== undefined) {
        await ui.openInBrowser(url);
      }
    },
  },
  {
    id: 'copyDetail',
    title: 'Copy Value',
    capability: 'detail',
    run: async (node, ui) => {
      // A masked value is not kept anywhere: it is asked for again.
      const value = node.section === 'environment' ? await environmentValue(node) : node.label;
      if (value === undefined) {
        ui.report({ severity: 'info', message: `The value of ${node.label} cannot be read any more.` });
      } else {
        await ui.copy(value);
      }
    },
  },
];
