/** A whole command line as one word, where the engine looks for a program with that name. */
import { code } from '../text/markdown.ts';
import { replace } from '../text/edit.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import type { Fix, Rule } from './rule.ts';
import { runsFirstWord } from './runs-first-word.ts';

/** Words that need no quotes. */
const plain = /^[\w./:=@%+, -]+$/;

function fixesOf(word: ShellWord, nested: boolean): Fix[] {
  if (nested) {
    return [];
  }
  const unquote: Fix = { title: 'Remove the quotes', edits: [replace(word.span, word.value)], safe: false };
  const shell: Fix = { title: 'Run it with `sh -c`', edits: [replace(word.span, `sh -c ${word.source}`)], safe: false };
  return plain.test(word.value) ? [unquote, shell] : [shell];
}

export const execQuotedCommand: Rule = {
  id: 'exec-quoted-command',
  title: 'Whole command in quotes',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`docker exec` runs no shell: the first word behind the container is the name of a program. `docker exec web "ls -l"` looks for a program called `ls -l` and ends with `executable file not found`. `docker run` does the same with images that have no entrypoint, such as `alpine` and `python`. Leave the quotes out, or name a shell that reads them: `sh -c "ls -l | wc -l"`.',
    whenToIgnore: 'The name of the program holds a blank.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/)'],
  },
  examples: [
    { bad: 'docker exec web ⟦"ls -l /srv"⟧\n', fixed: 'docker exec web ls -l /srv\n' },
    { bad: 'docker run --rm alpine:3.20 ⟦"ls -l /srv"⟧\n', fixed: 'docker run --rm alpine:3.20 ls -l /srv\n' },
    { bad: "docker exec -i db ⟦'pg_dump shop | gzip'⟧\n", fixed: "docker exec -i db sh -c 'pg_dump shop | gzip'\n" },
  ],
  silent: ['docker run --rm --entrypoint sh alpine:3.20 "ls -l"\n', 'docker run --rm shop/alpine:3.20 "ls -l"\n', 'docker exec web ls -l "/srv/my files"\n', 'docker exec web sh -c "ls -l /srv"\n', 'docker exec web "$COMMAND"\n', 'docker exec web "/opt/My Tool/run"\n', 'docker run --rm nginx:1.27 "nginx -t"\n'],
  causes: [{ commands: ['exec', 'run', 'create'] }],
  check: (command, { report }) => {
    const [word, ...rest] = command.process;
    if (word?.kind !== 'literal' || rest.length > 0 || !runsFirstWord(command) || command.shell.dialect === 'cmd') {
      return;
    }
    const [program = '', ...words] = word.value.trim().split(/\s+/);
    // A blank in a path is followed by more of the path.
    const isPath = program.startsWith('/') && words.some((part) => part.includes('/') && !/^[-/]/.test(part));
    if (words.length > 0 && /^[\w./-]+$/.test(program) && /^["']/.test(word.source) && !isPath) {
      report({
        span: word.span,
        message: `The container would need a program named ${code(word.value)}. Remove the quotes, or run a shell: \`sh -c …\`.`,
        fixes: fixesOf(word, command.shell.nested),
      });
    }
  },
};
