/** What stands in front of a command in cmd.exe: `if exist x`, `else`, `for %%i in (…) do`, `call`, `start`, `cmd /c`. */
import { matchAt } from './match-at.ts';
import type { Span } from '../text/span.ts';

const operand = String.raw`(?:"[^"\n]{0,300}"|[^\s"()=]{1,300})`;
const gap = String.raw`(?:[ \t]+|[ \t]*(?=\())`;
const condition = String.raw`(?:exist[ \t]+${operand}|defined[ \t]+${operand}|errorlevel[ \t]+${operand}|${operand}[ \t]*==[ \t]*${operand}|${operand}[ \t]+(?:equ|neq|lss|leq|gtr|geq)[ \t]+${operand})`;

const leads: readonly RegExp[] = [
  new RegExp(String.raw`if[ \t]+(?:/i[ \t]+)?(?:not[ \t]+)?${condition}${gap}`, 'iy'),
  new RegExp(`else${gap}`, 'iy'),
  /call[ \t]+/iy,
  /start[ \t]+(?:"[^"\n]{0,300}"[ \t]+)?(?:\/d[ \t]+\S{1,300}[ \t]+|\/[a-z]+[ \t]+)*/iy,
];

const loop = /for[ \t]+(?:\/[a-z][ \t]+)?(?:"[^"\n]{0,300}"[ \t]+|[^\s%"]{1,300}[ \t]+)?%{1,2}[a-z][ \t]+in[ \t]*\(([^\n]{0,1000}?)\)[ \t]*do(?:[ \t]+|[ \t]*(?=\())/iy;
const run = /cmd(?:\.exe)?(?:[ \t]+\/[a-z:]+)*?[ \t]+\/[ck][ \t]+/iy;

export interface StatementLead {
  readonly length: number;
  /** A command line of its own, in which `^` is in front of pipes and redirections that count. */
  readonly inner?: Span;
}

/** The set of `for /f`, where it is the output of a command: `('program -q')`. */
function commandOfLoop(lead: string, set: string, position: number): Span | undefined {
  const text = set.trim();
  if (text.length < 2 || !/^(['`]).*\1$/.test(text)) {
    return undefined;
  }
  const start = position + lead.indexOf(text, lead.indexOf('(')) + 1;
  return { start, end: start + text.length - 2 };
}

/** What stands in front of the command at the position, and can stand there again. */
export function statementLead(text: string, position: number): StatementLead | undefined {
  loop.lastIndex = position;
  const [looped, set = ''] = loop.exec(text) ?? [];
  if (looped !== undefined) {
    const inner = commandOfLoop(looped, set, position);
    return { length: looped.length, ...(inner && { inner }) };
  }
  const ran = matchAt(run, text, position);
  if (ran !== undefined) {
    const start = position + ran.length;
    const newline = text.indexOf('\n', start);
    const end = text.lastIndexOf('"', newline < 0 ? undefined : newline);
    return text.charAt(start) === '"' && end > start ? { length: end + 1 - position, inner: { start: start + 1, end } } : { length: ran.length };
  }
  for (const lead of leads) {
    const found = matchAt(lead, text, position);
    if (found !== undefined) {
      return { length: found.length };
    }
  }
  return undefined;
}
