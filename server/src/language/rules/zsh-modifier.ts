/** Reports `$IMAGE:latest` in zsh, which takes the colon and a letter for a change to the variable. */
import { openQuote } from '../command/quote.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

/** A variable without braces, and what zsh 5.9 makes of a letter behind its colon. */
const modified = /(?<!\\)\$([A-Za-z_]\w*):([acehlqrstuAPQ])/g;

const effects: Readonly<Record<string, string>> = {
  a: 'the absolute path',
  A: 'the absolute path',
  c: 'the path of the program',
  e: 'the extension alone',
  h: 'the part in front of the last slash',
  l: 'lower case',
  P: 'the absolute path',
  q: 'quotes',
  Q: 'the text without quotes',
  r: 'the text without its extension',
  s: 'a replacement',
  t: 'the part behind the last slash',
  u: 'upper case',
};

export const zshModifier: Rule = {
  id: 'zsh-modifier',
  title: 'A variable in zsh that the colon behind it changes',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Behind a variable without braces zsh reads a colon and a letter as a modifier, in double quotes too: with `IMAGE=Shop`, `$IMAGE:latest` is `shopatest`, since `:l` means lower case; `$DATA:ro` loses the extension and gains an `o`; `$IMAGE:stable` is a bad substitution. bash, from which such lines are copied, keeps the text. Braces end the name: `${IMAGE}:latest`.',
    references: ['[zsh, modifiers](https://zsh.sourceforge.io/Doc/Release/Expansion.html#Modifiers)'],
  },
  examples: [
    { bad: '```zsh\ndocker run --rm ⟦$IMAGE:l⟧atest\n```\n', fixed: '```zsh\ndocker run --rm ${IMAGE}:latest\n```\n', surface: 'markdown' },
    { bad: '```zsh\ndocker run --rm -v "⟦$DATA:r⟧o" app:1\n```\n', fixed: '```zsh\ndocker run --rm -v "${DATA}:ro" app:1\n```\n', surface: 'markdown' },
  ],
  silent: [
    '```zsh\ndocker run --rm ${IMAGE}:latest\n```\n',
    '```zsh\ndocker run --rm $IMAGE:3.20\n```\n',
    '```zsh\ndocker run --rm -v $PWD:/src app:1\n```\n',
    "```zsh\ndocker run --rm app:1 sh -c 'echo $A:latest'\n```\n",
    '```bash\ndocker run --rm $IMAGE:latest\n```\n',
    'docker run --rm $IMAGE:latest\n',
  ],
  causes: [{ text: /\$\w+:[A-Za-z]/ }],
  check: ({ shell }, { region, report }) => {
    if (region.keepsVariables !== true || shell.nested) {
      return;
    }
    for (const word of shell.words) {
      for (const { 0: found, 1: name = '', 2: letter = '', index } of word.unquotable === true ? [] : word.source.matchAll(modified)) {
        const start = word.span.start + index;
        if (openQuote(word, start) !== "'") {
          const written = `\${${name}}:`;
          report({
            span: { start, end: start + found.length },
            message: `In zsh ${code(`:${letter}`)} behind ${code(`$${name}`)} is a modifier: ${effects[letter] ?? 'it changes the value'}. Write ${code(written)}.`,
            fixes: [{ title: `Write ${code(written)}`, edits: [replace({ start, end: start + found.length - 1 }, written)], safe: true }],
          });
        }
      }
    }
  },
};
