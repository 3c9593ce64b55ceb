/** A flat array of findings for programs: 1-based lines, 1-based columns in UTF-16 units. */
import type { TextEdit } from '../../language/text/edit.ts';
import type { LineIndex } from '../../language/text/line-index.ts';
import type { CheckedFile } from '../lint.ts';

interface JsonEdit {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly newText: string;
}

function jsonEdit(edit: TextEdit, lines: LineIndex): JsonEdit {
  const start = lines.positionAt(edit.span.start);
  const end = lines.positionAt(edit.span.end);
  return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1, newText: edit.newText };
}

export function jsonReport(files: readonly CheckedFile[]): string {
  const findings = files.flatMap(({ path, lines, findings: found }) =>
    found.map(({ span, severity, ruleId, message, fixes }) => {
      const start = lines.positionAt(span.start);
      const end = lines.positionAt(span.end);
      return {
        path,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        severity,
        ruleId,
        message,
        fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map((edit) => jsonEdit(edit, lines)) })),
      };
    }),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}
