/** Reports options of a health check that is switched off by the same command. */
import { isOn, lastUse, usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { parseDuration } from '../docker/values/scan/duration.ts';
import { parseInteger } from '../docker/values/scan/integer.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Whether the option sets something: an empty command and a zero leave what the image says. */
function setsSomething({ facts, value }: FlagUse): boolean {
  if (!value.literal) {
    return false;
  }
  switch (facts.name) {
    case 'health-cmd':
      return value.text !== '';
    case 'health-retries': {
      const retries = parseInteger(value.text);
      return typeof retries === 'bigint' && retries !== 0n;
    }
    default: {
      const duration = parseDuration(value.text);
      return duration.ok && duration.nanoseconds !== 0n;
    }
  }
}

function check(command: DockerCommand, { report, region }: RuleContext): void {
  const off = lastUse(command, 'no-healthcheck');
  if (command.help || off?.value.literal !== true || !isOn(command, 'no-healthcheck')) {
    return;
  }
  const options = command.flags.filter(({ facts }) => facts.name.startsWith('health-'));
  // The last value counts for each of them.
  const effective = options.filter((use) => lastUse(command, use.facts.name) === use && setsSomething(use));
  const [first] = effective;
  if (first === undefined) {
    return;
  }
  report({
    span: off.span,
    message: `\`--no-healthcheck\` and \`--${first.facts.name}\` contradict each other. Keep the check or switch it off.`,
    fixes: [
      { title: 'Remove `--no-healthcheck`', safe: false, edits: removeFlags(command, usesOf(command, 'no-healthcheck'), region) },
      { title: 'Remove the options of the health check', safe: false, edits: removeFlags(command, options, region) },
    ],
  });
}

export const healthOptionsConflict: Rule = {
  id: 'health-options-conflict',
  title: 'A health check is configured and switched off at once',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--no-healthcheck` switches off the check that the image brings along; the `--health-…` options define one. The CLI refuses them together. Give options alone to replace the check of the image.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Dockerfile reference, HEALTHCHECK](https://docs.docker.com/reference/dockerfile/#healthcheck)'],
  },
  examples: [{ bad: 'docker run -d ⟦--no-healthcheck⟧ --health-interval 30s nginx:1.27', fixed: 'docker run -d --health-interval 30s nginx:1.27' }],
  silent: ['docker run -d --no-healthcheck nginx:1.27', 'docker run -d --no-healthcheck --health-retries 0 nginx:1.27', 'docker run -d --no-healthcheck=false --health-cmd true nginx:1.27', 'docker run -d --no-healthcheck --health-cmd "$CHECK" nginx:1.27'],
  causes: [{ flags: ['no-healthcheck'] }],
  check,
};
