/** Finds by its text where a variable is set above a place: enough to show it to a reader, who sees branches and loops himself. */
import type { Dialect } from './shell-command.ts';

/** Longer values are cut, and assignments further to the right in their line are not looked for. */
const longest = 1_000;

export interface FoundAssignment {
  /** Offset of the name, or of the command that sets it. */
  readonly start: number;
  /** In one line: `IMAGE=nginx:1.27`, `args=(-d --init)`, `for TAG in 1.27 1.28`. */
  readonly text: string;
}

const quoted = /"(?:[^"\\]|\\.)*"|'[^']*'|\$\([^()"']*\)/g;
const separator = /[;&|(]|(?:^|\s)(?:then|else|do|\{)(?=\s)/;
const prompt = /^\s*(?:[>$]\s+)*/;
const declaration = /^(?:export|local|declare|typeset|readonly)\s/;
const otherAssignment = /^[A-Za-z_]\w*\+?=/;

/** How what stands in front of an assignment on its line lets it be one: for the script, for one command, or not. */
function placeBehind(before: string): 'declared' | 'plain' | undefined {
  const bare = before.replace(quoted, 'x');
  if (before.length > longest || /["'`]|(?:^|\s)#/.test(bare)) {
    return undefined;
  }
  const words = (bare.split(separator).at(-1) ?? '').replace(prompt, '');
  return declaration.test(words) ? 'declared' : words.split(/\s+/).every((word) => word === '' || otherAssignment.test(word)) ? 'plain' : undefined;
}

/** Up to where the assignment at the beginning of the text goes: to a blank or an operator outside quotes and brackets. */
function lengthOf(text: string): number {
  let quote = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      quote = character === quote ? '' : quote;
    } else if (/["'`]/.test(character)) {
      quote = character;
    } else if (depth === 0 && /[\s;&|]/.test(character)) {
      return at;
    } else if (character === '#' && /\s/.test(text.charAt(at - 1))) {
      // A comment between the elements of an array; its quotes are none.
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    }
    at += character === '\\' && quote !== "'" ? 1 : 0;
    if (depth < 0) {
      return at;
    }
  }
  return text.length;
}

/** Whether a command follows, for which alone the variable is set then: `TAG=1 make`. */
function isForCommand(behind: string): boolean {
  let rest = behind;
  for (let blanks = /^[ \t]+/.exec(rest); blanks !== null; blanks = /^[ \t]+/.exec(rest)) {
    rest = rest.slice(blanks[0].length);
    if (!otherAssignment.test(rest)) {
      return /^[^\s;&|)}#]/.test(rest);
    }
    rest = rest.slice(lengthOf(rest));
  }
  return false;
}

const hereDocument = /(?<!<)<<-?\s*(["']?)([A-Za-z_]\w*)\1/;

/** The text with the here-documents blanked that end in it: what they hold is for another program. */
function withoutHereDocuments(text: string): string {
  if (!text.includes('<<')) {
    return text;
  }
  const lines = text.split('\n');
  const lastLines = new Map(lines.map((line, index) => [line.trim(), index]));
  let end: string | undefined;
  return lines
    .map((line, index) => {
      if (end !== undefined) {
        end = line.trim() === end ? undefined : end;
        return ' '.repeat(line.length);
      }
      const word = hereDocument.exec(line)?.[2];
      end = word !== undefined && (lastLines.get(word) ?? 0) > index ? word : undefined;
      return line;
    })
    .join('\n');
}

function assignments(whole: string, text: string, name: string): FoundAssignment[] {
  const found: FoundAssignment[] = [];
  let position = 0;
  for (const { index: start } of text.matchAll(new RegExp(String.raw`(?<![^\s;&|(])${name}\+?=`, 'g'))) {
    const before = start < position ? undefined : text.slice(Math.max(0, start - longest - 1), start);
    const place = before === undefined ? undefined : placeBehind(before.slice(before.lastIndexOf('\n') + 1));
    if (place !== undefined) {
      const nearby = whole.slice(start, start + longest);
      const length = lengthOf(nearby);
      position = start + length;
      if (place === 'declared' || !isForCommand(nearby.slice(length))) {
        found.push({ start, text: nearby.slice(0, length) });
      }
    }
  }
  return found;
}

/** A flag of `read` whose value is the next word. */
const readsNextWord = /^-[a-zA-Z]*[dinNptu]$/;

/** Up to where `read` names the variable; 0 where it does not. */
function lengthOfRead(text: string, name: string): number {
  const bare = text.replace(quoted, (found) => 'x'.repeat(found.length));
  const words = [...bare.slice(0, bare.search(/[;&|<>)"'`#]|$/)).matchAll(/\S+/g)];
  const at = words.findIndex(({ 0: word }, index) => word === name && !readsNextWord.test(words[index - 1]?.[0] ?? ''));
  const last = words.at(-1);
  return at > 0 && last !== undefined ? last.index + last[0].length : 0;
}

/** Loops over words and lines of input: `for TAG in 1.27 1.28`, `while IFS= read -r NAME TAG`. */
function loopsAndReads(text: string, name: string): FoundAssignment[] {
  const pattern = new RegExp(String.raw`(?<![^\s;&|({])(?:(?:for|select)[ \t]+${name}[ \t]+in[ \t][^;\n]{0,${longest}}|read[ \t][^\n]{0,${longest}})`, 'g');
  return Array.from(text.matchAll(pattern)).flatMap(({ index: start, 0: found }) => {
    const before = text.slice(Math.max(0, start - longest - 1), start);
    const onLine = before.slice(before.lastIndexOf('\n') + 1).replace(/\b(?:while|until|if|!)(?=\s)/g, ';');
    const length = found.startsWith('read') ? lengthOfRead(found, name) : found.length;
    return length > 0 && placeBehind(onLine) === 'plain' ? [{ start, text: found.slice(0, length) }] : [];
  });
}

function inPosix(whole: string, name: string): FoundAssignment[] {
  const text = withoutHereDocuments(whole);
  return [...assignments(whole, text, name), ...loopsAndReads(text, name)].sort((one, other) => one.start - other.start);
}

/** In shells whose assignments stand on lines of their own. */
function onLines(text: string, pattern: RegExp): FoundAssignment[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const written = match[1] ?? match[2] ?? '';
    return { start: match.index + match[0].length - written.length, text: written };
  });
}

const finders: Readonly<Record<Dialect, (text: string, name: string) => FoundAssignment[]>> = {
  posix: inPosix,
  powershell: (text, name) => onLines(text, new RegExp(String.raw`^[ \t]*(\$(?:env:)?${name}[ \t]*\+?=(?!=).*|foreach[ \t]*\([ \t]*\$${name}[ \t]+in[ \t][^\n{]*)`, 'gmi')),
  cmd: (text, name) => onLines(text, new RegExp(String.raw`^[ \t]*@?set[ \t]+(?:"(${name}=[^"\n]*)|(${name}=[^\n&|]*))`, 'gmi')),
};

/** The assignments to the variable in the text, in their order. */
export function assignmentsIn(text: string, name: string, dialect: Dialect): FoundAssignment[] {
  return finders[dialect](text, name).map((found) => ({ ...found, text: found.text.replaceAll('\\\n', '').replace(/\s+/g, ' ').trim() }));
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
