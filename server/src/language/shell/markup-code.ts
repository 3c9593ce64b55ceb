/** Finds code in the tags of a Markdown document: `<pre><code>…</code></pre>`, components of MDX that hold a template literal, `{% highlight sh %}`. */
import { lineEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { blockRegion } from './code-block.ts';
import { decoded, encodingOfHtml, type Encoding } from './encoded-text.ts';
import { fenceLanguage, unnamed, type FenceLanguage } from './fence-languages.ts';
import type { Region } from './region.ts';

export interface MarkupCode {
  /** From the opening tag to the closing one. */
  readonly whole: Span;
  readonly content: Span;
  readonly encoding: Encoding;
  /** Absent where the tags name a language that holds no commands. */
  readonly language?: FenceLanguage;
}

const attributes = String.raw`((?:[^<>{}"'\`]|"[^"]{0,400}"|'[^']{0,400}'|\{[^{}]{0,400}\}){0,400})`;
const opening = new RegExp(String.raw`<(pre|[A-Z][\w.]*)(?=[\s>])${attributes}>(?:\s{0,40}<code(?=[\s>])${attributes}>)?`, 'g');
const template = /\s*\{\s*(String\.raw\s*)?`((?:[^`\\]|\\[^])*)`\s*\}\s*(?:<\/code>\s*)?<\//y;
const preEnd = /(?:<\/code>\s*)?<\/pre>/g;

/** Shortcodes of Jekyll and Hugo that hold code of a language. */
const shortcode = /\{%-?[ \t]*highlight[ \t]+([\w+#-]+)[^%\n]{0,200}%\}|\{\{([<%])[ \t]*highlight[ \t]+"?([\w+#-]+)"?[^\n}]{0,200}\}\}/g;
const shortcodeEnd = /\{%-?[ \t]*endhighlight[ \t]*-?%\}|\{\{[<%][ \t]*\/[ \t]*highlight[ \t]*[>%]\}\}/g;

/** The line of the opening tag and what stands between it and the code, at the end of a text. */
export const opensMarkup = /(?:^|\n)[^\S\n]*(?:(?:<[^<>`]{1,400}>\s*)+(?:\{\s*(?:String\.raw\s*)?`\s*)?|\{[{%][^{}\n]{1,200}\}\s*)$/;

const mayHold = /<pre[\s>]|\{\s*(?:String\.raw\s*)?`/;

const attribute = /(?:^|\s)(language|lang|className|class)\s*=\s*\{?\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/g;
/** What stands for a language in a list of classes. */
const languageClass = /^(?:language|lang|highlight-source)-(.+)$/;

/** What the attributes say of the language; undefined where it holds no commands. */
function languageOf(written: string, shells: readonly string[]): FenceLanguage | undefined {
  let found: FenceLanguage | undefined = unnamed;
  for (const [, name = '', double, single, back] of written.matchAll(attribute)) {
    const value = double ?? single ?? back ?? '';
    const isClass = name.startsWith('class');
    for (const word of isClass ? value.split(/\s+/) : [value]) {
      const language = isClass ? languageClass.exec(word)?.[1] : word;
      // A class may name anything, what follows `language-` is a language.
      found = language === undefined ? (fenceLanguage(word, shells) ?? found) : fenceLanguage(language, shells);
    }
  }
  return found;
}

function shortcodes(text: string, shells: readonly string[], isShown: (offset: number) => boolean): MarkupCode[] {
  const found: MarkupCode[] = [];
  const search = new RegExp(shortcode);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const [open, jekyll, , hugo] = match;
    const start = match.index + open.length;
    shortcodeEnd.lastIndex = start;
    const end = isShown(match.index) ? shortcodeEnd.exec(text) : undefined;
    if (end === null) {
      break;
    }
    if (end !== undefined) {
      const language = fenceLanguage(jekyll ?? hugo ?? '', shells);
      found.push({ whole: { start: match.index, end: shortcodeEnd.lastIndex }, content: { start, end: end.index }, encoding: 'plain', ...(language && { language }) });
      search.lastIndex = shortcodeEnd.lastIndex;
    }
  }
  return found;
}

/** All such code in the text, in order, without overlap. `isShown` tells whether a tag at the offset is no text of other code. */
export function markupCode(text: string, shells: readonly string[], isShown: (offset: number) => boolean): MarkupCode[] {
  const found = shortcodes(text, shells, isShown);
  if (!mayHold.test(text)) {
    return found;
  }
  let unclosed = false;
  const search = new RegExp(opening);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const [open, name, outer = '', inner = ''] = match;
    const { index } = match;
    const from = index + open.length;
    const language = languageOf(`${outer} ${inner}`, shells);
    const add = (content: Span, end: number, encoding: Encoding): void => {
      found.push({ whole: { start: index, end }, content, encoding, ...(language && { language }) });
      search.lastIndex = end;
    };
    if (!isShown(index)) {
      continue;
    }
    template.lastIndex = from;
    const literal = template.exec(text);
    if (literal !== null) {
      const [whole, raw, code = ''] = literal;
      const start = from + whole.indexOf('`') + 1;
      add({ start, end: start + code.length }, from + whole.length, raw === undefined ? 'template' : 'raw-template');
    } else if (name === 'pre' && !unclosed) {
      preEnd.lastIndex = from;
      const end = preEnd.exec(text);
      unclosed = end === null;
      if (end !== null) {
        add({ start: from, end: end.index }, preEnd.lastIndex, encodingOfHtml(text.slice(from, end.index)));
      }
    }
  }
  return withoutOverlap(found);
}

function withoutOverlap(codes: readonly MarkupCode[]): MarkupCode[] {
  const sorted = [...codes].sort((a, b) => a.whole.start - b.whole.start);
  let reached = 0;
  return sorted.filter(({ whole }) => {
    const isFree = whole.start >= reached;
    reached = isFree ? whole.end : reached;
    return isFree;
  });
}

/** The region of the code; undefined where it holds no command that is looked for. */
export function markupRegion(document: string, { content, encoding, language }: MarkupCode, mentions: RegExp): Region | undefined {
  const { text, ...writing } = decoded(document.slice(content.start, content.end), encoding);
  if (language === undefined || text.includes('```')) {
    return undefined;
  }
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    lines.push({ start, end });
    start = end + 1;
  }
  const region = blockRegion(text, { lines, language, origin: 'markup' }, mentions);
  return region && { ...region, start: content.start, writing };
}

/** The text with blanks in the place of code that is found. */
export function withoutMarkupCode(text: string, codes: readonly MarkupCode[]): string {
  let position = 0;
  let all = '';
  for (const { whole } of codes) {
    all += text.slice(position, whole.start) + text.slice(whole.start, whole.end).replace(/[^\r\n]/g, ' ');
    position = whole.end;
  }
  return all + text.slice(position);
}
