/** Finds the code in Markdown, the only file that knows the Markdown parser. */
import { parser, type BlockContext, type LeafBlockParser, type Line, type MarkdownConfig } from '@lezer/markdown';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { blockRegion, inlineRegion, type CodeBlock } from './code-block.ts';
import { mentionsDirective, parseDirective, type Directive } from './directives.ts';
import { fenceLanguage, unnamed } from './fence-languages.ts';
import { markupCode, markupRegion, withoutMarkupCode } from './markup-code.ts';
import type { Region, RegionOrigin } from './region.ts';

/** How far the content of tabs and admonitions is indented. */
const indent = 4;

const callout = /^(?:===[!+]?|!!!|\?\?\?\+?)\s+\S/;

/** Comments of HTML and of MDX; one that stands in a paragraph may be so long. */
const comment = /<!--([^]{0,400}?)-->|\{\/\*([^]{0,400}?)\*\/\}/;
const htmlCommentMark = '<!--'.length;
const mdxCommentMark = '{/*'.length;
const inlineComment = new RegExp(`^(?:${comment.source})`);
/** Code in a line of HTML. With entities in it the text would not stand there as it is read. */
const htmlCode = /^<code>([^<&\n]{1,400})<\/code>/i;
const htmlCodeMark = '<code>'.length;
const longestHtmlCode = 420;

const opensTag = '<'.charCodeAt(0);
const opensComment: ReadonlySet<number> = new Set([opensTag, '{'.charCodeAt(0)]);

/** Raw text that ends only with its own end mark, whatever stands in it. */
const raw = [
  [/^<!--/, /-->/],
  [/^<(?:pre|script|style)(?:\s|>|$)/i, /<\/(?:pre|script|style)>/i],
] as const;

function readRaw(context: BlockContext, line: Line): boolean {
  const text = line.text.slice(line.pos);
  const close = raw.find(([open]) => open.test(text))?.[1];
  if (close === undefined) {
    return false;
  }
  const start = context.lineStart + line.pos;
  let more = !close.test(text);
  while (context.nextLine() && more) {
    more = !close.test(line.text);
  }
  context.addElement(context.elt('RawText', start, context.prevLineEnd()));
  return true;
}

const fence = /^\s*(`{3,}|~{3,})([^`]*)$/;

/** Ends a paragraph, such as the line `<Tab>`, in front of an indented fence: CommonMark goes on with the paragraph, MDX and authors see a block. */
const untilFence: LeafBlockParser = {
  nextLine: (context, line, leaf) => {
    const isFence = line.indent >= line.baseIndent + indent && fence.test(line.text.slice(line.pos));
    return isFence && untilFence.finish(context, leaf);
  },
  finish: (context, leaf) => {
    const { start, content } = leaf;
    context.addLeafElement(leaf, context.elt('Paragraph', start, start + content.length, context.parser.parseInline(content, start)));
    return true;
  },
};

/**
 * Beside CommonMark: tabs and admonitions hold blocks in their indentation. HTML hides no fences, as authors expect and
 * MDX does; only comments and preformatted text do.
 */
