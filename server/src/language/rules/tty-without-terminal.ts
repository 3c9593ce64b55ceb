/** A terminal asked for where standard input is a pipe or a file, which docker refuses. */
import { isOn, usesOf, type DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import { isScheduled } from '../shell/scheduled-lines.ts';
import { asksForTerminal, changesInput, terminalFlags } from './interactive-use.ts';
import { writtenInFront } from './region-lines.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

/** Cron, or systemd unless the unit asks for a terminal, runs the command. */
function runsUnattended({ shell: { span } }: DockerCommand, region: Region): boolean {
  return isScheduled(writtenInFront(region, span.start)) && !/^\s*(?:StandardInput\s*=\s*tty|TTYPath)/m.test(region.raw ?? region.text);
}

export const ttyWithoutTerminal: Rule = {
  id: 'tty-without-terminal',
  title: 'Terminal asked for where input comes from a pipe or file',
  refusedBy: 'cli',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`-i` together with `-t` tells docker that somebody types at a terminal. Behind a pipe, with `< file` or a here-document, or in a loop that reads a file, standard input is no terminal, nor is it under cron and systemd: docker stops with `the input device is not a TTY` and the program never runs. A dump is then not restored, a backup not written. `-i` alone hands the input on.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/#tty)'],
  },
  examples: [
    { bad: 'docker exec -i⟦t⟧ db psql -U shop < dump.sql\n', fixed: 'docker exec -i db psql -U shop < dump.sql\n' },
    { bad: 'gunzip -c dump.sql.gz | sudo docker exec --interactive ⟦--tty⟧ db mysql shop\n', fixed: 'gunzip -c dump.sql.gz | sudo docker exec --interactive db mysql shop\n' },
    { bad: 'while read -r name; do\n  docker exec -i⟦t⟧ "$name" apt-get update\ndone < containers.txt\n', fixed: 'while read -r name; do\n  docker exec -i "$name" apt-get update\ndone < containers.txt\n', note: 'With `-i` the first command would read the rest of the list: leave both flags out, or give it `< /dev/null`.' },
    { bad: '```sh\ndocker run --rm -i⟦t⟧ alpine:3.20 sh <<EOF\nuname -a\nEOF\n```\n', surface: 'markdown', fixed: '```sh\ndocker run --rm -i alpine:3.20 sh <<EOF\nuname -a\nEOF\n```\n' },
    { bad: '```\n0 3 * * * docker exec -i⟦t⟧ db vacuumdb --all\n```\n', surface: 'markdown', fixed: '```\n0 3 * * * docker exec -i db vacuumdb --all\n```\n' },
    { bad: '```ini\n[Service]\nExecStart=/usr/bin/docker run --rm -i⟦t⟧ --name web nginx:1.27\n```\n', surface: 'markdown', fixed: '```ini\n[Service]\nExecStart=/usr/bin/docker run --rm -i --name web nginx:1.27\n```\n' },
    { bad: '```powershell\nGet-Content dump.sql | docker exec -i⟦t⟧ db psql -U shop\n```\n', surface: 'markdown', fixed: '```powershell\nGet-Content dump.sql | docker exec -i db psql -U shop\n```\n' },
    { bad: '```bat\ndocker exec -i⟦t⟧ db mysql shop < dump.sql\n```\n', surface: 'markdown', fixed: '```bat\ndocker exec -i db mysql shop < dump.sql\n```\n' },
  ],
  silent: [
    '```ini\n[Service]\nStandardInput=tty\nTTYPath=/dev/tty3\nExecStart=/usr/bin/docker run --rm -it tools:1.4\n```\n',
    '```powershell\ndocker ps -q | ForEach-Object { docker exec -it $_ sh }\nGet-Content a || docker exec -it db psql\n```\n',
    '```bat\ntype a || docker exec -it db psql\ndocker exec -it db pg_dump > dump.sql\n```\n',
    'docker exec -i db psql -U shop < dump.sql\n',
    'docker exec -t db pg_dump shop < /dev/null\n',
    'docker exec -it db psql -U shop\n',
    'git add src lib doc && docker exec -it web sh\n',
    'docker exec -it db pg_dump shop > dump.sql\n',
    'docker exec -it db pg_dump shop | gzip > dump.sql.gz\n',
    'docker exec -it db bash < /dev/tty\n',
    'docker exec -it db bash <&3\n',
    'echo web | xargs -o docker exec -it db\n',
    'cat job.sh | ssh -tt db1 docker exec -it db bash\n',
    'docker run -dit -a stdout tools:1.4 < config.json\n',
    'cat > run.sh <<EOF\ndocker exec -it db bash\nEOF\n',
    'dump | podman exec -it db psql\n',
    'docker run -it tools:1.4 --server <10.0.0.1:80>\n',
    'docker run -it -a stdout tools:1.4 < config.json\n',
  ],
  causes: [{ flags: ['tty'] }],
  check: (command, { region, report }) => {
    const { shell, engine, facts, template } = command;
    if ((shell.input === 'unknown' && !runsUnattended(command, region)) || template || engine === 'podman' || facts?.id === 'create' || !asksForTerminal(command) || isOn(command, 'detach')) {
      return;
    }
    if (usesOf(command, 'attach').length > 0 || shell.wrappers.some((wrapper) => changesInput.test(wrapper))) {
      return;
    }
    const { tty } = terminalFlags(command);
    const use = tty.at(-1);
    if (use !== undefined) {
      report({
        span: use.span,
        message: 'Standard input is no terminal here, so docker stops with `the input device is not a TTY`. Write `-i` alone.',
        fixes: [{ title: 'Ask for no terminal', edits: removeFlags(command, tty, region), safe: true }],
      });
    }
  },
};
