/** An array of arguments without quotes: the shell splits its elements at blanks. */
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

const array = /^\$(?:@|\{(?:@|[A-Za-z_]\w*\[@\])\})$/;

export const unquotedArray: Rule = {
  id: 'unquoted-array',
  title: 'Array of arguments without quotes',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'Without quotes the shell splits every element of an array at blanks and expands `*` in it: `-e "TITLE=My wiki"` arrives as two arguments, and `wiki` becomes the image. Quotes keep each element as it is, and an empty array still gives no argument. zsh does not split them, so nothing is reported there.',
    whenToIgnore: 'The elements are meant to be split.',
    references: ['[ShellCheck SC2068](https://www.shellcheck.net/wiki/SC2068)'],
  },
  examples: [
    { bad: 'docker run -d ⟦${args[@]}⟧ nginx:1.27\n', fixed: 'docker run -d "${args[@]}" nginx:1.27\n' },
    { bad: 'docker exec web ⟦$@⟧\n', fixed: 'docker exec web "$@"\n' },
  ],
  silent: ['docker run -d "${args[@]}" nginx:1.27\n', 'docker run -d ${args[*]} nginx:1.27\n', 'docker run -d $OPTIONS nginx:1.27\n', 'docker exec web "$@"\n'],
  causes: [{ text: /\$(?:@|\{(?:@|\w+\[@))/ }],
  check: (command, { region, report }) => {
    const { dialect, nested, words } = command.shell;
    if (dialect !== 'posix' || region.keepsVariables === true || nested || command.facts === undefined) {
      return;
    }
    for (const { source, span } of words) {
      if (array.test(source)) {
        report({
          span,
          message: `The elements are split at blanks. Write ${code(`"${source}"`)}.`,
          fixes: [{ title: 'Put double quotes around it', edits: [replace(span, `"${source}"`)], safe: false }],
        });
      }
    }
  },
};
