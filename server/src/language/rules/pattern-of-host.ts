/** Reports `docker exec web rm -rf /data/*`: the shell of the host reads the pattern, and nobody in the container. */
import { usesOf, type DockerCommand } from '../command/docker-command.ts';
import { quoteWord } from '../command/quote.ts';
import { isBareGlob } from '../shell/glob.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { cover } from '../text/span.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { runsFirstWord } from './runs-first-word.ts';
import type { Fix, Rule } from './rule.ts';
import { shellProgram } from './shell-program.ts';

/** The container may see the files of the host at the same place. */
function mayBeShared(command: DockerCommand): boolean {
  return ['volume', 'mount', 'volumes-from'].some((name) => usesOf(command, name).length > 0);
}

/** Words that mean the same to another shell as they stand. */
function isPlain(word: ShellWord): boolean {
  return (word.kind === 'literal' && /^[\w./:=@%+,-]+$/.test(word.source)) || isBareGlob(word);
}

/** The query of an address: `/health?verbose=1`. */
const query = /\?[\w.-]+=/;

/** A regular expression: `/failed.*timeout/`. */
const anyText = /[^/]\.\*/;

function isPatternOfFiles(word: ShellWord): boolean {
  return isBareGlob(word) && word.source.startsWith('/') && !query.test(word.source) && !anyText.test(word.source);
}

export const patternOfHost: Rule = {
  id: 'pattern-of-host',
  title: 'A pattern for files of the container that the host reads',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'The shell that runs `docker exec` replaces `/data/*` by the files that are there on the host. Where it finds none, it leaves the text alone, and the program in the container gets a `*`, which only shells understand: `rm` removes nothing, or names of the host. A shell in the container reads the pattern where it is meant: `sh -c \'rm -rf /data/*\'`.',
    whenToIgnore: 'The files of the host are meant.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/)'],
  },
  examples: [
    { bad: 'docker exec web rm -rf ⟦/data/*⟧\n', fixed: "docker exec web sh -c 'rm -rf /data/*'\n" },
    { bad: 'docker run --rm alpine:3.20 ls -l ⟦/etc/*.conf⟧\n', fixed: "docker run --rm alpine:3.20 sh -c 'ls -l /etc/*.conf'\n" },
    { bad: 'docker exec db cat "$DIR/a" ⟦/var/log/*.log⟧\n' },
  ],
  silent: [
    "docker exec web sh -c 'rm -rf /data/*'\n",
    "docker exec web find / -name '*.log'\n",
    'docker exec web ls *.md\n',
    'docker run --rm -v /data:/data alpine:3.20 rm -rf /data/*\n',
    'docker run --rm shop/tool:1.4 /etc/*.conf\n',
    'docker exec web sh -c "$SCRIPT" /data/*\n',
    'docker exec web wget -qO- /health?verbose=1\n',
    'docker exec web awk /failed.*timeout/ app.log\n',
  ],
  causes: [{ commands: ['exec', 'run'] }],
  check: (command, { report }) => {
    const { process, shell, template } = command;
    const [program] = process;
    const last = process.at(-1);
    const found = process.find(isPatternOfFiles);
    if (program === undefined || last === undefined || found === undefined || program === found || template || shell.dialect !== 'posix' || !runsFirstWord(command) || mayBeShared(command)) {
      return;
    }
    if (shellProgram.test(program.value)) {
      return;
    }
    const text = `sh -c ${quoteWord(process.map(({ source }) => source).join(' '), shell.dialect)}`;
    const fixes: Fix[] = shell.nested || !process.every(isPlain) ? [] : [{ title: 'Run it with `sh -c`', safe: false, edits: [replace(cover(program.span, last.span), text)] }];
    report({ span: found.span, message: `The shell of the host looks for ${code(found.source)} among its own files, and no shell in the container does. Write \`sh -c '…'\` around the command.`, fixes });
  },
};
