/** Keeps what is sent for one document within what editors show. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../language/rules/rule.ts';

/** VS Code shows no more of one document, and each keystroke sends them all again. */
const limit = 1000;

const mostSevereFirst: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** All findings, or the most severe ones in the order of the text, so many that a word about the rest has room too. */
export function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= limit) {
    return findings;
  }
  const kept = new Set<Finding>();
  for (const wanted of mostSevereFirst) {
    for (const finding of findings) {
      if (kept.size < limit - 1 && finding.severity === wanted) {
        kept.add(finding);
      }
    }
  }
  return findings.filter((finding) => kept.has(finding));
}

/** What stands in front of the findings that are sent when some are not. */
export function noticeOfMissing(missing: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'gantry',
    message: `${missing.toLocaleString('en')} less severe findings in this file are not shown here. "gantry lint" lists them all.`,
  };
}
