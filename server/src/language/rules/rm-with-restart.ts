/** Reports `--rm` together with a restart policy: a container cannot be removed and come back. */
import { isOn, lastUse, literalValue, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

function check(command: DockerCommand, { report, region }: RuleContext): void {
  const restart = lastUse(command, 'restart');
  const value = literalValue(command, 'restart');
  const rm = lastUse(command, 'rm');
  const policy = value?.split(':', 1)[0];
  if (command.help || rm === undefined || !isOn(command, 'rm') || !rm.value.literal || restart === undefined || policy === undefined || policy === 'no' || policy === '') {
    return;
  }
  report({
    span: restart.span,
    message: `\`--rm\` removes the container when it ends, so it cannot be restarted by the policy ${code(policy)}. Keep one of the two.`,
    fixes: [
      { title: 'Remove `--rm`', safe: false, edits: removeFlags(command, usesOf(command, 'rm'), region) },
      { title: 'Remove `--restart`', safe: false, edits: removeFlags(command, usesOf(command, 'restart'), region) },
    ],
  });
}

export const rmWithRestart: Rule = {
  id: 'rm-with-restart',
  title: 'A restart policy stands beside `--rm`',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--rm` is for one-off jobs whose container goes when they end; a restart policy keeps a service alive. The CLI refuses both together. Services want the policy, jobs want `--rm`.',
    references: ['[docker container run, --rm](https://docs.docker.com/reference/cli/docker/container/run/#rm)', '[Start containers automatically](https://docs.docker.com/engine/containers/start-containers-automatically/)'],
  },
  examples: [
    { bad: 'docker run -d --rm ⟦--restart always⟧ nginx:1.27', fixed: 'docker run -d --restart always nginx:1.27' },
    { bad: 'docker run --rm \\\n  ⟦--restart=on-failure:3⟧ \\\n  alpine:3.20 date', fixed: 'docker run \\\n  --restart=on-failure:3 \\\n  alpine:3.20 date' },
  ],
  silent: ['docker run --rm --restart no alpine:3.20', 'docker run --rm=false --restart always nginx:1.27', 'docker run --rm --restart "$POLICY" nginx:1.27', 'docker run --rm alpine:3.20 --restart always'],
  causes: [{ flags: ['restart'] }],
  check,
};
