/** Typographic quotes: for the shell they are letters like any other. */
import type { DockerCommand } from '../command/docker-command.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import type { Rule } from './rule.ts';
import { unquotedMatches } from './quoted-stretches.ts';

const doubles = /[\u201c\u201d\u201e\u201f]/;
const singles = /[\u2018\u2019\u201a\u201b]/;
const typographicQuote = /[\u2018-\u201f]/;

/** Offsets of the quotes that were meant as such: they open a word or a value, or come in pairs. */
function quotesIn(command: DockerCommand, text: string): number[] {
  const found = command.shell.words.flatMap((word) => (typographicQuote.test(word.source) ? unquotedMatches(word, typographicQuote) : []));
  const [first] = found;
  const opens = first !== undefined && (/[\s=:,]/.test(text.charAt(first - 1)) || found.length > 1);
  return opens ? found : [];
}

function edits(offsets: readonly number[], text: string): TextEdit[] {
  return offsets.map((start) => replace({ start, end: start + 1 }, doubles.test(text.charAt(start)) ? '"' : "'"));
}

/** Whether ASCII quotes in their place would pair up and change nothing else. */
function pairs(offsets: readonly number[], text: string): boolean {
  const first = offsets[0] ?? 0;
  const between = text.slice(first, offsets.at(-1) ?? first);
  const balanced = [doubles, singles].every((kind) => offsets.filter((offset) => kind.test(text.charAt(offset))).length % 2 === 0);
  return balanced && !/["'\n]/.test(between);
}

export const smartQuotes: Rule = {
  id: 'smart-quotes',
  title: 'Typographic quotes in a command',
  refusedBy: 'shell',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'The shell knows only `"` and `\'`. Typographic quotes become part of the value, and a text with blanks between them falls apart into several arguments: the second word of `-e “TITLE=My wiki”` is taken for the image.',
    whenToIgnore: 'The program in the container is meant to get these characters; put ASCII quotes around them.',
    references: ['[ShellCheck SC1110](https://www.shellcheck.net/wiki/SC1110)', '[ShellCheck SC1111](https://www.shellcheck.net/wiki/SC1111)'],
  },
  examples: [
    { bad: 'docker run -d -e ⟦“⟧TITLE=My wiki” nginx:1.27\n', fixed: 'docker run -d -e "TITLE=My wiki" nginx:1.27\n' },
    { bad: 'docker exec web sh -c ⟦‘⟧ls -l’\n', fixed: "docker exec web sh -c 'ls -l'\n" },
  ],
  silent: ['docker run -e "TITLE=“My” wiki" nginx:1.27\n', "docker run -e 'TITLE=it’s' nginx:1.27\n", 'docker run nginx:1.27 echo it’s\n'],
  causes: [{ text: typographicQuote }],
  check: (command, { region, report }) => {
    const offsets = command.facts === undefined ? [] : quotesIn(command, region.text);
    const [start] = offsets;
    if (start !== undefined) {
      report({
        span: { start, end: start + 1 },
        message: 'The shell does not know typographic quotes: they become part of the value, and blanks between them separate arguments. Write `"` or `\'`.',
        fixes: [{ title: 'Write ASCII quotes', edits: edits(offsets, region.text), safe: pairs(offsets, region.text) }],
      });
    }
  },
};
