/** Findings for people: one line each, and a summary. */
import { styleText } from 'node:util';
import type { Severity } from '../../language/rules/rule.ts';
import { printable } from '../console.ts';
import type { CheckedFile } from '../lint.ts';
import { postureReport } from './posture.ts';

type Style = Parameters<typeof styleText>[0];

const colors: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };
const words: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'info', 'infos'],
  ['hint', 'hint', 'hints'],
];

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function summary(files: readonly CheckedFile[], fixed: number): string {
  const findings = files.flatMap((file) => file.findings);
  const checkedFiles = counted(files.length, 'file', 'files');
  const repaired = fixed === 0 ? '' : `${fixed} fixed. `;
  if (findings.length === 0) {
    return `${repaired}No findings in ${checkedFiles}.`;
  }
  const counts = words.flatMap(([severity, one, many]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  const fixable = findings.filter(({ hasSafeFix }) => hasSafeFix).length;
  const hint = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  return `${repaired}${counts.join(', ')} in ${checkedFiles}.${hint}`;
}

export function textReport(files: readonly CheckedFile[], options: { color: boolean; fixed: number }): string {
  const style = (format: Style, text: string) => (options.color ? styleText(format, text, { validateStream: false }) : text);
  const reports = files.flatMap(({ path, lines, findings, postures }) => {
    const found = findings.map(({ span, severity, message, ruleId }) => {
      const { line, column } = lines.positionAt(span.start);
      const place = `${printable(path)}:${line + 1}:${column + 1}`;
      return `${style('bold', place)} ${style(colors[severity], severity)} ${printable(message)} ${style('dim', ruleId)}\n`;
    });
    const posture = postureReport(path, postures, lines);
    return [found.join(''), posture].filter((report) => report !== '');
  });
  // Tables need room around them; findings alone stand one below the other.
  const report = reports.join(files.some(({ postures }) => postures.length > 0) ? '\n' : '');
  return `${report}${report === '' ? '' : '\n'}${summary(files, options.fixed)}\n`;
}
