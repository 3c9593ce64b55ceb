/** Reports filters of `ps` and `prune` that do not exist. */
import { renameFlag } from '../command/edits.ts';
import { isTemplate } from '../docker/values/filter-grammar.ts';
import { splitFix } from './split-value.ts';
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
    { bad: 'docker ps --filter ⟦name=web,status=running⟧', fixed: 'docker ps --filter name=web --filter status=running' },
    { bad: 'docker ps -f "⟦table {{.ID}}⟧"', fixed: 'docker ps --format "table {{.ID}}"' },
    { bad: "docker ps --filter='⟦{{.ID}}={{.Names}}⟧'", fixed: "docker ps --format='{{.ID}}={{.Names}}'" },
    { bad: 'docker container prune -f --filter ⟦name⟧=web' },
  ],
  silent: ['docker ps --filter status=exited --filter name=api -f label=a=b', 'docker container prune --filter until=24h --filter "label!=keep"', 'docker ps -f "$FILTER"', 'docker rm -f status', 'docker ps --filter label=tier=web,api'],
  fixes: (use, _problem, command) => {
    if (isTemplate(use.value.text)) {
      const takesFormat = command.facts?.byName.has('format') === true && use.value.attached !== 'joined';
      return takesFormat ? [{ title: 'Write `--format`', safe: false, edits: renameFlag(use, '--format') }] : [];
    }
    const filters = use.value.text.split(/,\s*(?=[a-z][a-z-]*!?=)/);
    return filters.length < 2 ? [] : [splitFix(command, use, filters, 'Give each filter a flag')];
  },
});
