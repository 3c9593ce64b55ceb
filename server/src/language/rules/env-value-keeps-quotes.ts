/** Quotes inside the quotes around an environment variable: the program gets them. */
import { valueRule } from './value-rule.ts';

export const envValueKeepsQuotes = valueRule({
  id: 'env-value-keeps-quotes',
  title: 'Quotes that become part of an environment variable',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'info' },
  // Nobody writes a backslash in front of a quote by accident.
  isMeant: ({ value }) => /\\["']/.test(value.word.source),
  docs: {
    why: 'The shell takes away one pair of quotes. A second pair inside it is part of the value: `PASSWORD` becomes `"secret"` with its quotes, and the login fails although the command looks right.',
    whenToIgnore: 'The program expects the quotes, as some do that read a list or a line of configuration.',
    references: ['[Set environment variables](https://docs.docker.com/reference/cli/docker/container/run/#env)'],
  },
  examples: [
    { bad: `docker run -e 'TITLE=⟦"My wiki"⟧' nginx:1.27\n`, fixed: `docker run -e 'TITLE=My wiki' nginx:1.27\n` },
    { bad: `docker run -e "TITLE=⟦'wiki'⟧" nginx:1.27\n`, fixed: 'docker run -e "TITLE=wiki" nginx:1.27\n' },
  ],
  silent: [`docker run -e TITLE="My wiki" nginx:1.27\n`, `docker run -e 'LIST=["a","b"]' nginx:1.27\n`, `docker run -e 'OPTS=-Da="b" -Dc="d"' nginx:1.27\n`, `docker run -e "TITLE='$TITLE'" nginx:1.27\n`, 'docker run -e NODES="\\"a:1;b:2\\"" nginx:1.27\n', 'docker run -e NODES=\\"a:1\\" nginx:1.27\n'],
});
