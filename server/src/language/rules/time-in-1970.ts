/** Reports small bare numbers for `logs --since`, `--until` and the filter `until`, which count seconds from 1970 on. */
import { valueRule } from './value-rule.ts';

export const timeIn1970 = valueRule({
  id: 'time-in-1970',
  title: 'Bare number taken for a moment in 1970',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'A number without a unit is a Unix time: `--since 10` begins ten seconds after 1970 began and so shows the whole log, however large, and `--until 10` shows nothing; `prune --filter until=24` removes nothing. A time back from now needs its unit, as in `10m`.',
    references: ['[docker container logs](https://docs.docker.com/reference/cli/docker/container/logs/)'],
  },
  examples: [
    { bad: 'docker logs --since ⟦10⟧ web', fixed: 'docker logs --since 10m web' },
    { bad: 'docker container prune -f --filter until=⟦24⟧', fixed: 'docker container prune -f --filter until=24h' },
    { bad: 'docker logs -f --until=⟦3600⟧ web', fixed: 'docker logs -f --until=3600s web' },
  ],
  silent: ['docker container prune -f --filter until=24h', 'docker container prune -f --filter until=1136073600', 'docker logs --since 10m web', 'docker logs --since 0 web', 'docker logs --since 1136073600 web', 'docker logs --since "$START" web'],
});
