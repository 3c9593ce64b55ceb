/** Turns words of the parse tree into words as the program gets them. */
import { expands, type Expands } from './expansions.ts';
import type { DoubleQuotedChild, Word, WordPart } from './script.ts';
import type { ShellWord, WordKind } from './shell-command.ts';
import { holesIn, spanInRegion, type Hole, type ShellSource } from './shell-source.ts';
import { builtWord, ValueBuilder, type ReadWord } from './value-builder.ts';

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

/** The end of the word without the line continuations that the parser counts in; in an open quote they belong to the word. */
function trimmedEnd(text: string, { pos: start, end, parts }: Pick<Word, 'pos' | 'end' | 'parts'>): number {
  let trimmed = end;
  if (text.charCodeAt(end - 1) !== 10 || (parts !== undefined && parts.at(-1)?.type !== 'Literal')) {
    return trimmed;
  }
  while (trimmed - 2 > start && text.charCodeAt(trimmed - 1) === 10 && text.charCodeAt(trimmed - 2) === 92) {
    trimmed -= 2;
  }
  return trimmed;
}

/** The end of the word without the line break that a hole at its end stands for. */
function endOfText({ text, original }: ShellSource, end: number): number {
  let trimmed = end;
  while (text.charCodeAt(trimmed - 1) !== original.charCodeAt(trimmed - 1) && /\s/.test(original.charAt(trimmed - 1))) {
    trimmed--;
  }
  return trimmed;
}

/** Reads a word of the tree. */
export function readWord(source: ShellSource, node: Pick<Word, 'pos' | 'end' | 'parts'>): ReadWord {
  const end = endOfText(source, trimmedEnd(source.text, node));
  const text = source.text.slice(node.pos, end);
  const holes = holesIn(source, node.pos, end);
  const { parts } = node;
  if (parts === undefined && holes.length === 0 && source.offsets === undefined && !text.includes('\\')) {
    const kind = hasTilde(text) ? 'expansion' : 'literal';
    const span = spanInRegion(source, node.pos, end);
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
  builder.end = Math.min(builder.end, end);
  const whole = holes.some((hole) => hole.kind === 'expansion' && hole.start <= node.pos && hole.end >= end);
  return builtWord(source, node.pos, end, builder, kindOf(text, findings, holes, whole));
}

/** A part of a word's value as a word: the value of `NAME=value`. */
export function partOfWord(word: ShellWord, from: number): ShellWord {
  const start = word.offsets === undefined ? word.span.start + from : (word.offsets[from] ?? word.span.end);
  const span = { start, end: word.span.end };
  const part = { span, source: word.source.slice(start - word.span.start), value: word.value.slice(from), kind: word.kind };
  const offsets = word.offsets?.slice(from);
  return offsets === undefined ? part : { ...part, offsets };
}
