/** Findings for people: one line each, and a summary. */
import { styleText } from 'node:util';
import { severities, type Severity } from '../../language/rules/severities.ts';
import { printable } from '../console.ts';
import { postureReport } from './posture.ts';
import type { ReportedFile, Reporter } from './reporter.ts';

type Style = Parameters<typeof styleText>[0];

const colors: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function summary(files: readonly ReportedFile[], fixed: number): string {
  const counts = severities.flatMap((severity) => {
    const count = files.reduce((sum, file) => sum + file.counts[severity], 0);
    return count === 0 ? [] : [counted(count, severity)];
  });
  const fixable = files.reduce((sum, file) => sum + file.fixable, 0);
  const checkedFiles = counted(files.length, 'file');
  const repaired = fixed === 0 ? '' : `${fixed} fixed. `;
  const hint = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  return counts.length === 0 ? `${repaired}No findings in ${checkedFiles}.` : `${repaired}${counts.join(', ')} in ${checkedFiles}.${hint}`;
}

export const text: Reporter = {
  printsFixes: false,
  file({ path, findings, postures }, { color }) {
    const style = (format: Style, words: string) => (color ? styleText(format, words, { validateStream: false }) : words);
    const name = printable(path);
    const found = findings.map(({ line, column, severity, message, ruleId }) => {
      const place = `${name}:${line}:${column}`;
      return `${style('bold', place)} ${style(colors[severity], severity)} ${printable(message)} ${style('dim', ruleId)}\n`;
    });
    return [found.join(''), postureReport(path, postures)].filter((part) => part !== '').join('\n');
  },
  whole(files, { fixed }) {
    // Tables need room around them; findings alone stand one below the other.
    const report = files.map((file) => file.text).filter((each) => each !== '').join(files.some(({ hasPosture }) => hasPosture) ? '\n' : '');
    return `${report}${report === '' ? '' : '\n'}${summary(files, fixed)}\n`;
  },
};
