/** Reports two spellings of one option that the CLI refuses together. */
import { type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

/** By command: the two flags that exclude each other. */
const pairs: Readonly<Record<string, readonly [string, string]>> = { stop: ['time', 'timeout'], restart: ['time', 'timeout'], commit: ['pause', 'no-pause'] };

function check(command: DockerCommand, { report, region }: RuleContext): void {
  const pair = pairs[command.facts?.id ?? ''];
  if (pair === undefined || command.help || command.engine === 'podman') {
    return;
  }
  const [firstUses, secondUses] = pair.map((name) => command.flags.filter(({ facts }) => facts.name === name));
  const first = firstUses?.[0];
  const second = secondUses?.[0];
  if (firstUses === undefined || secondUses === undefined || first === undefined || second === undefined) {
    return;
  }
  const remove = (uses: readonly FlagUse[], { spelling }: FlagUse) => ({ title: `Remove \`${spelling}\``, safe: false, edits: removeFlags(command, uses, region) });
  const later = first.span.start > second.span.start ? first : second;
  report({
    span: later.span,
    message: `\`${first.spelling}\` and \`${second.spelling}\` are two names for one option and are refused together. Keep one.`,
    fixes: [remove(firstUses, first), remove(secondUses, second)],
  });
}

export const conflictingOptions: Rule = {
  id: 'conflicting-options',
  title: 'One option is given under two names that exclude each other',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`docker stop --time` became `--timeout` in 28.0 and `docker commit --pause=false` became `--no-pause` in 29.0. The CLI takes either name and refuses both at once. `-t` is right on every version.',
    references: ['[docker container stop, --timeout](https://docs.docker.com/reference/cli/docker/container/stop/#timeout)', '[docker container commit](https://docs.docker.com/reference/cli/docker/container/commit/)'],
  },
  examples: [{ bad: 'docker stop --time 5 ⟦-t 10⟧ web', fixed: 'docker stop -t 10 web' }],
  silent: ['docker stop -t 5 web', 'docker stop --time 5 web', 'docker commit --no-pause web', 'docker stop --time 5 --help -t 3'],
  causes: Object.entries(pairs).map(([id, [, second]]) => ({ commands: [id], flags: [second] })),
  check,
};
