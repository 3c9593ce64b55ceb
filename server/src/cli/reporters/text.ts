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

/** Counts what the summary tells. */
class Totals {
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  #files = 0;
  #fixable = 0;

  add({ counts, fixable }: ReportedFile): void {
    this.#files++;
    this.#fixable += fixable;
    for (const severity of severities) {
      this.#counts[severity] += counts[severity];
    }
  }

  summary(fixed: number): string {
    const found = severities.flatMap((severity) => (this.#counts[severity] === 0 ? [] : [counted(this.#counts[severity], severity)]));
    const files = counted(this.#files, 'file');
    const repaired = fixed === 0 ? '' : `${fixed} fixed. `;
    const hint = this.#fixable === 0 ? '' : ` ${this.#fixable} can be fixed with --fix.`;
    return found.length === 0 ? `${repaired}No findings in ${files}.` : `${repaired}${found.join(', ')} in ${files}.${hint}`;
  }
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
  begin() {
    const totals = new Totals();
    let last: ReportedFile | undefined;
    return {
      add(file) {
        totals.add(file);
        if (file.text === '') {
          return '';
        }
        // Tables need room around them; findings alone stand one below the other.
        const needsRoom = last !== undefined && (file.hasPosture || last.hasPosture);
        last = file;
        return `${needsRoom ? '\n' : ''}${file.text}`;
      },
      end: ({ fixed }) => `${last === undefined ? '' : '\n'}${totals.summary(fixed)}\n`,
    };
  },
};
