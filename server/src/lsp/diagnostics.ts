/** Findings as the protocol's diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findingsOf, type Snapshot } from '../language/features/snapshot.ts';
import { rules } from '../language/rules/index.ts';
import type { Finding, Rule, Severity } from '../language/rules/rule.ts';
import { mostSevere, noticeOfMissing } from './most-severe.ts';
import { rangeOf } from './protocol.ts';
import type { RuleLinks } from './rule-links.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<NonNullable<Rule['tag']>, DiagnosticTag>> = {
  deprecated: DiagnosticTag.Deprecated,
  unnecessary: DiagnosticTag.Unnecessary,
};

const tagByRule = new Map(rules.flatMap(({ id, tag }) => (tag === undefined ? [] : [[id, tags[tag]] as const])));

export function diagnosticOf(document: TextDocument, finding: Finding, links: RuleLinks): Diagnostic {
  const page = links(finding.ruleId);
  const tag = tagByRule.get(finding.ruleId);
  return {
    range: rangeOf(document, finding.span),
    severity: severities[finding.severity],
    source: 'gantry',
    code: finding.ruleId,
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(tag === undefined ? {} : { tags: [tag] }),
  };
}

/** What is sent of the document's findings. */
export function diagnosticsOf(document: TextDocument, snapshot: Snapshot | undefined, links: RuleLinks): Diagnostic[] {
  const findings = snapshot === undefined ? [] : findingsOf(snapshot);
  const sent = mostSevere(findings);
  const diagnostics = sent.map((finding) => diagnosticOf(document, finding, links));
  return sent.length === findings.length ? diagnostics : [noticeOfMissing(findings.length - sent.length), ...diagnostics];
}
