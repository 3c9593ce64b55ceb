/** The quick fix that switches a rule off in the configuration file of the document, or in a new one at the top of the workspace. */
import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newConfiguration, setRuleSeverity } from '../language/configuration/edit-configuration.ts';
import { isPackageFile } from '../language/configuration/load.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { ClientFeatures } from './client-features.ts';
import { editOf } from './protocol.ts';
import type { WorkspaceConfigurations } from './workspace-configurations.ts';

function newFile(uri: string, ruleId: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: newConfiguration(ruleId, 'off') }] },
    ],
  };
}

function changedFile(file: string, ruleId: string, configurations: WorkspaceConfigurations, client: ClientFeatures): WorkspaceEdit | undefined {
  const text = configurations.textOf(file);
  const edits = text === undefined ? [] : setRuleSeverity(text, isPackageFile(file), ruleId, 'off');
  if (text === undefined || edits.length === 0) {
    return undefined;
  }
  const uri = configurations.uriOf(file);
  const document = TextDocument.create(uri, 'json', 0, text);
  const changes = edits.map((edit) => editOf(document, edit));
  const version = configurations.openDocument(file)?.version ?? null;
  return client.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}

/** Undefined where the file is broken, cannot be made, or the document lies outside the workspace. */
export function disableInConfiguration(uri: string, { ruleId }: Finding, configurations: WorkspaceConfigurations, client: ClientFeatures): CodeAction | undefined {
  const file = configurations.fileFor(uri);
  if (file === undefined || (!file.exists && !client.createsFiles)) {
    return undefined;
  }
  const edit = file.exists ? changedFile(file.path, ruleId, configurations, client) : newFile(configurations.uriOf(file.path), ruleId);
  return edit === undefined ? undefined : { title: `Disable ${ruleId} in the workspace configuration`, kind: CodeActionKind.QuickFix, edit };
}
