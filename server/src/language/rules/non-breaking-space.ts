/** Blanks that the shell does not take for blanks: they glue words together. */
import type { DockerCommand } from '../command/docker-command.ts';
import { commandByPath } from '../docker/cli-facts.ts';
import { remove, replace, type TextEdit } from '../text/edit.ts';
import { unquotedMatches } from './quoted-stretches.ts';
import type { Rule } from './rule.ts';

const blank = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** Whether the command is one that Gantry knows, also where the blank glues its name to the next word. */
function isKnown({ facts, path }: DockerCommand): boolean {
  const last = path.at(-1)?.value ?? '';
  return facts !== undefined || (blank.test(last) && commandByPath(last.split(blank).slice(0, 1)) !== undefined);
}

/** At the end of a line nothing is to be separated. */
function editFor(start: number, text: string): TextEdit {
  const span = { start, end: start + 1 };
  return /^[\s]*(?:\n|$)/.test(text.slice(start + 1, start + 200)) ? remove(span) : replace(span, ' ');
}

export const nonBreakingSpace: Rule = {
  id: 'non-breaking-space',
  title: 'Non-breaking space in a command',
  refusedBy: 'shell',
  severity: { script: 'error', markdown: 'error' },
  docs: {
    why: 'Web pages and chat programs use spaces at which no line breaks. They look like blanks, but the shell sees a letter: what stands on both sides becomes one word, such as an image whose name docker refuses.',
    references: ['[ShellCheck SC1018](https://www.shellcheck.net/wiki/SC1018)'],
  },
  examples: [
    { bad: 'docker run -d⟦\u00a0⟧--name web nginx:1.27\n', fixed: 'docker run -d --name web nginx:1.27\n' },
    { bad: 'docker run -d \\\n⟦\u00a0⟧\u00a0-p 8080:80 \\\n  nginx:1.27\n', fixed: 'docker run -d \\\n  -p 8080:80 \\\n  nginx:1.27\n', note: 'One fix replaces them all.' },
  ],
  silent: ['docker run -e "UNIT=10\u00a0km" nginx:1.27\n', 'docker run -d --name web nginx:1.27\n', "docker run nginx:1.27 echo 'a\u00a0b'\n"],
  causes: [{ text: blank }],
  check: (command, { region, report }) => {
    const { process, shell } = command;
    const found = !isKnown(command) ? [] : shell.words.flatMap((word) => (blank.test(word.source) ? unquotedMatches(word, blank).map((at) => ({ at, word })) : []));
    const [first] = found;
    if (first !== undefined) {
      report({
        span: { start: first.at, end: first.at + 1 },
        message: 'This is a non-breaking space: the shell takes it for a letter and makes one word of both sides. Type an ordinary space.',
        fixes: [{ title: 'Write ordinary spaces', edits: found.map(({ at }) => editFor(at, region.text)), safe: true }],
        // What the process in the container gets is refused by nobody here.
        ...(process.includes(first.word) ? { severity: { script: 'warning', markdown: 'warning' } } : {}),
      });
    }
  },
};
