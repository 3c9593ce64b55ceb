/** A blank behind the backslash: the shell reads an escaped blank, and the command ends there. */
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

export const spaceAfterContinuation: Rule = continuationRule({
  id: 'space-after-continuation',
  title: 'Blank behind the backslash at the end of a line',
  severity: { script: 'error', markdown: 'error' },
  message: 'The backslash must be the last character of its line. With a blank behind it the command ends here, and the next line runs as a command of its own. Delete the blank.',
  fixTitle: 'Delete the blanks behind the backslash',
  atEnd: {
    message: 'The backslash and the blank behind it become an argument of their own: a single space. Delete both.',
    fixTitle: 'Delete the backslash and the blank',
  },
  docs: {
    why: 'A backslash continues a line only when the line break follows at once. With a blank between the two, the shell escapes that blank: docker gets one argument more, a single space, and everything below is lost to it. The blank is invisible, so the error that follows (`invalid reference format`, `-v: command not found`) points at the wrong place.',
    references: ['[Escape character, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html)', '[ShellCheck SC1101](https://www.shellcheck.net/wiki/SC1101)'],
  },
  examples: [
    {
      bad: 'docker run -d ⟦\\ ⟧\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
      fixed: 'docker run -d \\\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
    },
    {
      bad: 'docker run -d⟦\\  ⟧\n--name web \\ \nnginx:1.27\n',
      fixed: 'docker run -d \\\n--name web \\\nnginx:1.27\n',
      note: 'One fix mends every line of the command.',
    },
    { bad: 'docker stop web ⟦\\ ⟧\ndocker rm web\n', fixed: 'docker stop web\ndocker rm web\n' },
  ],
  silent: ['docker run -d \\\n  nginx:1.27\n', "docker run -e 'A=b\\ ' \\\n  nginx:1.27\n", 'docker run -v /my\\ data:/data \\\n  nginx:1.27\n', 'docker run nginx:1.27 echo a\\ b\n'],
});
