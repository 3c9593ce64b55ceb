/** Finds the holes that a text leaves for its reader: `<name>`, `{{ tag }}`, `[OPTIONS]`, `YOUR_TOKEN`, `...`. */
import type { Hole } from './shell-source.ts';

/** In prose everything that people write for a hole counts; in scripts only what no shell would mean. A unit is prose with specifiers. */
export type PlaceholderStyle = 'prose' | 'script' | 'unit';

const template = /\$?\{\{(?:[^{}\n]|\}(?!\}))*\}\}/;
/** `{{ "{{ json .Mounts " }}}}`: braces in quotes, which the generator of a site prints. */
const printedBraces = /\{\{-?\s*(?:"(?:\{\{|\}\}|\{%|%\})[^"\n]{0,200}"|'(?:\{\{|\}\}|\{%|%\})[^'\n]{0,200}')\s*-?\}\}(?:\}\})?/;
/** Tags of Liquid, Jinja and ERB: `{% include version %}`. */
const tag = /\{%(?:[^%\n]|%(?!\})){0,200}%\}|<%(?:[^%\n]|%(?!>)){0,200}%>/;
const percent = /%%[A-Za-z_][\w-]*%%/;
/** `%VERSION_HERE`; with a second sign behind it, it is a variable of cmd. */
const percentName = /(?<![\w%])%[A-Z][A-Z_]{2,}(?![\w%])/;
/** Signs around a name that a generator of sites or packages replaces. */
const signs = /(?<![\w@])@{1,2}[A-Z][A-Z\d_]+@{1,2}(?![\w@])|(?<![\w@])@@[A-Za-z]\w{0,60}=[^@\s"'`]{1,200}@@(?![\w@])|\|\|[a-z_]\w*(?:\.\w+)*\|\|/;
const proseAngle = /(?<!<)<(?![<(])(?:[A-Za-z_$\u0080-\uffff]|\.{3})(?:[^<>\n"'`]|(?<=[a-z])'(?=[a-z]{1,2}\s|\s)){0,80}(?<!\s)>|<\d+(?:\.[\dxy]+)+(?::\w+)?>|(?<=[=:/"'])<>|(?<=\s-[\w-]+ )<>/;
/** `</path/to/media>`, which stands where a path does. */
const pathAngle = /(?<!<)<\/[\w./-]{1,80}>(?=[,:"'])|(?<![\s<])<\/[\w./-]{1,80}>(?=[\s\\]|$)/;
const scriptAngle = /<[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]{0,60}(?: [A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]{0,60}){0,4}>|<[A-Z][A-Z\d_-]{0,60}(?: ?\| ?[A-Z][A-Z\d_-]{0,60}){1,4}>/;
const bracket = /(?<![\w\]$[\\])\[[:@]?[A-Za-z\u0080-\uffff][\w\u0080-\uffff .|:=,/@-]*(?:\.\.\.|…)?\](?:\.\.\.|…)?/;
/** `[REPOSITORY[:TAG]]`, and `[| grep web]`: what may be left out holds more of it, or is a pipe. */
const bracketedMore = /(?<![\w\]$[\\])\[(?:[A-Za-z][\w:./-]*\[[:@/.A-Za-z|][^[\]\n"'`]{0,40}\](?:\.\.\.)?|\| [^[\]\n"'`]{1,80})\]/;
/** `[ ... more ... ]`, whatever stands between. */
const bracketedEllipsis = /(?<!\S)\[ ?(?:\.\.\.|…)[^[\]\n"'`]{0,80}\]/;
/** A flag that may be left out, its value with holes of its own. */
const bracketedFlag = /(?<![\w\]$[\\])\[--?[A-Za-z][^[\]\n"'`]{0,80}(?:\[[^[\]\n"'`]{0,40}\][^[\]\n"'`]{0,40})?\](?:\.\.\.|…)?/;
const ellipsis = /…|(?<![\w./$-])(?:\.{3,}|\.(?: \.){2,}|\(\.{2,}\))(?![\w./-])|(?<=[A-Za-z\d])\.{3}(?=[ \t]{0,9}(?:\n|$))/;
const brace = /(?<![$\\{\w])\{[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*(?:[ ./][\w\u0080-\uffff-]+){0,3}\}(?!\})/;
/** A line to write on, as in an exercise: `--tail ___`. */
const line = /(?<![\w${])_{3,20}(?:[A-Za-z]\w{0,60}?_{3,20})?(?![\w=])/;
/** `__NAME__`, which no here-document ends with. */
const underlined = /(?<=[^\s<\-"'][ \t]{1,9}["']?|[=:/,@]["']?)__[A-Z][A-Z\d]*(?:_[A-Z\d]+)*__(?![\w=])/;
/** `<< CONTAINER ID >>`; with a file behind it, it may be a here-document whose output goes there. */
const doubleAngle = /(?<=["'])<<[ ]?[A-Za-z\u0080-\uffff][\w\u0080-\uffff -]{0,60}>>(?=["'])|(?<!<)<<[ ]?[A-Za-z\u0080-\uffff][\w\u0080-\uffff -]{0,60}>>(?=[ \t]{0,9}(?:[\n);|]|$))/;
/** `docker stop  → the container ends`: what a command does, told behind it. */
const arrow = /(?:[→⇒⟶]|[-=]{1,2}>)[ \t][^"'`|;&\\{}$<>\n]{0,400}(?=\n|$)/;
const startsWithArrow = /^(?:[→⇒⟶]|[-=]{1,2}>)/;
const capitals = /(?<![\w$={])(?:HOST|LOCAL|CONTAINER)_(?:PATH|DIR|DIRECTORY|FOLDER|FILE|PORT|NAME|ID|IP)(?![\w=}])/;
const yours = /(?<![\w$])(?:YOUR|your)[-_][\w-]*\w/;

/** What systemd replaces in units: `%n`. */
const specifier = /%[A-Za-z]/;

const inProse = [printedBraces, template, tag, percent, percentName, signs, proseAngle, pathAngle, bracket, bracketedMore, bracketedEllipsis, bracketedFlag, ellipsis, brace, line, underlined, doubleAngle, arrow, yours, capitals];
const anyOf = (all: readonly RegExp[]): RegExp => new RegExp(all.map(({ source }) => source).join('|'), 'g');

const patterns: Readonly<Record<PlaceholderStyle, RegExp>> = {
  prose: anyOf(inProse),
  script: anyOf([template, tag, percent, signs, line, scriptAngle]),
  unit: anyOf([...inProse, specifier]),
};

/** Behind an ellipsis or brackets alone between the lines of a command: they stand for lines of it, so the break belongs to them. */
const lineBreakBehind = /[ \t]*\n(?=[ \t]*-)/y;

/** The end of the hole at `[start, end)`, with the line break behind it where it stands for lines of a command. */
function endOfHole(text: string, start: number, end: number): number {
  const isAlone = /\\\n[ \t]*$/.test(text.slice(Math.max(0, start - 100), start));
  lineBreakBehind.lastIndex = end;
  const behind = isAlone && '.…[('.includes(text.charAt(start)) ? lineBreakBehind.exec(text)?.[0] : undefined;
  return end + (behind?.length ?? 0);
}

/** Words with which the actions of a Go template begin; a hole for the reader is a plain name. */
const goAction =
  /^\{\{-?\s*(?:[.$"`(]|(?:json|jsonIndent|range|if|with|end|else|printf|print|println|index|len|join|split|upper|lower|title|truncate|pad|table|define|block|template|slice|not|and|or|eq|ne|lt|le|gt|ge|html|js|urlquery|call)\b)/;

/** The variable with which an action begins. A template knows it only behind the action that declares it: `{{ $site.version }}` is for a generator of sites. */
const variable = /^\{\{-?\s*(\$\w+)/;

function isGoAction(found: string, before: string): boolean {
  const name = variable.exec(found)?.[1];
  return goAction.test(found) && (name === undefined || found.includes(':=') || before.includes(name));
}

const printsBraces = new RegExp(`^${printedBraces.source}$`);

/** So far a hole looks back for what it stands in. */
const lookBack = 1_000;

/** The text of a logical line in front of `at`: lines that end in a continuation belong to it. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - lookBack), at);
  let start = before.lastIndexOf('\n') + 1;
  while (start > 1 && before.charAt(start - 2) === '\\') {
    start = before.lastIndexOf('\n', start - 2) + 1;
  }
  return before.slice(start);
}

/** Whether the text ends in the value of `--format` or `-f`, where `{{ }}` is a Go template. */
function inFormat(before: string): boolean {
  return /(?:--format|(?:^|\s)-f)(?:=|\s+)(?:'[^']*|"[^"]*|[^\s'"]*)$/.test(before.slice(-300));
}

/** Whether no quote is opened in the hole that is closed outside of it, or the other way round. */
function isBalanced(found: string): boolean {
  return found.split("'").length % 2 === 1 && found.split('"').length % 2 === 1;
}

/** Whether the angle stands like a word, not like a redirection: `<in >out`. */
function standsAlone(text: string, start: number, end: number): boolean {
  return /^(?:[\s"':=/@,-]|)$/.test(text.charAt(start - 1)) && /^(?:[\s"'`:/,@.=)\\<-]|)$/.test(text.charAt(end));
}

/** So far the tag that closes an element is looked for. */
const longestElement = 300;

/** Whether the angle is a tag of XML: the element is closed, or opened, in the same line. */
function isTag(text: string, start: number, end: number): boolean {
  const [, closes = '', name = ''] = /^<(\/?)([\w:.-]+)/.exec(text.slice(start, end)) ?? [];
  if (name === '') {
    return false;
  }
  const around = closes === '' ? text.slice(end, end + longestElement).split('\n', 1)[0] : text.slice(Math.max(0, start - longestElement), start).split('\n').at(-1);
  return (closes === '' ? [`</${name}>`, '</>'] : [`<${name}>`, `<${name} `]).some((other) => around?.includes(other) === true);
}

/** Whether what stands in front of `at` is a command that is looked for. */
function inCommand(text: string, at: number, isProgram: (name: string) => boolean): boolean {
  const command = lineBefore(text, at).split(/[|;&(`]/).at(-1) ?? '';
  return command.split(/[\s"']+/).some(isProgram);
}

/** The holes in the text, in order. */
export function findPlaceholders(text: string, style: PlaceholderStyle, isProgram: (name: string) => boolean): Hole[] {
  const holes: Hole[] = [];
  const pattern = new RegExp(patterns[style]);
  const isHole = (found: string, start: number): boolean => {
    const end = start + found.length;
    if (found.startsWith('{{')) {
      const before = lineBefore(text, start);
      return printsBraces.test(found) || (isBalanced(found) && !isGoAction(found, before) && !inFormat(before));
    }
    if (found.startsWith('<') && isTag(text, start, end)) {
      return false;
    }
    if (found.startsWith('<') && style === 'script') {
      const before = text.slice(holes.at(-1)?.end ?? start, start);
      // Behind a hole of the same command there is no need to look back again.
      const follows = before !== '' && before.length < lookBack && /^[^\n|;&(`<>]*$/.test(before);
      return standsAlone(text, start, end) && (follows || inCommand(text, start, isProgram));
    }
    if (startsWithArrow.test(found)) {
      const before = lineBefore(text, start);
      return isBalanced(before) && !/(?:^|\s)#/.test(before) && inCommand(text, start, isProgram);
    }
    // `[a-z]` is a pattern.
    return !/^\[(?:\w-\w)+\]$/.test(found);
  };
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [found] = match;
    if (isHole(found, match.index)) {
      const start = match.index;
      holes.push({ start, end: style === 'script' ? start + found.length : endOfHole(text, start, start + found.length), kind: 'placeholder' });
    } else {
      pattern.lastIndex = match.index + 1;
    }
  }
  return holes;
}
