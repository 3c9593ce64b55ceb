/** Builds Markdown for hovers and messages from text that may be hostile: values of the document never become markup. */

/** The text as an inline code span, whatever backticks it holds; control characters and newlines become spaces, long text is cut, and no text is shown as `""`. */
export function code(text: string, limit = 120): string {
  const shortened = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
  const clean = shortened.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
  if (!clean.includes('`')) {
    return `\`${clean === '' ? '""' : clean}\``;
  }
  const longestRun = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const padding = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${clean}${padding}${fence}`;
}

/** The text as code, or the words where there is no text. */
export function codeOr(text: string, words: string): string {
  return text === '' ? words : code(text);
}

/** A fenced block; the fence is longer than any run of backticks inside. */
export function codeBlock(text: string, language = 'sh'): string {
  const longestRun = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

const blocks = /^(`{3,})[^`\n]*\n([\s\S]*?)\n\1$/gm;
const inline = /(`+)([\s\S]*?[^`])\1(?!`)|\[([^\]\n]+)\]\(([^()\s]+)\)|\*+(?=[^\s*])|(?<=[^\s*])\*+/g;

function withoutInline(markdown: string): string {
  return markdown.replace(inline, (_markup, _fence: string, span: string | undefined, label: string | undefined, address: string | undefined) => {
    if (span !== undefined) {
      return /^ .*\S.* $/s.test(span) ? span.slice(1, -1) : span;
    }
    return label === undefined ? '' : `${withoutInline(label)}: ${address ?? ''}`;
  });
}

/** Markdown of our own as it reads where none is rendered: what markup holds, links with their addresses. */
export function plainText(markdown: string): string {
  let text = '';
  let position = 0;
  for (const block of markdown.matchAll(blocks)) {
    text += withoutInline(markdown.slice(position, block.index)) + (block[2] ?? '');
    position = block.index + block[0].length;
  }
  return text + withoutInline(markdown.slice(position));
}
