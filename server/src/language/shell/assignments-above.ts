/** Finds by its text where a variable is set above a place: enough to show it to a reader, who sees branches and loops himself. */
import type { Dialect } from './shell-command.ts';

/** Longer values are cut. */
const mostLines = 30;

export interface FoundAssignment {
  /** Offset of the name. */
  readonly start: number;
  /** In one line: `IMAGE=nginx:1.27`, `args=(-d --init)`. */
  readonly text: string;
}

const prefixes = String.raw`(?:(?:export|local|declare|typeset|readonly)[ \t]+(?:-\w+[ \t]+)*)?`;

function pattern(name: string, dialect: Dialect): RegExp {
  return dialect === 'powershell'
    ? new RegExp(String.raw`^[ \t]*(\$(?:env:)?${name}[ \t]*\+?=(?!=).*)`, 'gmi')
    : dialect === 'cmd'
      ? new RegExp(String.raw`^[ \t]*@?set[ \t]+"?(${name}=[^"\n]*)`, 'gmi')
      : new RegExp(String.raw`(?:^|[;&|({]|\b(?:then|else|do)[ \t])(?<=^[^#\n]{0,300})[ \t]*${prefixes}(${name}\+?=.*)`, 'gm');
}

/** Up to where the assignment at the beginning of the text goes: to a blank or an operator outside quotes and brackets. */
function lengthOf(text: string): number {
  let quote = '';
  let depth = 0;
  for (let at = 0, lines = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      quote = character === quote ? '' : quote;
    } else if (/["'`]/.test(character)) {
      quote = character;
    } else if (depth === 0 && /[\s;&|]/.test(character)) {
      return at;
    } else {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    }
    at += character === '\\' && quote !== "'" ? 1 : 0;
    lines += character === '\n' ? 1 : 0;
    if (lines > mostLines || depth < 0) {
      return at;
    }
  }
  return text.length;
}

/** The assignments to the variable in the text, in their order. */
export function assignmentsIn(text: string, name: string, dialect: Dialect): FoundAssignment[] {
  return Array.from(text.matchAll(pattern(name, dialect)), (match) => {
    const [whole, written = ''] = match;
    const start = match.index + whole.length - written.length;
    const value = dialect === 'posix' ? text.slice(start, start + lengthOf(text.slice(start))) : written;
    return { start, text: value.replace(/\s+/g, ' ').trim() };
  });
}

export interface FoundVariable {
  readonly name: string;
  /** With its sign and what is in its braces. */
  readonly start: number;
  readonly end: number;
}

const variables: Readonly<Record<Dialect, RegExp>> = {
  posix: /\$(?:\{[!#]?)?([A-Za-z_]\w*)(?:\[[@*]\]\})?\}?/g,
  powershell: /\$(?:env:|\{)?([A-Za-z_]\w*)\}?/gi,
  cmd: /%([A-Za-z_]\w*)%/g,
};

/** The variable at the place of the text; or else, unless it has to be there, the only one that the text holds. */
export function variableAt(text: string, at: number, dialect: Dialect, where?: 'there'): FoundVariable | undefined {
  const found = Array.from(text.matchAll(variables[dialect]), (match) => ({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length }));
  return found.find(({ start, end }) => start <= at && at <= end) ?? (found.length === 1 && where === undefined ? found[0] : undefined);
}
