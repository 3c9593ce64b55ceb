/** A comment that switches off a rule which does not exist. */
import { nearest } from '../docker/values/scan/nearest.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

export const unknownIgnore: Rule = {
  id: 'unknown-ignore',
  title: 'Comment that switches off a rule which does not exist',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'A comment such as `gantry disable-next-line=privileged-container` silences the rules that it names, and those only. A misspelled id silences nothing, so the finding that it was written for stays, or comes back unnoticed when the rule was renamed. Words that explain the comment belong behind ` -- `; in front of it they are read as ids.',
    references: ['[Ignoring findings](../configuration.md#ignoring-findings)'],
  },
  examples: [
    {
      bad: '# gantry disable-next-line=⟦unknown-flg⟧ -- the wrapper adds it\ndocker run --memory 1g nginx:1.27\n',
      fixed: '# gantry disable-next-line=unknown-flag -- the wrapper adds it\ndocker run --memory 1g nginx:1.27\n',
    },
    { bad: 'docker ps # gantry disable-line=⟦docker-ps⟧\n' },
    { bad: '<!-- gantry disable-file ⟦privileged⟧ -->\n\n```sh\ndocker ps\n```\n', surface: 'markdown' },
  ],
  silent: [
    '# gantry disable-next-line=unknown-flag,missing-image -- said elsewhere\ndocker run --memory 1g nginx:1.27\n',
    'cat <<END\n# gantry disable-next-line=no-such-rule\nEND\ndocker ps\n',
    'echo "# gantry disable=no-such-rule"\ndocker ps\n',
  ],
  checkDirective: ({ directive }, { ids, report }) => {
    for (const { text, span } of directive.kind === undefined ? [] : directive.ids) {
      if (!ids.has(text)) {
        const meant = nearest(text, ids);
        report({
          span,
          message: meant === undefined ? `There is no rule ${code(text)}. A reason stands behind \` -- \`.` : `There is no rule ${code(text)}; did you mean \`${meant}\`?`,
          fixes: meant === undefined ? [] : [{ title: `Write \`${meant}\``, edits: [replace(span, meant)], safe: false }],
        });
      }
    }
  },
};
