/** Keeps what is sent for one document within what editors show. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { severities, type Severity } from '../language/rules/severities.ts';

/** VS Code shows no more of one document, and each keystroke sends them all again. */
const limit = 1000;

interface Rated {
  readonly severity: Severity;
}

/**
 * Says of each finding, asked about in the order of the text, whether it is sent: all are, or the most severe ones, so many
 * that a word about the rest has room too.
 */
export function mostSevere(findings: readonly (readonly Rated[])[]): (finding: Rated) => boolean {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const ofRegion of findings) {
    for (const { severity } of ofRegion) {
      counts[severity]++;
    }
  }
  if (counts.error + counts.warning + counts.info + counts.hint <= limit) {
    return () => true;
  }
  let room = limit - 1;
  for (const severity of severities) {
    counts[severity] = Math.min(counts[severity], room);
    room -= counts[severity];
  }
  return ({ severity }) => counts[severity]-- > 0;
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
