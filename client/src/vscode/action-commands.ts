/** Carries out actions: on the rows of a context menu, on the selection, or on what the user picks from the palette. */
import * as vscode from 'vscode';
import { containerActions, engineActions, serviceActions } from '../containers/actions/index.ts';
import { titleInText, type ActionContext, type ContainerAction, type EngineAction, type ServiceAction } from '../containers/action.ts';
import { linkCommand } from '../containers/action-link.ts';
import { detailCommands } from '../containers/detail-commands.ts';
import { chosenRows, lostRow } from '../containers/menu-rows.ts';
import type { TreeNode } from '../containers/node.ts';
import { pickEngine, pickOne, pickService, pickTarget } from '../containers/pick-target.ts';
import { targetsFor, targetsOn } from '../containers/targets.ts';
import type { Row } from '../containers/tree-rows.ts';
import { stepActions } from '../diagnose/finding.ts';
import { EngineError } from '../engine/errors.ts';
import type { Explorer } from './explorer.ts';

async function runOnContainers(action: ContainerAction, explorer: Explorer, context: ActionContext, nodes: readonly TreeNode[]): Promise<void> {
  if (!nodes.some(({ kind }) => kind === 'container' || kind === 'group')) {
    const picked = await explorer.withEngines(() => pickTarget(context.ui, action.title, explorer.tree.engines, action.states));
    if (picked !== undefined && picked.length > 0) {
      await action.run(picked, context);
    }
    return;
  }
  const { targets, report } = targetsFor(action, nodes, explorer.tree.engines.length);
  if (report !== undefined) {
    context.ui.report(report);
  }
  const chosen = action.many || targets.length < 2 ? targets : await pickOne(context.ui, action.title, targets, explorer.tree.engines);
  if (chosen !== undefined && chosen.length > 0) {
    await action.run(chosen, context);
  }
}

async function runOnService(action: ServiceAction, explorer: Explorer, context: ActionContext, nodes: readonly TreeNode[]): Promise<void> {
  const [node] = nodes;
  const status = node?.live.status;
  const target = node?.kind === 'service' && status?.kind === 'connected' ? { engine: status.engine, service: node.service } : await explorer.withEngines(() => pickService(context.ui, action, explorer.tree.engines));
  if (target !== undefined) {
    await action.run(target, context);
  }
}

async function runOnEngine(action: EngineAction, explorer: Explorer, context: ActionContext, nodes: readonly TreeNode[]): Promise<void> {
  const status = nodes[0]?.live.status;
  const engine = status?.kind === 'connected' ? status.engine : await explorer.withEngines(() => pickEngine(context.ui, action.title, explorer.tree.engines));
  if (engine !== undefined) {
    await action.run(engine, context);
  }
}

/** A link of a report. What it names is looked up, and only what such a link may do is done. */
async function runLinked(explorer: Explorer, context: ActionContext, id: string, container: string): Promise<void> {
  const action = containerActions.find((each) => each.id === id && stepActions.some((allowed) => allowed === id));
  const nodes = await explorer.withEngines(() => Promise.resolve(explorer.tree.engines.flatMap((live) => {
    const found = live.containers.get(container);
    return found === undefined ? [] : [{ live, found }];
  })));
  const [target] = nodes.flatMap(({ live, found }) => targetsOn(live, [found], explorer.tree.engines.length === 1));
  if (action === undefined || target === undefined) {
    context.ui.report({ severity: 'info', message: 'The container is not there any more.' });
  } else if (!action.states.includes(target.container.state)) {
    context.ui.report({ severity: 'info', message: `“${titleInText(action.title)}” is not possible while the container is ${target.container.state}.` });
  } else {
    await action.run([target], context);
  }
}

export function registerActionCommands(explorer: Explorer, context: ActionContext, log: vscode.LogOutputChannel): vscode.Disposable {
  /** `needsRow`: it stands in menus of rows alone, which always have one; that of the view may have none. */
  const register = (id: string, run: (nodes: readonly TreeNode[]) => Promise<void>, needsRow = true) =>
    vscode.commands.registerCommand(id, async (...handed: readonly unknown[]) => {
      const chosen = chosenRows<Row>(handed);
      if (chosen.kind === 'lost' && needsRow) {
        context.ui.report({ severity: 'info', message: lostRow });
        return;
      }
      try {
        await run(chosen.kind === 'rows' ? chosen.rows.map(({ node }) => node) : explorer.selection);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        const message = error instanceof EngineError ? error.message : 'Something unexpected went wrong. The Gantry log has the details.';
        context.ui.report({ severity: 'error', message, ...(error instanceof EngineError && { details: error.details }) });
      }
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(linkCommand, (action: unknown, container: unknown) => runLinked(explorer, context, String(action), String(container))),
    ...containerActions.map((action) => register(`gantry.containers.${action.id}`, (nodes) => runOnContainers(action, explorer, context, nodes))),
    ...serviceActions.map((action) => register(`gantry.services.${action.id}`, (nodes) => runOnService(action, explorer, context, nodes))),
    ...engineActions.map((action) => register(`gantry.engine.${action.id}`, (nodes) => runOnEngine(action, explorer, context, nodes), false)),
    ...detailCommands.map((command) =>
      register(`gantry.containers.${command.id}`, async ([node]) => {
        if (node?.kind === 'detail') {
          await command.run(node, context.ui);
        }
      }),
    ),
  );
}