const extension: MarkdownConfig = {
  remove: ['HTMLBlock', 'HTMLTag', 'Link', 'Image', 'Emphasis', 'Autolink', 'Entity', 'HardBreak', 'LinkReference', 'SetextHeading'],
  defineNodes: [
    { name: 'RawText', block: true },
    {
      name: 'Callout',
      block: true,
      composite: (_context, line, column) => {
        if (line.indent < line.baseIndent + column && line.pos < line.text.length) {
          return false;
        }
        line.moveBaseColumn(line.baseIndent + column);
        return true;
      },
    },
    { name: 'CalloutTitle', block: true },
    { name: 'Comment' },
    { name: 'HtmlCode' },
  ],
  parseInline: [
    {
      name: 'Comment',
      before: 'Escape',
      parse: (context, next, position) => {
        const length = opensComment.has(next) ? (inlineComment.exec(context.slice(position, context.end))?.[0].length ?? 0) : 0;
        return length === 0 ? -1 : context.addElement(context.elt('Comment', position, position + length));
      },
    },
    {
      name: 'HtmlCode',
      before: 'Escape',
      parse: (context, next, position) => {
        const length = next === opensTag ? (htmlCode.exec(context.slice(position, Math.min(context.end, position + longestHtmlCode)))?.[0].length ?? 0) : 0;
        return length === 0 ? -1 : context.addElement(context.elt('HtmlCode', position, position + length));
      },
    },
  ],
  parseBlock: [
    { name: 'FenceBelowText', leaf: () => untilFence },
    { name: 'RawText', before: 'IndentedCode', parse: (context, line) => line.indent < line.baseIndent + indent && readRaw(context, line) },
    {
      name: 'Callout',
      before: 'IndentedCode',
      parse: (context, line) => {
        if (line.indent >= line.baseIndent + indent || !callout.test(line.text.slice(line.pos))) {
          return false;
        }
        const start = context.lineStart + line.pos;
        context.startComposite('Callout', line.pos, indent);
        context.addElement(context.elt('CalloutTitle', start, context.lineStart + line.text.length));
        context.nextLine();
        return true;
      },
    },
  ],
};

const markdown = parser.configure(extension);

/** A line of lists and quotes in each other, deeper than any text has them: the parser would take the square of their number. */
const absurdNesting = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){65,}.*$/gm;

function parse(text: string): ReturnType<typeof markdown.parse> {
  return markdown.parse(text.replace(absurdNesting, (line) => ' '.repeat(line.length)));
}

/** The lines of a code node: the parser tells them from quote marks and list indentation. */
function linesOf(text: string, node: SyntaxNode): Span[] {
  const lines: Span[] = [];
  for (const { from, to } of node.getChildren('CodeText')) {
    // The stretch before ended in a line end, so its last line is the one that begins here.
    lines.pop();
    for (let start = from; start <= to; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 || newline >= to ? to : newline;
      lines.push({ start, end });
      start = end + 1;
    }
  }
  return lines;
}

/** A directive of MyST, which holds Markdown unless it holds code. */
const directive = /^\{[a-z-]+\}/;

/** What may stand behind the mark that ends a fence: the bracket that ends the box of a slide, `.exercise[`. */
const endsFence = /^\s*\]*\s*$/;

/** Code that holds fences: what looks like code to CommonMark is a block in a tab, a component or a directive to its author. */
function fencesIn(text: string, lines: readonly Span[], fences: readonly string[]): CodeBlock[] | undefined {
  const blocks: CodeBlock[] = [];
  let open: { readonly mark: string; readonly info: string; readonly from: number } | undefined;
  for (const [index, { start, end }] of lines.entries()) {
    const [, mark, info = ''] = fence.exec(text.slice(start, end)) ?? [];
    if (mark === undefined) {
      continue;
    }
    if (open === undefined) {
      open = { mark, info, from: index + 1 };
    } else if (endsFence.test(info) && mark.startsWith(open.mark)) {
      const language = fenceLanguage(open.info, fences);
      if (language !== undefined) {
        blocks.push({ lines: lines.slice(open.from, index), language, origin: 'fence' });
      }
      open = undefined;
    }
  }
  return open === undefined && blocks.length === 0 ? undefined : blocks;
}

function blocksOf(text: string, node: SyntaxNode, origin: RegionOrigin, fences: readonly string[]): CodeBlock[] {
  const lines = linesOf(text, node);
  if (origin === 'indented') {
    return fencesIn(text, lines, fences) ?? [{ lines, language: unnamed, origin }];
  }
  const info = node.getChild('CodeInfo');
  const named = info === null ? '' : text.slice(info.from, info.to);
  const language = fenceLanguage(named, fences);
  if (language === undefined) {
    return directive.test(named) ? (fencesIn(text, lines, fences) ?? []) : [];
  }
  return [{ lines, language, origin }];
}

