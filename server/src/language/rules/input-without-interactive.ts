/** Reports `docker exec db psql < dump.sql`: without `-i` the process gets nothing of what is fed in. */
import { insertFlag } from '../command/edits.ts';
import { isOn, usesOf } from '../command/docker-command.ts';
import { changesInput } from './interactive-use.ts';
import type { Rule } from './rule.ts';

export const inputWithoutInteractive: Rule = {
  id: 'input-without-interactive',
  title: 'Input for a process that gets none',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`docker run` and `docker exec` hand standard input on with `-i` only. Without it the process sees the end of its input at once: `psql < dump.sql` restores nothing, `tee` writes an empty file, and the exit code is 0. Nobody notices until the data is needed.',
    whenToIgnore: 'The process does not read its input, and what stands in front of the pipe only ends with it.',
    references: ['[docker container exec, --interactive](https://docs.docker.com/reference/cli/docker/container/exec/)', '[docker container run, --interactive](https://docs.docker.com/reference/cli/docker/container/run/#interactive)'],
  },
  examples: [
    { bad: 'docker ⟦exec⟧ db psql -U shop < dump.sql\n', fixed: 'docker exec -i db psql -U shop < dump.sql\n' },
    { bad: 'gunzip -c dump.sql.gz | docker ⟦exec⟧ -e PGUSER=shop db psql\n', fixed: 'gunzip -c dump.sql.gz | docker exec -i -e PGUSER=shop db psql\n' },
    { bad: 'docker ⟦run⟧ --rm alpine:3.20 sh <<EOF\nuname -a\nEOF\n', fixed: 'docker run -i --rm alpine:3.20 sh <<EOF\nuname -a\nEOF\n' },
    { bad: '```powershell\nGet-Content dump.sql | docker ⟦exec⟧ db psql -U shop\n```\n', surface: 'markdown', fixed: '```powershell\nGet-Content dump.sql | docker exec -i db psql -U shop\n```\n' },
  ],
  silent: [
    'docker exec -i db psql < dump.sql\n',
    'docker exec --interactive=true db psql < dump.sql\n',
    'while read -r name; do\n  docker exec "$name" apt-get update\ndone < containers.txt\n',
    'docker exec db vacuumdb < /dev/null\n',
    'true | docker exec db vacuumdb\n',
    ': | docker run --rm tools:1.4\n',
    'docker exec -d db vacuumdb < options\n',
    'docker run -a stdin -a stdout tools:1.4 < config.json\n',
    'cat job.sh | xargs docker exec db\n',
    'docker ps -q | xargs -n1 docker exec -u root date\n',
    'docker exec $OPTIONS db psql < dump.sql\n',
    'docker exec -e A=b -t${INPUT:+i} db psql < dump.sql\n',
    'docker create tools:1.4 < config.json\n',
    'yes | docker container prune\n',
    'echo "$PASSWORD" | sudo -S docker exec web apt-get update\n',
    'sudo -kS docker run --rm alpine:3.20 true < password.txt\n',
    '```bat\ndocker exec db vacuumdb < nul\n```\n',
    '```bat\ndocker exec db vacuumdb <NUL > log.txt\n```\n',
    'docker run --server <10.0.0.1:80> tools:1.4\n',
  ],
  causes: [{ commands: ['run', 'exec'] }],
  check: (command, { region, report }) => {
    const { shell, facts, path, template, openEnded, help } = command;
    const word = path.at(-1);
    if (shell.input !== 'given' || word === undefined || (facts?.id !== 'run' && facts?.id !== 'exec') || template || openEnded || help) {
      return;
    }
    if (['interactive', 'detach', 'attach'].some((name) => usesOf(command, name).some(({ value }) => !value.literal || isOn(command, name) || name === 'attach')) || shell.wrappers.some((wrapper) => changesInput.test(wrapper))) {
      return;
    }
    // `-t${INPUT:+i}`
    if (command.flags.some((use) => use.value.attached === 'implied' && use.word.kind !== 'literal')) {
      return;
    }
    report({
      span: word.span,
      message: 'What is fed in does not reach the process: docker hands input on with `-i` only, and ends it at once otherwise. Add `-i`.',
      fixes: [{ title: 'Add `-i`', safe: false, edits: insertFlag(command, region, '-i') }],
    });
  },
};
