/** Finds the holes that a text leaves for its reader: `<name>`, `{{ tag }}`, `[OPTIONS]`, `YOUR_TOKEN`, `...`. */
import type { Hole } from './shell-source.ts';

/** In prose everything that people write for a hole counts; in scripts only what no shell would mean. */
export type PlaceholderStyle = 'prose' | 'script';

const template = /\$?\{\{(?:[^{}\n]|\}(?!\}))*\}\}/;
const percent = /%%[A-Za-z_][\w-]*%%/;
const proseAngle = /<(?![<(])[A-Za-z_$][^<>\n]{0,80}>/;
const scriptAngle = /<[A-Za-z_][\w-]{0,60}(?: [A-Za-z_][\w-]{0,60}){0,4}>/;
const bracket = /(?<![\w\]$[\\])\[[:@]?[A-Za-z][\w .|:=,/@-]*(?:\.\.\.|…)?\](?:\.\.\.|…)?/;
const ellipsis = /…|(?<![\w./$-])\.\.\.(?![\w./-])/;
const brace = /(?<![$\\{\w])\{[A-Za-z_][\w-]*\}(?!\})/;
const yours = /(?<![\w$])(?:YOUR|your)[-_][\w-]*\w/;

const patterns: Readonly<Record<PlaceholderStyle, RegExp>> = {
  prose: new RegExp([template, percent, proseAngle, bracket, ellipsis, brace, yours].map(({ source }) => source).join('|'), 'g'),
  script: new RegExp([template, percent, scriptAngle].map(({ source }) => source).join('|'), 'g'),
};

/** Words with which the actions of a Go template begin; a hole for the reader is a plain name. */
const goAction =
  /^\{\{-?\s*(?:[.$"`(]|(?:json|jsonIndent|range|if|with|end|else|printf|print|println|index|len|join|split|upper|lower|title|truncate|pad|table|define|block|template|slice|not|and|or|eq|ne|lt|le|gt|ge|html|js|urlquery|call)\b)/;

/** The text of a logical line in front of `at`: lines that end in a continuation belong to it. */
function lineBefore(text: string, at: number): string {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 1 && at - start < 4_000 && text.charAt(start - 2) === '\\') {
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return text.slice(Math.max(start, at - 4_000), at);
}

/** Whether the text ends in the value of `--format` or `-f`, where `{{ }}` is a Go template. */
function inFormat(before: string): boolean {
  return /(?:--format|(?:^|\s)-f)(?:=|\s+)(?:'[^']*|"[^"]*|[^\s'"]*)$/.test(before.slice(-300));
}

/** Whether the angle stands where a word of the looked-for program would, not where a redirection of another one does. */
function isAngleHole(text: string, at: number, end: number, isProgram: (name: string) => boolean): boolean {
  if (!/^(?:[\s"':=/@,-]|)$/.test(text.charAt(at - 1)) || !/^(?:[\s"'`:/,@.=)\\<-]|)$/.test(text.charAt(end))) {
    return false;
  }
  const command = lineBefore(text, at).split(/[|;&(`]/).at(-1) ?? '';
  return command.split(/[\s"']+/).some(isProgram);
}

function isHole(text: string, found: string, at: number, style: PlaceholderStyle, isProgram: (name: string) => boolean): boolean {
  const first = found.charAt(0);
  if (first === '{' && found.startsWith('{{')) {
    return !goAction.test(found) && !inFormat(lineBefore(text, at));
  }
  if (first === '<') {
    return style === 'prose' || isAngleHole(text, at, at + found.length, isProgram);
  }
  // `[a-z]` is a pattern.
  return first !== '[' || !/^\[(?:\w-\w)+\]$/.test(found);
}

/** The holes in the text, in order. */
export function findPlaceholders(text: string, style: PlaceholderStyle, isProgram: (name: string) => boolean): Hole[] {
  const holes: Hole[] = [];
  const pattern = new RegExp(patterns[style]);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    if (isHole(text, match[0], start, style, isProgram)) {
      holes.push({ start, end: start + match[0].length, kind: 'placeholder' });
    } else {
      pattern.lastIndex = start + 1;
    }
  }
  return holes;
}
