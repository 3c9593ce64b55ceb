/** Reports `docker exec -t db pg_dump > dump.sql`: a terminal changes what the process writes. */
import { terminalFlags } from './interactive-use.ts';
import { outputBehindTerminal } from './output-behind-terminal.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

export const ttyChangesOutput: Rule = {
  id: 'tty-changes-output',
  title: 'A terminal between a program and a file',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'With `-t` the process writes to a terminal, and a terminal ends each line with a carriage return and a line feed and knows one stream only. A dump that is written through it holds `\\r\\n` and the warnings of the program, an archive is broken, and a value taken by `$( )` ends with a character that nobody sees and no comparison expects. Programs may also colour what they print.',
    references: ['[docker container run, --tty](https://docs.docker.com/reference/cli/docker/container/run/#tty)'],
  },
  examples: [
    { bad: 'docker exec ⟦-t⟧ db pg_dump -U shop > dump.sql\n', fixed: 'docker exec db pg_dump -U shop > dump.sql\n' },
    { bad: 'docker exec -i⟦t⟧ db mysqldump shop | gzip > dump.sql.gz\n', fixed: 'docker exec -i db mysqldump shop | gzip > dump.sql.gz\n' },
    { bad: 'version=$(docker run --rm ⟦--tty⟧ node:22.1 node --version)\n', fixed: 'version=$(docker run --rm node:22.1 node --version)\n' },
  ],
  silent: [
    'docker exec db pg_dump -U shop > dump.sql\n',
    'docker exec -it db psql\n',
    'docker exec -t web ls | grep conf\n',
    'docker exec -t web cat data.json | jq .id\n',
    '`docker exec -it web bash`\n',
    'docker exec -t web ls > /dev/null\n',
    'docker exec -t web ls >&2\n',
    'docker exec -t web ls >>/dev/null\n',
    "docker exec -t web ls > '/dev/null'\n",
    "docker exec -t web cat /etc/os-release | tr -d '\\r' > os\n",
    "version=$(docker exec -t web node --version | tr -d '\\r')\n",
    'id=$(docker run -dt nginx:1.27)\n',
    'docker run -t tools:1.4 --output <name>\n',
    'docker exec $OPTIONS -t=false db pg_dump > dump.sql\n',
  ],
  causes: [{ flags: ['tty'] }],
  check: (command, { region, report }) => {
    const output = outputBehindTerminal(command, region);
    const { tty } = terminalFlags(command);
    const use = tty.at(-1);
    if (output === undefined || use === undefined) {
      return;
    }
    report({
      span: use.span,
      message: `With a terminal the lines ${output.place} end with a carriage return, and errors stand among them. Leave \`-t\` out.`,
      fixes: [{ title: 'Ask for no terminal', safe: false, edits: removeFlags(command, tty, region) }],
      ...(output.isLog ? { severity: { script: 'info', markdown: 'info' } } : {}),
    });
  },
};
