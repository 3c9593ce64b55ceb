/** A typographic dash in front of a flag: for docker it is no flag at all. */
import type { CommandFacts } from '../docker/cli-facts.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { dashedWords, dashes } from './dashed-words.ts';
import { isFlagOf } from './rest-of-command.ts';
import type { Rule } from './rule.ts';

/** Whether the letters are flags of their own, the last of them perhaps with a value: `it`, `p8080:80`, but not `verbose`. */
function isCluster(letters: string, facts: CommandFacts): boolean {
  const [, flags = ''] = /^([A-Za-z]*)/.exec(letters) ?? [];
  const first = Array.from(flags, (letter) => facts.byLetter.get(letter)?.takesValue === true).indexOf(true);
  return isFlagOf(facts, `-${letters}`) && (first < 0 || first === flags.length - 1 || letters !== flags);
}

/** The flag as it was probably typed; undefined when the command has none of this name. */
function asTyped({ value }: ShellWord, facts: CommandFacts): string | undefined {
  const name = value.replace(dashes, '');
  return isFlagOf(facts, `--${name}`) ? `--${name}` : isCluster(name, facts) ? `-${name}` : undefined;
}

export const unicodeDash: Rule = {
  id: 'unicode-dash',
  title: 'Typographic dash in front of a flag',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'error' },
  docs: {
    why: 'Text processors turn `--` into a dash, `–` or `—`. Docker knows only the ASCII hyphen: the word becomes the name of the image, and the command ends with `invalid reference format`. On most screens the two look alike.',
    references: ['[Dash, Unicode block General Punctuation](https://www.unicode.org/charts/PDF/U2000.pdf)'],
  },
  examples: [
    { bad: 'docker run -d ⟦–name⟧ web nginx:1.27\n', fixed: 'docker run -d --name web nginx:1.27\n' },
    { bad: 'docker run ⟦—rm⟧ –it alpine:3.20 sh\n', fixed: 'docker run --rm -it alpine:3.20 sh\n', note: 'One fix writes every dash of the command.' },
    { bad: 'docker logs web ⟦−f⟧\n', fixed: 'docker logs web -f\n' },
  ],
  silent: ['docker run -d --name web nginx:1.27\n', 'docker run -d nginx:1.27 –name\n', 'docker run -e "TITLE=a – b" nginx:1.27\n', 'docker run --name web–1 nginx:1.27\n'],
  causes: [{ text: /[\u2010-\u2015\u2212\ufe58\uff0d]/ }],
  check: (command, { report }) => {
    const { facts } = command;
    const [first, ...others] = facts === undefined ? [] : dashedWords(command);
    if (facts === undefined || first === undefined) {
      return;
    }
    const flag = asTyped(first, facts);
    const edits = [first, ...others].flatMap((word) => {
      const typed = asTyped(word, facts);
      const dash = dashes.exec(word.source)?.[0].length;
      return typed === undefined || dash === undefined ? [] : [replace({ start: word.span.start, end: word.span.start + dash }, typed.startsWith('--') ? '--' : '-')];
    });
    const advice = flag === undefined ? 'Write hyphens (`-`).' : `Write ${code(flag)}.`;
    report({
      span: first.span,
      message: `${code(first.value)} begins with a typographic dash, so it is no flag but an argument. ${advice}`,
      fixes: flag === undefined ? [] : [{ title: edits.length === 1 ? `Write ${code(flag)}` : 'Write hyphens', edits, safe: true }],
    });
  },
};
