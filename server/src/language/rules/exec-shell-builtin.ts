/** A command that only shells have, behind `docker exec`: the engine looks for a program with its name. */
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

/** Built into shells, and no program in common images. `pwd`, `echo`, `test` and the like are both. */
const builtins: ReadonlySet<string> = new Set('cd pushd popd export unset source . alias unalias set shopt ulimit umask eval exec trap declare typeset local readonly shift let history jobs bg fg builtin'.split(' '));
const changesFolder: ReadonlySet<string> = new Set(['cd', 'pushd', 'popd']);

export const execShellBuiltin: Rule = {
  id: 'exec-shell-builtin',
  title: 'Shell builtin behind docker exec',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`docker exec` runs no shell, and `cd`, `export`, `source` and the like exist only in shells: the engine answers `executable file not found`. Where an image has a program of that name, it changes nothing either, for every exec is a process of its own and ends with what it set. What stands behind `&&` runs on this machine, not in the container.',
    whenToIgnore: 'The image has a program of this name that does something else.',
    references: ['[docker container exec, --workdir](https://docs.docker.com/reference/cli/docker/container/exec/#workdir)'],
  },
  examples: [
    { bad: 'docker exec web ⟦cd⟧ /srv/app\n' },
    { bad: 'docker exec -it web ⟦cd⟧ /srv/app && npm test\n', note: 'Write `docker exec -it -w /srv/app web npm test`.' },
    { bad: 'docker exec web ⟦export⟧ MODE=test\n', note: 'Give it to the command that needs it: `docker exec -e MODE=test web …`.' },
    { bad: 'docker exec web ⟦source⟧ /opt/env.sh\n' },
  ],
  silent: ["docker exec web sh -c 'cd /srv/app && npm test'\n", 'docker exec -w /srv/app web npm test\n', 'docker exec web pwd\n', 'docker exec web "$COMMAND"\n', 'docker exec cd ls\n', 'docker run --rm tools:1.4 cd /srv/app\n'],
  causes: [{ commands: ['exec'] }],
  check: ({ facts, process }, { report }) => {
    const [word, next] = process;
    if (facts?.id !== 'exec' || word?.kind !== 'literal' || !builtins.has(word.value)) {
      return;
    }
    const folder = next?.kind === 'literal' && next.value.startsWith('/') ? next.value : '/folder';
    const advice = changesFolder.has(word.value)
      ? `Write ${code(`-w ${folder}`)} in front of the container, or run one shell for all: \`sh -c 'cd … && …'\`.`
      : "Run it in one shell with what needs it: `sh -c '…'`.";
    report({ span: word.span, message: `${code(word.value)} is built into shells, and no program that the container could run. ${advice}` });
  },
};
