/** Reports filters of `ps` and `prune` that do not exist. */
import { valueRule } from './value-rule.ts';

export const invalidFilter = valueRule({
  id: 'invalid-filter',
  title: 'The filter does not exist or lacks its value',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A filter is `key=value` with a key that the command knows. `ps` has many, `prune` only `until` and `label`. A wrong key or value makes the engine refuse the request, so a script that lists containers gets none.',
    references: ['[docker container ls, --filter](https://docs.docker.com/reference/cli/docker/container/ls/#filter)', '[docker container prune, --filter](https://docs.docker.com/reference/cli/docker/container/prune/#filter)'],
  },
  examples: [
    { bad: 'docker ps --filter ⟦stauts⟧=exited', fixed: 'docker ps --filter status=exited' },
    { bad: 'docker ps -f ⟦exited⟧' },
    { bad: 'docker container prune -f --filter ⟦name⟧=web' },
  ],
  silent: ['docker ps --filter status=exited --filter name=api -f label=a=b', 'docker container prune --filter until=24h --filter "label!=keep"', 'docker ps -f "$FILTER"', 'docker rm -f status'],
});
