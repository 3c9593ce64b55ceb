/** Turns words of the parse tree into words as the program gets them, unit by unit, so that no position is lost. */
import type { Span } from '../text/span.ts';
import { ansiCharacter } from './ansi-c.ts';
import { expands, type Expands } from './expansions.ts';
import type { DoubleQuotedChild, Word, WordPart } from './script.ts';
import type { ShellWord, WordKind } from './shell-command.ts';
import { holesIn, spanInRegion, type Hole, type ShellSource } from './shell-source.ts';

/** A word, and what is needed to read its value as a script of its own. */
export interface ReadWord {
  readonly word: ShellWord;
  /** The parts of the value that are not known before the script runs. */
  readonly holes: readonly Hole[];
  /** Where the command names it: differs from the word's span for the elements of an array. */
  readonly anchor: Span;
}

type Quoting = 'none' | 'double' | 'all' | 'document';

/** What a backslash takes its meaning from, by quoting. */
const escapable: Readonly<Record<Quoting, (character: string) => boolean>> = {
  none: () => true,
  double: (character) => '$`"\\\n'.includes(character),
  all: () => false,
  document: (character) => '$`\\\n'.includes(character),
};

/** Gathers a value and the place of each of its units. */
export class ValueBuilder {
  value = '';
  readonly offsets: number[] = [];
  readonly holes: Hole[] = [];
  end: number;
  readonly #source: ShellSource;

  constructor(source: ShellSource, start: number) {
    this.#source = source;
    this.end = start;
  }

  /** Text in which backslashes are read as the quoting says. */
  text(from: number, to: number, quoting: Quoting): void {
    const { text, original } = this.#source;
    for (let at = from; at < to; at++) {
      const escapes = text.charAt(at) === '\\' && at + 1 < to && escapable[quoting](text.charAt(at + 1));
      const place = at;
      if (escapes && text.charAt(++at) === '\n') {
        continue;
      }
      this.value += original.charAt(at);
      this.offsets.push(place);
    }
    this.end = to;
  }

  /** The inside of `$'…'`. */
  ansi(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const { value, length } = ansiCharacter(this.#source.original, at);
      this.value += value;
      for (let unit = 0; unit < value.length; unit++) {
        this.offsets.push(at);
      }
      at = Math.min(to, at + length);
    }
    this.end = to;
  }

  /** An expansion, kept as written. */
  hole(from: number, to: number): void {
    const start = this.value.length;
    this.text(from, to, 'all');
    this.holes.push({ start, end: this.value.length, kind: 'expansion' });
  }

  /** The offsets in the region, with one more for the end. */
  placed(): number[] {
    const { offsets } = this.#source;
    const places = [...this.offsets, this.end];
    return offsets === undefined ? places : places.map((place, index) => this.#inRegion(place, index));
  }

  #inRegion(place: number, index: number): number {
    const isEnd = index === this.offsets.length;
    return isEnd && place > 0 ? spanInRegion(this.#source, place - 1, place).end : spanInRegion(this.#source, place, place).start;
  }
}

/** What was found in a word beside its value. */
interface Findings {
  /** Something that makes it at least one word: literal text or quotes. */
  fixed: boolean;
  expansion: Expands | undefined;
}

function note(findings: Findings, kind: Expands): void {
  const order: readonly Expands[] = ['one', 'loose', 'many'];
  if (findings.expansion === undefined || order.indexOf(kind) > order.indexOf(findings.expansion)) {
    findings.expansion = kind;
  }
}

function readQuoted(part: DoubleQuotedChild, builder: ValueBuilder, findings: Findings): void {
  if (part.type === 'Literal') {
    builder.text(part.pos, part.end, 'double');
    return;
  }
  note(findings, expands(part, true));
  builder.hole(part.pos, part.end);
}

function readPart(part: WordPart, builder: ValueBuilder, findings: Findings): void {
  switch (part.type) {
    case 'Literal':
      findings.fixed ||= part.value !== '';
      builder.text(part.pos, part.end, 'none');
      return;
    case 'SingleQuoted':
      findings.fixed = true;
      // Without a closing quote the value reaches to the end of the text.
      builder.text(part.pos + 1, part.pos + 1 + part.value.length, 'all');
      return;
    case 'AnsiCQuoted': {
      findings.fixed = true;
      const closed = part.text.length > 2 && part.text.endsWith("'");
      builder.ansi(part.pos + 2, closed ? part.end - 1 : part.end);
      return;
    }
    case 'DoubleQuoted':
    case 'LocaleString':
      findings.fixed = true;
      builder.end = part.pos + (part.type === 'DoubleQuoted' ? 1 : 2);
      for (const child of part.parts) {
        readQuoted(child, builder, findings);
      }
      return;
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion': {
      const kind = expands(part, false);
      if (kind !== undefined) {
        note(findings, kind);
      }
      builder.text(part.pos, part.end, 'none');
      return;
    }
    default:
      note(findings, expands(part, false));
      builder.hole(part.pos, part.end);
  }
}

