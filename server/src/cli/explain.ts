/** `gantry explain`: the documentation of a rule in the terminal. */
import { styleText } from 'node:util';
import { nearest } from '../language/docker/values/scan/nearest.ts';
import { rulePage } from '../language/features/rule-page.ts';
import { rules } from '../language/rules/index.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exit-codes.ts';

/** Headings stand out, marks of Markdown that help nobody in a terminal go. */
function forTerminal(page: string, color: boolean): string {
  const styled = (style: Parameters<typeof styleText>[0], text: string) => (color ? styleText(style, text, { validateStream: false }) : text);
  let inCode = false;
  const lines = page.split('\n').flatMap((line) => {
    if (/^`{3,}/.test(line)) {
      inCode = !inCode;
      return [];
    }
    if (inCode) {
      return [styled('cyan', `    ${line}`)];
    }
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      return [styled('bold', heading)];
    }
    return [line.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1: $2')];
  });
  return lines.join('\n');
}

/** Prints the page of a rule, or the list of rules where none is asked for. */
export function explain(id: string | undefined, console: Console): number {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    console.out(rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.title}\n`).join(''));
    return exitCodes.clean;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const meant = nearest(id, rules.map((candidate) => candidate.id));
    console.err(`gantry: there is no rule "${id}". ${meant === undefined ? '"gantry explain" lists all rules.' : `Did you mean "${meant}"?`}\n`);
    return exitCodes.trouble;
  }
  console.out(forTerminal(rulePage(rule), console.color));
  return exitCodes.clean;
}
