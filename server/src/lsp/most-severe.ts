/** Keeps what is sent for one document within what editors show. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';

/** VS Code shows no more of one document, and each keystroke sends them all again. */
const limit = 1000;

/** All diagnostics, or the most severe ones in the order of the text, and one in front that tells how many are missing. */
export function mostSevere(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= limit) {
    return [...diagnostics];
  }
  const severityOf = ({ severity }: Diagnostic) => severity ?? DiagnosticSeverity.Error;
  const kept = diagnostics
    .map((diagnostic, index) => ({ diagnostic, index }))
    .sort((one, other) => severityOf(one.diagnostic) - severityOf(other.diagnostic) || one.index - other.index)
    .slice(0, limit - 1)
    .sort((one, other) => one.index - other.index)
    .map(({ diagnostic }) => diagnostic);
  const missing = diagnostics.length - kept.length;
  const start = { line: 0, character: 0 };
  return [
    {
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: 'gantry',
      message: `${missing.toLocaleString('en')} less severe findings in this file are not shown here. "gantry lint" lists them all.`,
    },
    ...kept,
  ];
}
