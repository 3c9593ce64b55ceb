/** A comment to Gantry that says nothing it understands. */
import { lineStart } from '../text/lines.ts';
import { nearest } from '../docker/values/scan/nearest.ts';
import { directiveKinds, type Directive } from '../shell/directives.ts';
import { remove, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Report, Rule } from './rule.ts';

/** What is wrong with the directive; undefined when it can be followed. */
function problemOf(directive: Directive, text: string): Report | undefined {
  const { kind, keyword, span } = directive;
  const isShell = /^(?:#|@?rem|::)/i.test(text.slice(span.start, span.end));
  if (kind === undefined) {
    const meant = nearest(keyword.text, directiveKinds);
    return {
      span: keyword.span,
      message: `Gantry does not know ${code(keyword.text)}. Write ${directiveKinds.map((known) => `\`${known}\``).join(', ')}.`,
      fixes: meant === undefined ? [] : [{ title: `Write \`${meant}\``, edits: [replace(keyword.span, meant)], safe: false }],
    };
  }
  if (directive.lacksIds) {
    const equals = { start: keyword.span.end, end: keyword.span.end + 1 };
    return {
      span: keyword.span,
      message: 'The ids of the rules are missing behind `=`. Name them, or drop the sign to mean every rule.',
      fixes: text.charAt(equals.start) === '=' ? [{ title: 'Mean every rule', edits: [remove(equals)], safe: false }] : [],
    };
  }
  if (kind === 'disable-line' && !isShell) {
    return {
      span: keyword.span,
      message: 'A comment of the document cannot stand on a line of code. Write `disable-next-line` in front of the block, or put `disable-line` into it.',
      fixes: [{ title: 'Write `disable-next-line`', edits: [replace(keyword.span, 'disable-next-line')], safe: false }],
    };
  }
  if (kind === 'disable-next-line' && isShell && directive.scope === undefined) {
    const ownLine = text.slice(lineStart(text, span.start), span.start).replace(/[\s>]/g, '') === '';
    return ownLine
      ? { span: keyword.span, message: 'There is no command on the next line. Put the comment right above the command.' }
      : {
          span: keyword.span,
          message: 'Behind a command, `disable-next-line` speaks of nothing. Put the comment above the command, or write `disable-line` for this one.',
          fixes: [{ title: 'Write `disable-line`', edits: [replace(keyword.span, 'disable-line')], safe: false }],
        };
  }
  return undefined;
}

export const malformedIgnore: Rule = {
  id: 'malformed-ignore',
  title: 'Comment to Gantry that cannot be understood',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'A comment that begins with `gantry` and a word such as `disable` is meant for Gantry, and silences nothing when its form is wrong: an unknown word, an equals sign without ids, a comment above no command. The findings that it should have silenced stay, and the next reader believes that they were looked at.',
    references: ['[Ignoring findings](../configuration.md#ignoring-findings)'],
  },
  examples: [
    {
      bad: '# gantry ⟦disable-nextline⟧=unknown-flag\ndocker run --memory 1g nginx:1.27\n',
      fixed: '# gantry disable-next-line=unknown-flag\ndocker run --memory 1g nginx:1.27\n',
    },
    { bad: '# gantry ⟦ignore⟧ unknown-flag\ndocker run --memory 1g nginx:1.27\n' },
    { bad: 'docker ps # gantry ⟦disable-line⟧=\n', fixed: 'docker ps # gantry disable-line\n' },
    { bad: 'docker ps # gantry ⟦disable-next-line⟧=unknown-flag\n', fixed: 'docker ps # gantry disable-line=unknown-flag\n' },
    { bad: '# gantry ⟦disable-next-line⟧=unknown-flag\n\ndocker ps\n' },
    {
      bad: '<!-- gantry ⟦disable-line⟧ unknown-flag -->\n\n```sh\ndocker ps\n```\n',
      fixed: '<!-- gantry disable-next-line unknown-flag -->\n\n```sh\ndocker ps\n```\n',
      surface: 'markdown',
    },
  ],
  silent: [
    '# gantry disable-next-line\n# for the wrapper\ndocker ps\n',
    '# Gantry disabled by the wrapper\ndocker ps\n',
    '# gantry enables what was disabled\ndocker ps\n',
    "echo '# gantry disable-all'\ndocker ps\n",
    '# gantry disable\ndocker ps\n# gantry enable\n',
  ],
  checkDirective: ({ directive }, { text, report }) => {
    const problem = problemOf(directive, text);
    if (problem !== undefined) {
      report(problem);
    }
  },
};
