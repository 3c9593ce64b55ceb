/** Reports `docker cp` between two files of this machine or between two containers. */
import type { DockerCommand } from '../command/docker-command.ts';
import { cpDirection } from '../docker/cp-operand.ts';
import { cover } from '../text/span.ts';
import { code } from '../text/markdown.ts';
import { isDerailed, isWhole } from './derailed.ts';
import type { Rule, RuleContext } from './rule.ts';

function check(command: DockerCommand, context: RuleContext): void {
  const [source, destination, more] = command.positionals;
  if (command.facts?.id !== 'cp' || command.engine === 'podman' || source?.kind !== 'literal' || destination?.kind !== 'literal' || more !== undefined || !isWhole(command) || isDerailed(command, context)) {
    return;
  }
  // `C:\file` is a path in a shell of Windows, and in a shell of anywhere hardly a container; drives A and B are long gone.
  const windowsPath = command.shell.dialect === 'posix' ? /^[C-Zc-z]:[\\/]/ : /^[A-Za-z]:[\\/]|\\/;
  const isWindows = [source, destination].some(({ value }) => windowsPath.test(value));
  const direction = cpDirection(source.value, destination.value);
  const empty = [source, destination].find(({ value }) => value === '');
  if (isWindows || (empty === undefined && direction !== 'no-container' && direction !== 'between-containers')) {
    return;
  }
  const message =
    empty !== undefined
      ? 'An operand of `docker cp` is empty: often an unset variable.'
      : direction === 'between-containers'
        ? 'Docker does not copy from container to container. Copy to a folder of this machine first, or pipe: `docker cp a:/x - | docker cp - b:/`.'
        : `Neither ${code(source.value)} nor ${code(destination.value)} names a container. Write one of them as \`container:/path\`.`;
  context.report({ span: empty === undefined ? cover(source.span, destination.span) : empty.span, message });
}

export const cpOperands: Rule = {
  id: 'cp-operands',
  title: 'A copy needs exactly one side in a container',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`docker cp` moves files between this machine and one container. An operand is a path in a container when a name and a colon stand in front, unless it begins with `/` or `.`. With no container, or two, the CLI stops.',
    references: ['[docker container cp](https://docs.docker.com/reference/cli/docker/container/cp/)'],
  },
  examples: [{ bad: 'docker cp ⟦./site /usr/share/nginx/html⟧' }, { bad: 'docker cp ⟦web:/etc/hosts api:/tmp⟧' }],
  silent: ['docker cp web:/etc/hosts .', 'docker cp ./site web:/srv', 'docker cp - web:/srv', 'docker cp "$SRC" ./x', 'docker cp <container>:/x ./y', 'docker cp --help', 'docker cp C:/data/x.csv web:/srv', 'docker cp web:/srv/x d:\\\\out'],
  causes: [{ commands: ['cp'] }],
  check,
};
