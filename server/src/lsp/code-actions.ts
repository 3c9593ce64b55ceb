/** Answers `textDocument/codeAction`. */
import { CodeActionKind, type CodeAction as LspCodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { meets, quickFixes, rewrites, type CodeAction } from '../language/features/code-actions.ts';
import { disableActionsAt } from '../language/features/disable-actions.ts';
import { findingsOf, type Snapshot } from '../language/features/snapshot.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { Span } from '../language/text/span.ts';
import type { ClientFeatures } from './client-features.ts';
import { diagnosticOf } from './diagnostics.ts';
import { disableInConfiguration } from './disable-in-configuration.ts';
import { fixAllFor, fixAllKind } from './fix-all.ts';
import type { RuleLinks } from './rule-links.ts';
import type { WorkspaceConfigurations } from './workspace-configurations.ts';
import { workspaceEdit } from './workspace-edit.ts';

const kinds: Readonly<Record<CodeAction['kind'], CodeActionKind>> = { quickfix: CodeActionKind.QuickFix, rewrite: CodeActionKind.RefactorRewrite, fixAll: fixAllKind };

/** Whether an action of the kind is asked for: everything is when nothing is said. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The diagnostics of the request that the action settles; our own where the editor sent none. */
function diagnosticsFor(document: TextDocument, finding: Finding, sent: readonly Diagnostic[], links: RuleLinks): Diagnostic[] {
  const own = diagnosticOf(document, finding, links);
  const same = sent.filter(({ code, range }) => code === own.code && range.start.line === own.range.start.line && range.start.character === own.range.start.character);
  return same.length > 0 ? same : [own];
}

/** What a request for actions is answered from, beside the document. */
export interface ActionSurroundings {
  readonly client: ClientFeatures;
  readonly configurations: WorkspaceConfigurations;
  readonly links: RuleLinks;
  /** Rules that the settings of the editor name: they win over any configuration file. */
  readonly settled: (ruleId: string) => boolean;
}

/** The ways to switch off the rules of the findings that the span touches in the configuration file. */
function configurationActions(document: TextDocument, snapshot: Snapshot, span: Span, context: CodeActionContext, { client, configurations, links, settled: bySettings }: ActionSurroundings): LspCodeAction[] {
  const findings = new Map(findingsOf(snapshot).flatMap((finding) => (meets(finding.span, span) && !bySettings(finding.ruleId) ? [[finding.ruleId, finding] as const] : [])));
  return [...findings.values()].flatMap((finding) => {
    const action = disableInConfiguration(document.uri, finding, configurations, client);
    return action === undefined ? [] : [{ ...action, diagnostics: diagnosticsFor(document, finding, context.diagnostics, links) }];
  });
}

export function codeActionsFor(document: TextDocument, snapshot: Snapshot, span: Span, context: CodeActionContext, surroundings: ActionSurroundings): LspCodeAction[] {
  const { client, links } = surroundings;
  const quick = isWanted(kinds.quickfix, context.only) ? quickFixes(snapshot, span) : [];
  // What already mends a finding is not offered twice.
  const others = isWanted(kinds.rewrite, context.only) ? rewrites(snapshot, span).filter(({ title }) => quick.every((action) => action.title !== title)) : [];
  const all = isWanted(kinds.fixAll, context.only) ? fixAllFor(document, snapshot, context.only, client) : [];
  const style = document.languageId === 'mdx' || document.uri.endsWith('.mdx') ? 'mdx' : 'html';
  const disabling = isWanted(kinds.quickfix, context.only) ? disableActionsAt(snapshot, span, style) : [];
  const inConfiguration = isWanted(kinds.quickfix, context.only) ? configurationActions(document, snapshot, span, context, surroundings) : [];
  const ownActions = [...quick, ...disabling, ...others].map((action) => ({
    title: action.title,
    kind: kinds[action.kind],
    edit: workspaceEdit(document, action, client),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.finding === undefined ? {} : { diagnostics: diagnosticsFor(document, action.finding, context.diagnostics, links) }),
  }));
  const place = quick.length + disabling.length;
  return [...ownActions.slice(0, place), ...inConfiguration, ...ownActions.slice(place), ...all];
}
