/** The action that makes all safe fixes at once. Its edits go over the whole document, so a list of actions only names it. */
import { CodeActionKind, type CodeAction as LspCodeAction } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllActions, fixAllTitle, offersFixAll } from '../language/features/code-actions.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import type { ClientFeatures } from './client-features.ts';
import { fieldOf } from './protocol.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** All safe fixes at once; editors may run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.gantry`;

/** Whether the action itself is asked for, not whatever there is. Such a request comes to apply it, and not every editor's set-up for saving asks for the edits. */
function isNamed(only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => wanted === fixAllKind || (wanted !== '' && fixAllKind.startsWith(`${wanted}.`))) === true;
}

export function fixAllFor(document: TextDocument, snapshot: Snapshot, only: readonly string[] | undefined, client: ClientFeatures): LspCodeAction[] {
  if (client.resolvesEdits && !isNamed(only)) {
    return offersFixAll(snapshot) ? [{ title: fixAllTitle, kind: fixAllKind, data: { fixAllOf: document.uri } }] : [];
  }
  return fixAllActions(snapshot).map((action) => ({ title: action.title, kind: fixAllKind, edit: workspaceEdit(document, action, client) }));
}

/** The address of the document that the chosen action is to mend; undefined for actions that have their edits. */
export function fixAllTarget(action: LspCodeAction): string | undefined {
  const uri = fieldOf(action.data, 'fixAllOf');
  return typeof uri === 'string' ? uri : undefined;
}

/** The action with its edits of the document as it is now, which may have changed since the action was listed. */
export function resolvedFixAll(action: LspCodeAction, document: TextDocument, snapshot: Snapshot, client: ClientFeatures): LspCodeAction {
  const [made] = fixAllActions(snapshot);
  return made === undefined ? action : { ...action, edit: workspaceEdit(document, made, client) };
}