/** A leading `~`, also behind `NAME=` and its colons, which the shell replaces by a home directory. */
function hasTilde(text: string): boolean {
  return text.includes('~') && /^(?:~|[A-Za-z_]\w*=(?:~|[^'"\\]*:~))/.test(text);
}

function kindOf(text: string, findings: Findings, holes: readonly Hole[], whole: boolean): WordKind {
  if (holes.some(({ kind }) => kind === 'placeholder')) {
    return 'placeholder';
  }
  const { expansion, fixed } = findings;
  if (expansion === 'many' || (expansion === 'loose' && !fixed) || whole) {
    return 'splat';
  }
  return expansion !== undefined || holes.length > 0 || hasTilde(text) ? 'expansion' : 'literal';
}

/** The end of the word without the line continuations that the parser counts in. */
function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed - 2 > start && text.charCodeAt(trimmed - 1) === 10 && text.charCodeAt(trimmed - 2) === 92) {
    trimmed -= 2;
  }
  return trimmed;
}

function finish(source: ShellSource, span: Span, builder: ValueBuilder, kind: WordKind): ShellWord {
  const { value } = builder;
  const word = { span, source: source.region.slice(span.start, span.end), value, kind };
  const offsets = builder.placed();
  return offsets.every((offset, index) => offset === span.start + index) ? word : { ...word, offsets };
}

/** Reads a word of the tree. */
export function readWord(source: ShellSource, node: Pick<Word, 'pos' | 'end' | 'parts'>): ReadWord {
  const end = trimmedEnd(source.text, node.pos, node.end);
  const text = source.text.slice(node.pos, end);
  const holes = holesIn(source, node.pos, end);
  const { parts } = node;
  const span = spanInRegion(source, node.pos, end);
  if (parts === undefined && holes.length === 0 && source.offsets === undefined && !text.includes('\\')) {
    const kind = hasTilde(text) ? 'expansion' : 'literal';
    return { word: { span, source: text, value: text, kind }, holes, anchor: span };
  }
  const builder = new ValueBuilder(source, node.pos);
  const findings: Findings = { fixed: false, expansion: undefined };
  if (parts === undefined) {
    builder.text(node.pos, end, 'none');
  } else {
    for (const part of parts) {
      if (part.pos < end) {
        readPart(part, builder, findings);
      }
    }
  }
  const whole = holes.some((hole) => hole.kind === 'expansion' && hole.start <= node.pos && hole.end >= end);
  const word = finish(source, span, builder, kindOf(text, findings, holes, whole));
  return { word, holes: [...builder.holes, ...holesOfValue(builder, holes)].sort((a, b) => a.start - b.start), anchor: span };
}

/** The holes of the source as stretches of the value. */
export function holesOfValue({ offsets }: ValueBuilder, holes: readonly Hole[]): Hole[] {
  return holes.flatMap(({ start, end, kind }) => {
    const from = firstAtOrAfter(offsets, start);
    const to = firstAtOrAfter(offsets, end);
    return from === to ? [] : [{ start: from, end: to, kind }];
  });
}

/** The index of the first of the ascending offsets that is not below `offset`. */
function firstAtOrAfter(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** A part of a word's value as a word: the value of `NAME=value`. */
export function partOfWord(word: ShellWord, from: number): ShellWord {
  const start = word.offsets === undefined ? word.span.start + from : (word.offsets[from] ?? word.span.end);
  const span = { start, end: word.span.end };
  const part = { span, source: word.source.slice(start - word.span.start), value: word.value.slice(from), kind: word.kind };
  const offsets = word.offsets?.slice(from);
  return offsets === undefined ? part : { ...part, offsets };
}
