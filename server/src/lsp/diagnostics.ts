/** Findings as the protocol's diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findingsOf, hasDirectives, type Snapshot } from '../language/features/snapshot.ts';
import { rules } from '../language/rules/index.ts';
import type { Finding, Rule } from '../language/rules/rule.ts';
import type { Severity } from '../language/rules/severities.ts';
import { mostSevere, noticeOfMissing } from './most-severe.ts';
import { rangeOf } from './protocol.ts';
import { RegionDiagnostics } from './region-diagnostics.ts';
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

/** What is sent of the findings of documents. */
export class Diagnostics {
  readonly #translate: (document: TextDocument, finding: Finding) => Diagnostic;
  readonly #ofRegions: RegionDiagnostics;

  constructor(links: RuleLinks) {
    this.#translate = (document, finding) => diagnosticOf(document, finding, links);
    this.#ofRegions = new RegionDiagnostics(this.#translate);
  }

  of(document: TextDocument, snapshot: Snapshot | undefined): Diagnostic[] {
    if (snapshot === undefined) {
      return [];
    }
    // What a comment switches off depends on the whole document.
    const ofDocument = hasDirectives(snapshot) ? findingsOf(snapshot) : undefined;
    const findings = ofDocument === undefined ? snapshot.regions.map((region) => region.findings) : [ofDocument];
    const isSent = mostSevere(findings);
    const diagnostics =
      ofDocument?.filter(isSent).map((finding) => this.#translate(document, finding)) ?? snapshot.regions.flatMap((region) => this.#ofRegions.of(document, region, isSent));
    const missing = findings.reduce((sum, { length }) => sum + length, -diagnostics.length);
    return missing === 0 ? diagnostics : [noticeOfMissing(missing), ...diagnostics];
  }
}
