/** A comment behind the backslash: the shell sees neither a continuation nor a comment. */
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

export const commentAfterContinuation: Rule = continuationRule({
  id: 'comment-after-continuation',
  title: 'Comment behind the backslash at the end of a line',
  severity: { script: 'error', markdown: 'error' },
  message: 'A comment cannot follow the backslash: its words become arguments, and the command ends with this line. Put the comment on a line above the command.',
  fixTitle: 'Move the comment above the command',
  docs: {
    why: 'The backslash escapes the blank behind it instead of the line break, so `#` starts no comment: docker gets a word that begins with a space, then every word of the comment. The lines below run as commands of their own. A command over several lines has no place for comments but above it.',
    references: ['[Comments, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Comments.html)'],
  },
  examples: [
    {
      bad: 'docker run -d ⟦\\ # in the background⟧\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
      fixed: '# in the background\ndocker run -d \\\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
    },
    {
      bad: "docker run \\\n  -d ⟦\\  # don't wait⟧\n  -p 127.0.0.1:8080:80 \\ # web\n  nginx:1.27\n",
      fixed: "# don't wait\n# web\ndocker run \\\n  -d \\\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n",
      note: 'One fix moves all comments.',
    },
  ],
  silent: ['docker run -d nginx:1.27 # in the background\n', 'docker run -d \\\n  nginx:1.27 # the web server\n', "docker run -e 'A=\\ # b' \\\n  nginx:1.27\n", 'docker run -d `# in the background` \\\n  nginx:1.27\n'],
});
