/** Findings as workflow commands of GitHub Actions, which shows them beside the changed lines. */
import type { Severity } from '../../language/rules/severities.ts';
import type { Reporter } from './reporter.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Line breaks would begin another command. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

export const github: Reporter = {
  printsFixes: false,
  file: ({ path, findings }) =>
    findings
      .map(({ line, column, endLine, endColumn, severity, ruleId, message }) => {
        const place = { file: path, line, endLine, col: column, endColumn, title: ruleId };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
      })
      .join(''),
  begin: () => ({ add: ({ text }) => text, end: () => '' }),
};
