/** A flat array of findings for programs: 1-based lines, 1-based columns in UTF-16 units. */
import type { CheckedFile, FileEdit } from '../checked-file.ts';

function jsonEdit({ line, column, endLine, endColumn, newText }: FileEdit) {
  return { startLine: line, startColumn: column, endLine, endColumn, newText };
}

export function jsonReport(files: readonly CheckedFile[]): string {
  const findings = files.flatMap(({ path, findings: found }) =>
    found.map(({ line, column, endLine, endColumn, severity, ruleId, message, fixes }) => ({
      path,
      line,
      column,
      endLine,
      endColumn,
      severity,
      ruleId,
      message,
      fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(jsonEdit) })),
    })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}
