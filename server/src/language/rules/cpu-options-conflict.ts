/** Reports `--cpus` together with the period or the quota that it stands for. */
import { lastUse, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { parseInteger } from '../docker/values/scan/integer.ts';
import { parseRational } from '../docker/values/scan/rational.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

function isPositiveInteger(command: DockerCommand, name: string): boolean {
  const value = lastUse(command, name)?.value;
  const number = value?.literal === true ? parseInteger(value.text) : undefined;
  return typeof number === 'bigint' && number > 0n;
}

function check(command: DockerCommand, { report, region }: RuleContext): void {
  const cpus = lastUse(command, 'cpus');
  const amount = cpus?.value.literal === true ? parseRational(cpus.value.text) : undefined;
  if (command.help || cpus === undefined || amount === undefined || amount.numerator <= 0n) {
    return;
  }
  const others = ['cpu-period', 'cpu-quota'].filter((name) => isPositiveInteger(command, name));
  const [first] = others;
  if (first === undefined) {
    return;
  }
  const names = others.map((name) => `\`--${name}\``).join(' and ');
  report({
    span: cpus.span,
    message: `\`--cpus\` sets period and quota by itself and cannot stand beside ${names}. Keep one way of limiting.`,
    fixes: [
      { title: `Remove ${names}`, safe: false, edits: removeFlags(command, ['cpu-period', 'cpu-quota'].flatMap((name) => usesOf(command, name)), region) },
      { title: 'Remove `--cpus`', safe: false, edits: removeFlags(command, usesOf(command, 'cpus'), region) },
    ],
  });
}

export const cpuOptionsConflict: Rule = {
  id: 'cpu-options-conflict',
  title: 'Processor time is limited in two ways at once',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--cpus 1.5` is short for a quota of 150000 in a period of 100000 microseconds. With `--cpu-period` or `--cpu-quota` beside it the engine cannot tell which counts and refuses the container.',
    references: ['[Resource constraints, CFS scheduler](https://docs.docker.com/engine/containers/resource_constraints/#configure-the-default-cfs-scheduler)'],
  },
  examples: [
    { bad: 'docker run ⟦--cpus 1.5⟧ --cpu-quota 50000 nginx:1.27', fixed: 'docker run --cpus 1.5 nginx:1.27' },
    { bad: 'docker update ⟦--cpus=2⟧ --cpu-period=100000 --cpu-quota=200000 web', fixed: 'docker update --cpus=2 web' },
  ],
  silent: ['docker run --cpus 1.5 --cpu-shares 512 nginx:1.27', 'docker run --cpus 1.5 --cpu-quota -1 nginx:1.27', 'docker run --cpus 0 --cpu-quota 50000 nginx:1.27', 'docker run --cpu-period 100000 --cpu-quota 50000 nginx:1.27', 'docker run --cpus "$CPUS" --cpu-quota 50000 nginx:1.27'],
  causes: [{ flags: ['cpus'] }],
  check,
};
