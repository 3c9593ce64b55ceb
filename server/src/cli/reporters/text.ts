/** Findings for people: one line each, and a summary. */
import { styleText } from 'node:util';
import type { Severity } from '../../language/rules/rule.ts';
import { printable } from '../console.ts';
import type { CheckedFile } from '../checked-file.ts';
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
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  let fixable = 0;
  for (const { findings } of files) {
    for (const { severity, hasSafeFix } of findings) {
      counts[severity]++;
      fixable += hasSafeFix ? 1 : 0;
    }
  }
  const found = words.flatMap(([severity, one, many]) => (counts[severity] === 0 ? [] : [counted(counts[severity], one, many)]));
  const checkedFiles = counted(files.length, 'file', 'files');
  const repaired = fixed === 0 ? '' : `${fixed} fixed. `;
  if (found.length === 0) {
    return `${repaired}No findings in ${checkedFiles}.`;
  }
  const hint = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  return `${repaired}${found.join(', ')} in ${checkedFiles}.${hint}`;
}

export function textReport(files: readonly CheckedFile[], options: { color: boolean; fixed: number }): string {
  const style = (format: Style, text: string) => (options.color ? styleText(format, text, { validateStream: false }) : text);
  const reports = files.flatMap(({ path, findings, postures }) => {
    const name = printable(path);
    const found = findings.map(({ line, column, severity, message, ruleId }) => {
      const place = `${name}:${line}:${column}`;
      return `${style('bold', place)} ${style(colors[severity], severity)} ${printable(message)} ${style('dim', ruleId)}\n`;
    });
    const posture = postureReport(path, postures);
    return [found.join(''), posture].filter((report) => report !== '');
  });
  // Tables need room around them; findings alone stand one below the other.
  const report = reports.join(files.some(({ postures }) => postures.length > 0) ? '\n' : '');
  return `${report}${report === '' ? '' : '\n'}${summary(files, options.fixed)}\n`;
}
