/** Cuts a script into regions between top-level statements, so that each can be analysed and kept on its own. */
import { lineStart } from '../text/lines.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Region } from './region.ts';
import { parseScript } from './script.ts';

/** Scripts up to this length stay in one piece: read anew with each keystroke, they still fit a frame. */
const smallScript = 32_768;

/** A longer script is cut at the first statement behind this many characters. */
const regionLength = 2_048;

/** Things that tie statements together over the whole script; looked for with each keystroke, so by what is rare in them first. */
const ties: readonly RegExp[] = [
  // Arrays.
  /\[[@*]\]/,
  // An early exit without a terminal.
  /-t\s+[012]\b|\btty\b/,
  // Flags in the text of a variable, alone or behind those that it has: `OPTS="-d"`, `OPTS="$OPTS --init"`.
  /^[ \t]*(?:(?:local|export|readonly|declare|typeset)[ \t]+)?\w+\+?=["']?\s*(?:\$\{?\w+\}?[ \t]+)?-{1,2}[A-Za-z]/m,
  // What such a text is split at.
  /\bIFS=/,
  // A command in a variable: `$RUN nginx`.
  /\$(?<=^[ \t]*(?:sudo[ \t]+)?\$)\{?\w+\}?[ \t]+\w/m,
  // Functions that run their words: `try() { "$@" || exit; }`.
  /"\$@"(?<=^[ \t]*(?:(?:if|!|sudo|exec|eval|time|command|\w+\(\)[ \t]*\{)[ \t]+)*"\$@")/m,
];

/** Whether a script is read as one region: it is short, or something ties its statements together. */
export function staysWhole(text: string): boolean {
  return text.length <= smallScript || ties.some((tie) => tie.test(text));
}

/** Blanks a carriage return in front of a line end, or of the end of the text; a continuation keeps its mark right before the line end. */
export function withoutCarriageReturns(text: string, escape = '\\'): string {
  if (!text.includes('\r')) {
    return text;
  }
  let clean = '';
  let position = 0;
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    let marks = 0;
    while (at - marks > position && text.charAt(at - marks - 1) === escape) {
      marks++;
    }
    // An even number of marks escape each other.
    clean += marks % 2 === 1 ? `${text.slice(position, at - 1)} ${escape}` : `${text.slice(position, at)} `;
    position = at + 1;
  }
  clean += text.slice(position);
  return clean.endsWith('\r') ? `${clean.slice(0, -1)} ` : clean;
}

/** The start of the line at `pos`, or of the comments right above it, but not below `floor`. */
function lineWithComments(text: string, pos: number, floor: number): number {
  let start = lineStart(text, pos);
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || !/^[ \t]*#/.test(text.slice(above, Math.min(start, above + 80)))) {
      break;
    }
    start = above;
  }
  return start;
}

/** Offsets at which the script is cut, ends included: line starts between two top-level statements. */
function cutsOf(text: string): number[] {
  const cuts = [0];
  let from = 0;
  let reached = 0;
  let lineEnd = 0;
  for (const { pos, end } of parseScript(text).commands) {
    // A statement that begins like a flag belongs to the one above it: its continuation is broken.
    if (lineEnd < reached) {
      lineEnd = text.indexOf('\n', reached);
      lineEnd = lineEnd < 0 ? text.length : lineEnd;
    }
    if (pos > lineEnd && pos - from >= regionLength && text.charAt(pos) !== '-') {
      const cut = lineWithComments(text, pos, reached);
      if (cut >= reached && cut > from) {
        cuts.push(cut);
        from = cut;
      }
    }
    reached = Math.max(reached, end);
  }
  cuts.push(text.length);
  return cuts;
}

function regionsBetween(text: string, kind: DocumentKind, clean: string, cuts: readonly number[], mentions: RegExp): Region[] {
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    const part = clean.slice(start, end);
    if (!mentions.test(part)) {
      return [];
    }
    const raw = clean === text ? part : text.slice(start, end);
    const region: Region = { start, text: ownCopy(part), ...(raw === part ? {} : { raw: ownCopy(raw) }), dialect: 'posix', origin: 'script', linePrefix: '', ...(kind === 'zsh' ? { keepsVariables: true } : {}) };
    return [region];
  });
}

/** The regions of a script that mention what is looked for. */
export function scriptRegions(text: string, kind: DocumentKind, mentions: RegExp): Region[] {
  return staysWhole(text) ? regionsBetween(text, kind, withoutCarriageReturns(text), [0, text.length], mentions) : regionsOfPart(text, kind, mentions);
}

/** The same of a part of a script that is not read as one region, however short the part is. */
export function regionsOfPart(text: string, kind: DocumentKind, mentions: RegExp): Region[] {
  if (!mentions.test(text)) {
    return [];
  }
  const clean = withoutCarriageReturns(text);
  return regionsBetween(text, kind, clean, cutsOf(clean), mentions);
}
