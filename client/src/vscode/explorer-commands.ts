/** Carries out the commands of the view itself. */
import * as vscode from 'vscode';
import type { ExplorerSettings } from '../../../shared/explorer-settings.ts';
import type { Ui } from '../containers/ui.ts';
import type { ViewCommandId } from '../containers/view-commands.ts';
import { askContext, askFilter, askGrouping, askOrder } from '../containers/view-questions.ts';
import { initialViewState } from '../containers/view-state.ts';
import { listContexts } from '../engine/contexts.ts';
import type { Explorer } from './explorer.ts';
import type { Reports } from './reports.ts';

export function registerExplorerCommands(explorer: Explorer, ui: Ui, reports: Reports): vscode.Disposable {
  const commands: Readonly<Record<ViewCommandId, () => Promise<void>>> = {
    filter: async () => {
      const text = await askFilter(ui, explorer.state.text);
      if (text !== undefined) {
        await explorer.setState({ text: text.trim() });
      }
    },
    clearFilter: () => explorer.setState({ text: '' }),
    refresh: () => explorer.refresh(),
    statsAll: () => {
      ui.showStats('all');
      return Promise.resolve();
    },
    hideStopped: () => explorer.setState({ hideStopped: true }),
    showStopped: () => explorer.setState({ hideStopped: false }),
    showWorkspaceOnly: () => explorer.setState({ workspaceOnly: true }),
    showAllWorkspaces: () => explorer.setState({ workspaceOnly: false }),
    showAll: () => explorer.setState(initialViewState),
    groupBy: async () => {
      const { groupBy, groupByLabel } = explorer.settings.containers;
      const grouping = await askGrouping(ui, groupBy, groupByLabel);
      if (grouping !== undefined) {
        await write(ui, { ...(grouping.groupByLabel !== undefined && { 'containers.groupByLabel': grouping.groupByLabel }), 'containers.groupBy': grouping.groupBy });
      }
    },
    sortBy: async () => {
      const sortBy = await askOrder(ui, explorer.settings.containers.sortBy);
      if (sortBy !== undefined) {
        await write(ui, { 'containers.sortBy': sortBy });
      }
    },
    selectEngine: async () => {
      const { contexts } = await listContexts(explorer.machine);
      const context = await askContext(ui, contexts, explorer.settings.engine.context, explorer.machine.environment['DOCKER_HOST'] ?? '');
      if (context !== undefined) {
        await select(ui, context, explorer.settings);
      }
    },
    showEngineConnection: () =>
      explorer.withEngines(async () => {
        await reports.show('/Engine Connection.md', () => Promise.resolve(explorer.explain()));
      }),
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(`gantry.containers.${id}`, run)));
}

/** Where the user has set it before, else for the user. */
async function write(ui: Ui, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('gantry');
  try {
    for (const [name, value] of Object.entries(settings)) {
      const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
      await configuration.update(name, value, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
    }
  } catch (error) {
    ui.report({ severity: 'error', message: 'The setting could not be written.', details: String(error) });
  }
}

/** For this window alone where it has a folder to keep the setting in. A configured host or list of engines would hide the choice. */
async function select(ui: Ui, context: string, { engine, engines }: ExplorerSettings): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('gantry');
  const target = vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  try {
    await configuration.update('engine.context', context === '' ? undefined : context, target);
  } catch (error) {
    ui.report({ severity: 'error', message: 'The setting gantry.engine.context could not be written.', details: String(error) });
    return;
  }
  if (engine.host !== '') {
    ui.report({ severity: 'warning', message: 'The setting gantry.engine.host names an engine and comes before every context: empty it to see this one.' });
  } else if (engines !== 'current' && engines !== 'all') {
    ui.report({ severity: 'warning', message: 'The setting gantry.engines lists the engines to show: set it to "current" to see this one.' });
  }
}
