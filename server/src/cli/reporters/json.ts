/** A flat array of findings for programs: 1-based lines, 1-based columns in UTF-16 units. */
import type { FileEdit } from '../checked-file.ts';
import { findingCount, type Reporter } from './reporter.ts';

function jsonEdit({ line, column, endLine, endColumn, newText }: FileEdit) {
  return { startLine: line, startColumn: column, endLine, endColumn, newText };
}

export const json: Reporter = {
  printsFixes: true,
  file({ path, findings }) {
    const told = findings.map(({ line, column, endLine, endColumn, severity, ruleId, message, fixes }) => ({
      path,
      line,
      column,
      endLine,
      endColumn,
      severity,
      ruleId,
      message,
      fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(jsonEdit) })),
    }));
    // The elements alone, as they stand in the array of all files.
    return JSON.stringify(told, undefined, 2).replace(/^\[|\n?\]$/g, '');
  },
  begin() {
    let before = '[';
    return {
      add(file) {
        if (findingCount(file) === 0) {
          return '';
        }
        const element = `${before}${file.text}`;
        before = ',';
        return element;
      },
      end: () => (before === '[' ? '[]\n' : '\n]\n'),
    };
  },
};
