/** Reports flags that keep only their last value and are given more than once. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

function check(command: DockerCommand, { report, region }: RuleContext): void {
  if (command.facts === undefined || command.help) {
    return;
  }
  const lasts = new Map<string, FlagUse>();
  for (let at = command.flags.length - 1; at >= 0; at--) {
    const use = command.flags[at];
    if (use?.facts.repeat !== 'last-wins' || !use.facts.takesValue) {
      continue;
    }
    const { facts, spelling, span, value } = use;
    const name = canonicalName(facts);
    const last = lasts.get(name);
    if (last === undefined) {
      lasts.set(name, use);
      continue;
    }
    const counts = last.value.text === value.text ? 'once is enough' : `only ${code(last.value.text)}, the last one, counts`;
    report({
      span,
      message: `\`${spelling}\` is given again further on; ${counts}.`,
      fixes: [{ title: `Remove ${code(`${spelling} ${value.text}`)}`, safe: true, edits: removeFlags(command, [use], region) }],
    });
  }
}

export const duplicateSingleValueFlag: Rule = {
  id: 'duplicate-single-value-flag',
  title: 'A flag that takes one value is given twice',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'unnecessary',
  docs: {
    why: 'Flags such as `--name`, `--memory` and `--restart` hold one value. Docker takes the last and says nothing about the others, so a limit that was set first is quietly gone. Lists such as `-e`, `-p` and `-v` may be repeated.',
    references: ['[docker, options given several times](https://docs.docker.com/reference/cli/docker/#multi)'],
  },
  examples: [
    { bad: 'docker run ⟦--name web⟧ --memory 1g --name api nginx:1.27', fixed: 'docker run --memory 1g --name api nginx:1.27' },
    { bad: 'docker run \\\n  ⟦-m 512m⟧ \\\n  --name web \\\n  --memory=1g nginx:1.27', fixed: 'docker run \\\n  --name web \\\n  --memory=1g nginx:1.27' },
  ],
  silent: ['docker run -e A=1 -e B=2 -p 80:80 -p 443:443 --network a --network b nginx:1.27', 'docker run -i -t -it nginx:1.27', 'docker run --name web nginx:1.27 --name web', 'docker run --name web "$@"'],
  check,
};