/** A fence that Docusaurus takes for MDX: its mark is for other readers. */
function isShownAsWritten(text: string, node: SyntaxNode): boolean {
  const info = node.getChild('CodeInfo');
  return info !== null && text.slice(info.from, info.to).trim() === 'mdx-code-block';
}

/** Whether a tag there is text of other code or of a comment. Indented it is none: components and lists indent what they hold. */
function isInCode(text: string, tree: Tree, at: number): boolean {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node !== null; node = node.parent) {
    const { name, from } = node;
    if (name === 'FencedCode' && isShownAsWritten(text, node)) {
      continue;
    }
    if (name === 'FencedCode' || name === 'InlineCode' || name === 'Comment' || name === 'Blockquote' || (name === 'RawText' && !/^<pre/i.test(text.slice(from, from + 4)))) {
      return true;
    }
  }
  return false;
}

/** The regions of a Markdown document that may hold a command, code spans included. */
export function markdownRegions(text: string, mentions: RegExp, fences: readonly string[] = []): Region[] {
  if (!mentions.test(text)) {
    return [];
  }
  const tree = parse(text);
  const codes = markupCode(text, fences, (offset) => !isInCode(text, tree, offset));
  if (codes.length === 0) {
    return parsedRegions(text, tree, mentions, fences);
  }
  const rest = withoutMarkupCode(text, codes);
  const regions = [...parsedRegions(rest, parse(rest), mentions, fences), ...codes.flatMap((code) => markupRegion(text, code, mentions) ?? [])];
  return regions.sort((a, b) => a.start - b.start);
}

/** The same of what the parser alone knows for code. */
function parsedRegions(text: string, tree: Tree, mentions: RegExp, fences: readonly string[]): Region[] {
  const regions: Region[] = [];
  const push = (region: Region | undefined): void => {
    if (region !== undefined) {
      regions.push(region);
    }
  };
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'FencedCode' || name === 'CodeBlock') {
        for (const block of blocksOf(text, node, name === 'FencedCode' ? 'fence' : 'indented', fences)) {
          push(blockRegion(text, block, mentions));
        }
        return false;
      }
      if (name === 'InlineCode') {
        const marks = node.getChildren('CodeMark');
        const span = { start: marks[0]?.to ?? from, end: marks.at(-1)?.from ?? to };
        push(inlineRegion(text, span, mentions));
        return false;
      }
      if (name === 'HtmlCode') {
        push(inlineRegion(text, { start: from + htmlCodeMark, end: to - htmlCodeMark - 1 }, mentions));
        return false;
      }
      return name !== 'RawText' && name !== 'CalloutTitle';
    },
  });
  return regions;
}

const mentionsDirectiveComment = new RegExp(`(?:<!--|\\{/\\*)\\s*${mentionsDirective.source}`);

/** The directives in comments of the document itself, in order; those inside code are not among them. */
export function markdownDirectives(text: string): Directive[] {
  const found: Directive[] = [];
  if (!mentionsDirectiveComment.test(text)) {
    return found;
  }
  parse(text).iterate({
    enter: ({ name, from, to }) => {
      const hasComments = name === 'Comment' || (name === 'RawText' && text.startsWith('<!--', from));
      for (const match of hasComments ? text.slice(from, to).matchAll(new RegExp(comment, 'g')) : []) {
        const start = from + match.index;
        const [whole, html, mdx = ''] = match;
        const at = start + (html === undefined ? mdxCommentMark : htmlCommentMark);
        const directive = parseDirective(html ?? mdx, at, { start, end: start + whole.length });
        found.push(...(directive === undefined ? [] : [directive]));
      }
      return !hasComments;
    },
  });
  return found;
}
