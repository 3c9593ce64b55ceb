/** An empty line behind a continued one: the command ends there. */
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

export const blankLineInContinuation: Rule = continuationRule({
  id: 'blank-line-in-continuation',
  title: 'Empty line between the lines of one command',
  severity: { script: 'error', markdown: 'error' },
  message: 'The empty line below ends the command: the flags behind it run as a command of their own. Delete the empty line.',
  fixTitle: 'Delete the empty line',
  docs: {
    why: 'The backslash joins the next line, and that line is empty: the command is over. The flags below the gap never reach docker, and the shell reports them as unknown commands.',
    references: ['[Escape character, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html)'],
  },
  examples: [
    {
      bad: 'docker run -d ⟦\\⟧\n\n  -v web-data:/data \\\n  nginx:1.27\n',
      fixed: 'docker run -d \\\n  -v web-data:/data \\\n  nginx:1.27\n',
    },
  ],
  silent: ['docker run -d \\\n  nginx:1.27\n\n', 'docker run -d nginx:1.27 \\\n\ndocker ps\n'],
});
