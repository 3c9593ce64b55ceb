/** A comment line between continued lines: it ends the command. */
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

export const commentInsideContinuedCommand: Rule = continuationRule({
  id: 'comment-inside-continued-command',
  title: 'Comment line between the lines of one command',
  severity: { script: 'error', markdown: 'error' },
  message: 'This comment ends the command above: the lines below it run as a command of their own. Put the comment above the whole command.',
  fixTitle: 'Move the comment above the command',
  docs: {
    why: 'The backslash joins the comment line to the command, and a comment reaches to the end of its line whatever stands there: a backslash at its end continues nothing. Docker gets the first half of the flags, the shell tries to run the second half as a program. The container then often starts, without its volumes or its limits.',
    references: ['[Comments, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Comments.html)', '[ShellCheck SC2215](https://www.shellcheck.net/wiki/SC2215)'],
  },
  examples: [
    {
      bad: 'docker run -d \\\n  ⟦# keep the data⟧\n  -v web-data:/data \\\n  nginx:1.27\n',
      fixed: '# keep the data\ndocker run -d \\\n  -v web-data:/data \\\n  nginx:1.27\n',
    },
    {
      bad: 'docker run -d \\\n  ⟦# -p 8080:80 \\⟧\n  # keep the data\n  -v web-data:/data \\\n  nginx:1.27\n',
      fixed: '# -p 8080:80\n# keep the data\ndocker run -d \\\n  -v web-data:/data \\\n  nginx:1.27\n',
    },
  ],
  silent: ['# keep the data\ndocker run -v web-data:/data \\\n  nginx:1.27\n', 'docker run -d nginx:1.27 \\\n# the next one\ndocker ps\n', 'docker run -d \\\n  nginx:1.27\n  # -v web-data:/data\n'],
});
