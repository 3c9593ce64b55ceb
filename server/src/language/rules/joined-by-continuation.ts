/** A backslash at the end of a word with nothing in front of the next line: the shell makes one word of the two. */
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

export const joinedByContinuation: Rule = continuationRule({
  id: 'joined-by-continuation',
  title: 'A continued line joins two words',
  severity: { script: 'error', markdown: 'error' },
  message: 'The shell takes the backslash and the line break away, and the words before and behind them become one. Put a blank in front of the backslash.',
  fixTitle: 'Put a blank in front of the backslash',
  docs: {
    why: 'A backslash at the end of a line vanishes together with the line break, and nothing is left in their place. With no blank in front of it and none at the beginning of the next line, `--name web` and `-p 80:80` become `--name web-p` and an image `80:80`. Most people indent continued lines, which is why it works everywhere else.',
    references: ['[Escape character, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html)'],
  },
  examples: [
    {
      bad: 'docker run -d --name web⟦\\⟧\n-p 127.0.0.1:8080:80 nginx:1.27\n',
      fixed: 'docker run -d --name web \\\n-p 127.0.0.1:8080:80 nginx:1.27\n',
    },
    {
      bad: 'docker run -d --name "web"⟦\\⟧\n--memory 1g\\\n-p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
      fixed: 'docker run -d --name "web" \\\n--memory 1g \\\n-p 127.0.0.1:8080:80 \\\n  nginx:1.27\n',
      note: 'One fix mends every line of the command.',
    },
    {
      bad: 'docker run --name web⟦\\⟧\n--rm alpine:3.20 echo long\\\n--rm\n',
      fixed: 'docker run --name web \\\n--rm alpine:3.20 echo long\\\n--rm\n',
      note: 'What belongs to the program in the container is left as it is.',
    },
  ],
  silent: [
    'docker run -d --name web\\\n  -p 127.0.0.1:8080:80 nginx:1.27\n',
    'docker run -d --name web \\\n-p 127.0.0.1:8080:80 nginx:1.27\n',
    'docker run --rm -e "TEXT=a\\\n-p b" alpine:3.20 env\n',
    'docker run --rm alpine:3.20 echo long\\\n-word\n',
    'docker run --rm -v /srv/very/long/path\\\n-of-a-folder:/data alpine:3.20 ls\n',
  ],
});
