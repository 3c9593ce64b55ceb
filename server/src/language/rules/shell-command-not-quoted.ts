/** Reports `sh -c` with a script of several words that nothing holds together: the shell runs the first one only. */
import type { DockerCommand } from '../command/docker-command.ts';
import { quoteWords } from '../command/edits.ts';
import { meansItself } from '../command/quote.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Rule } from './rule.ts';
import { shellProgram } from './shell-program.ts';

/** Letters that end in `c`, so that the script comes next; `-e` and `-x` may stand in front. */
const takesScript = /^-[a-z]*c$/;

/** The script and the words behind it; undefined where the script may be meant as one word. */
function looseScript({ process }: DockerCommand): { readonly script: ShellWord; readonly rest: readonly ShellWord[] } | undefined {
  const [program, ...words] = process;
  const at = words.findIndex(({ value }) => !value.startsWith('-'));
  const script = words[at];
  const option = words[at - 1];
  if (program?.kind !== 'literal' || !shellProgram.test(program.value) || script?.kind !== 'literal' || !takesScript.test(option?.value ?? '')) {
    return undefined;
  }
  const rest = words.slice(at + 1);
  // A script in quotes may get the words as `$0` and `$1`.
  return rest.length > 0 && meansItself.test(script.source) ? { script, rest } : undefined;
}

function fixesOf(command: DockerCommand, region: Region, rest: readonly ShellWord[], span: Span): Fix[] {
  const isPlain = rest.every(({ kind, source }) => kind === 'literal' && meansItself.test(source));
  // What follows an operator runs on the host, though it was most likely meant for the container.
  const goesOn = /^[ \t]*(?:[|&<>]|;[ \t]*\S)/.test(region.text.slice(span.end));
  const edits = isPlain && !goesOn ? quoteWords(command, region, span, '"') : [];
  return edits.length === 0 ? [] : [{ title: 'Put the whole command in quotes', safe: false, edits }];
}

export const shellCommandNotQuoted: Rule = {
  id: 'shell-command-not-quoted',
  title: 'Command for `sh -c` without quotes',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Behind `-c` a shell takes one word for its script; what follows becomes `$0`, `$1` and so on. `sh -c echo hello` runs `echo` and prints an empty line, `bash -c ls /tmp` lists the working directory. Behind `sh -c cd /srv && ls` the `ls` even runs on the host. Quotes make one word of the command: `sh -c "echo hello"`.',
    whenToIgnore: 'The first word is the whole script and reads its arguments by itself.',
    references: ['[POSIX, sh -c](https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sh.html)'],
  },
  examples: [
    { bad: 'docker run --rm alpine:3.20 sh -c ⟦echo hello⟧\n', fixed: 'docker run --rm alpine:3.20 sh -c "echo hello"\n' },
    { bad: 'docker exec web bash -lc ⟦ls -l /srv⟧\n', fixed: 'docker exec web bash -lc "ls -l /srv"\n' },
    { bad: 'docker exec web sh -c ⟦cd /srv⟧ && ls\n' },
  ],
  silent: [
    'docker exec web sh -c "echo hello"\n',
    'docker exec web sh -c ls\n',
    "docker exec web sh -c 'echo \"$1\"' sh hello\n",
    'docker exec web sh -c "$SCRIPT" sh hello\n',
    'docker exec web sh backup.sh -c now\n',
    'docker exec web psql -c select 1\n',
    'docker exec web sh -c <command> <argument>\n',
  ],
  causes: [{ commands: ['run', 'create', 'exec'] }],
  check: (command, { region, report }) => {
    const found = looseScript(command);
    const last = found?.rest.at(-1);
    if (found === undefined || last === undefined) {
      return;
    }
    const { script, rest } = found;
    const span = { start: script.span.start, end: last.span.end };
    report({
      span,
      message: `The shell runs ${code(script.value)} alone: behind \`-c\` it takes one word. Put the whole command in quotes.`,
      fixes: fixesOf(command, region, rest, span),
    });
  },
};
