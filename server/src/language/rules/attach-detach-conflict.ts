/** Reports `--attach` together with `--detach`. */
import { isOn, lastUse, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

function check(command: DockerCommand, { report, region }: RuleContext): void {
  const [attach] = usesOf(command, 'attach');
  const detach = lastUse(command, 'detach');
  if (command.help || command.facts?.id !== 'run' || attach === undefined || !isOn(command, 'detach') || detach?.value.literal !== true) {
    return;
  }
  report({
    span: attach.span,
    message: '`--detach` leaves the container in the background and `--attach` stays connected to it. Keep one of the two.',
    fixes: [
      { title: `Remove \`${attach.spelling}\``, safe: false, edits: removeFlags(command, usesOf(command, 'attach'), region) },
      { title: `Remove \`${detach.spelling}\``, safe: false, edits: removeFlags(command, usesOf(command, 'detach'), region) },
    ],
  });
}

export const attachDetachConflict: Rule = {
  id: 'attach-detach-conflict',
  title: 'The container is to be attached and detached at once',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'With `--detach` the CLI prints the id of the container and ends, so there is nothing that a stream could be attached to. It refuses both flags together. Use `docker logs -f` to follow a container in the background.',
    references: ['[docker container run, --detach](https://docs.docker.com/reference/cli/docker/container/run/#detach)', '[docker container run, --attach](https://docs.docker.com/reference/cli/docker/container/run/#attach)'],
  },
  examples: [{ bad: 'docker run -d ⟦-a stdout⟧ nginx:1.27', fixed: 'docker run -d nginx:1.27' }],
  silent: ['docker run -a stdout nginx:1.27', 'docker run -d=false -a stdout nginx:1.27', 'docker start -a web', 'docker run -d nginx:1.27 -a stdout'],
  causes: [{ commands: ['run'], flags: ['attach'] }],
  check,
};
