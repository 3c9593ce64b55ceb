/** Text that a document writes in an encoding of its own: `&lt;` in HTML, `\\` in a template literal. Each character knows where it is written. */
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** How the text is written: as it is meant, as HTML, with tags in it or without, as a template literal, or as one behind `String.raw`. */
export type Encoding = 'plain' | 'html' | 'tagged-html' | 'template' | 'raw-template';

/** Where each unit of a text is written, relative to the begin of what is written. */
export interface Writing {
  readonly encoding: Encoding;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How long it is. */
  readonly length: number;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Tags that show their content as it is; every other one is most likely a hole for the reader: `<name>`. */
const tags = 'a|b|br|code|del|div|em|font|i|ins|kbd|mark|p|pre|s|samp|small|span|strong|sub|sup|tt|u';
const tag = new RegExp(String.raw`</?(?:${tags})(?:\s[^<>\n]{0,400})?/?>`, 'i');
const inHtml = new RegExp(String.raw`&(?:([a-z]{2,4})|#(\d{2,5})|#x([\da-f]{2,4}));|${tag.source}`, 'gi');
/** Behind `\` stands what it makes a character of; in front of a line end it joins the lines. */
const inTemplate = /\\(?:\r?\n|[^])/g;
const patterns: Readonly<Partial<Record<Encoding, RegExp>>> = { html: inHtml, 'tagged-html': inHtml, template: inTemplate };
const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function ofCode(code: number): string | undefined {
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

function ofEntity(name: string | undefined, decimal: string | undefined, hex: string | undefined): string | undefined {
  return name === undefined ? ofCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : named[name.toLowerCase()];
}

/** What the match of the pattern above means: at most one unit, or undefined for what means itself. */
function meaning([found, name, decimal, hex]: RegExpMatchArray): string | undefined {
  if (found.startsWith('\\')) {
    const next = found.slice(1);
    return next.endsWith('\n') ? '' : (control[next] ?? next);
  }
  return found.startsWith('<') ? '' : ofEntity(name, decimal, hex);
}

export function encodingOfHtml(text: string): Encoding {
  return tag.test(text) ? 'tagged-html' : 'html';
}

/** The text as it is meant. */
export function decoded(written: string, encoding: Encoding): Writing & { readonly text: string } {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let position = 0;
  const plain = (to: number): void => {
    text += written.slice(position, to);
    for (; position < to; position++) {
      starts.push(position);
      ends.push(position + 1);
    }
  };
  const pattern = patterns[encoding];
  for (const match of pattern === undefined ? [] : written.matchAll(pattern)) {
    const meant = meaning(match);
    if (meant !== undefined) {
      plain(match.index);
      position += match[0].length;
      text += meant;
      if (meant !== '') {
        starts.push(match.index);
        ends.push(position);
      }
    }
  }
  plain(written.length);
  return { encoding, text, starts: [...starts, written.length], ends, length: written.length };
}

/** The text as the encoding writes it; undefined where it has no way to. */
function encoded(text: string, encoding: Encoding): string | undefined {
  switch (encoding) {
    case 'html':
      return text.replace(/[&<>{}]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;' })[found] ?? '&#125;');
    case 'plain':
      return text;
    case 'tagged-html':
      // Where a change begins and ends between tags is not known.
      return undefined;
    case 'template':
      return text.replace(/[\\`]|\$(?=\{|$)/g, String.raw`\$&`);
    case 'raw-template':
      return /`|\$\{|[\\$]$/.test(text) ? undefined : text;
  }
}

/** Whether the text is written in the encoding just as it is meant. */
export function isWrittenPlainly({ encoding }: Writing, text: string): boolean {
  return encoded(text, encoding) === text;
}

/** Where the stretch of the text is written. */
export function writtenSpan({ starts, ends, length }: Writing, { start, end }: Span): Span {
  const from = starts[start] ?? length;
  return { start: from, end: end > start ? Math.max(from, ends[end - 1] ?? length) : from };
}

/** The offset in the text of what is written at the offset, or of what follows where that means nothing. */
export function readOffset({ starts, ends }: Writing, offset: number): number {
  const index = starts.findIndex((start, at) => offset <= start || offset < (ends[at] ?? 0));
  return index < 0 ? ends.length : index;
}

/** The edits of the text as edits of what is written; undefined where there is no way to write them. */
export function writtenEdits(writing: Writing, edits: readonly TextEdit[]): TextEdit[] | undefined {
  const written = edits.flatMap(({ span, newText }) => {
    const text = encoded(newText, writing.encoding);
    return text === undefined ? [] : [{ span: writtenSpan(writing, span), newText: text }];
  });
  return written.length === edits.length ? written : undefined;
}
