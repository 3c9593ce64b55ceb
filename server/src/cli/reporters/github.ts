/** Findings as workflow commands of GitHub Actions, which shows them beside the changed lines. */
import type { Severity } from '../../language/rules/rule.ts';
import type { CheckedFile } from '../lint.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Line breaks would begin another command. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

export function githubReport(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, lines, findings }) =>
      findings.map(({ span, severity, ruleId, message }) => {
        const start = lines.positionAt(span.start);
        const end = lines.positionAt(span.end);
        const place = { file: path, line: start.line + 1, endLine: end.line + 1, col: start.column + 1, endColumn: end.column + 1, title: ruleId };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
      }),
    )
    .join('');
}
