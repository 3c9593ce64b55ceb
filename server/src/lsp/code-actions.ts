/** Answers `textDocument/codeAction`. */
import { CodeActionKind, type CodeAction as LspCodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllActions, quickFixes, rewrites, type CodeAction } from '../language/features/code-actions.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import type { Span } from '../language/text/span.ts';
import type { ClientFeatures } from './client-features.ts';
import { diagnosticOf } from './diagnostics.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** All safe fixes at once; editors may run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.gantry`;

const kinds: Readonly<Record<CodeAction['kind'], CodeActionKind>> = { quickfix: CodeActionKind.QuickFix, rewrite: CodeActionKind.RefactorRewrite, fixAll: fixAllKind };

/** Whether an action of the kind is asked for: everything is when nothing is said. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The diagnostics of the request that the action settles; our own where the editor sent none. */
function settled(document: TextDocument, { finding }: CodeAction, sent: readonly Diagnostic[]): Diagnostic[] {
  if (finding === undefined) {
    return [];
  }
  const own = diagnosticOf(document, finding);
  const same = sent.filter(({ code, range }) => code === own.code && range.start.line === own.range.start.line && range.start.character === own.range.start.character);
  return same.length > 0 ? same : [own];
}

export function codeActionsFor(document: TextDocument, snapshot: Snapshot, span: Span, context: CodeActionContext, client: ClientFeatures): LspCodeAction[] {
  const quick = isWanted(kinds.quickfix, context.only) ? quickFixes(snapshot, span) : [];
  // What already mends a finding is not offered twice.
  const others = isWanted(kinds.rewrite, context.only) ? rewrites(snapshot, span).filter(({ title }) => quick.every((action) => action.title !== title)) : [];
  const all = isWanted(kinds.fixAll, context.only) ? fixAllActions(snapshot) : [];
  return [...quick, ...others, ...all].map((action) => ({
    title: action.title,
    kind: kinds[action.kind],
    edit: workspaceEdit(document, action, client),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.finding === undefined ? {} : { diagnostics: settled(document, action, context.diagnostics) }),
  }));
}
