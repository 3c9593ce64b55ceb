/** A comment that switches off what was silent anyway. */
import { lineEnd, lineStart } from '../text/lines.ts';
import type { DirectiveWord } from '../shell/directives.ts';
import { remove, type TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

/** Removes the comment, with its line where it stands alone and with the blanks in front of it elsewhere. */
function withoutComment(text: string, { start, end }: Span): TextEdit {
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  const to = Math.min(lineEnd(text, end) + 1, text.length);
  if (/^[\s>]*$/.test(before) && text.slice(end, to).trim() === '') {
    return remove({ start: from, end: to });
  }
  return remove({ start: start - (before.length - before.trimEnd().length), end });
}

/** Removes one id of several, with the sign that parts it from its neighbour. */
function withoutId(ids: readonly DirectiveWord[], id: DirectiveWord): TextEdit {
  const index = ids.indexOf(id);
  const next = ids[index + 1];
  const previous = ids[index - 1];
  const start = next === undefined && previous !== undefined ? previous.span.end : id.span.start;
  return remove({ start, end: next?.span.start ?? id.span.end });
}

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  title: 'Comment that switches off what was silent anyway',
  refusedBy: 'nobody',
  severity: { script: 'off', markdown: 'off' },
  tag: 'unnecessary',
  docs: {
    why: 'The command was mended, or the rule is off already, and the comment stayed. It does no harm today; tomorrow it hides a new finding that nobody decided about. Set `reportUnusedIgnores` in the configuration file to be told.',
    references: ['[Ignoring findings](../configuration.md#ignoring-findings)'],
  },
  examples: [
    {
      bad: '⟦# gantry disable-next-line⟧\ndocker ps\n',
      fixed: 'docker ps\n',
    },
    {
      bad: '# gantry disable-next-line=⟦missing-image⟧,unknown-flag\ndocker run --memroy 1g nginx:1.27\n',
      fixed: '# gantry disable-next-line=unknown-flag\ndocker run --memroy 1g nginx:1.27\n',
    },
    {
      bad: 'docker ps # gantry disable-line=⟦unknown-flag⟧ -- for the wrapper\n',
      fixed: 'docker ps\n',
    },
  ],
  silent: [
    '# gantry disable-next-line=unknown-flag\ndocker run --memroy 1g nginx:1.27\n',
    'docker run --memroy 1g nginx:1.27 # gantry disable-line\n',
    '# gantry disable=unknown-flag\ndocker run --memroy 1g nginx:1.27\n# gantry enable=unknown-flag\n',
    '# gantry disable-file\ndocker run --memroy 1g nginx:1.27\n',
  ],
  checkDirective: ({ directive, unused }, { text, ids, report }) => {
    const { kind, span, lacksIds } = directive;
    if (kind === undefined || lacksIds) {
      return;
    }
    const message = kind === 'enable' ? 'Nothing was switched off here. Remove the comment.' : 'Nothing was reported here that this would silence. Remove it.';
    if (unused === 'everything') {
      report({ span, message, fixes: [{ title: 'Remove the comment', edits: [withoutComment(text, span)], safe: true }] });
      return;
    }
    for (const id of unused.filter((word) => ids.has(word.text))) {
      const isOnly = directive.ids.length === 1;
      const edits = [isOnly ? withoutComment(text, span) : withoutId(directive.ids, id)];
      report({ span: id.span, message, fixes: [{ title: isOnly ? 'Remove the comment' : `Remove \`${id.text}\``, edits, safe: true }] });
    }
  },
};
