/** Reports times for `logs --since` and `--until` that the CLI cannot read. */
import { valueRule } from './value-rule.ts';

export const invalidTimestamp = valueRule({
  id: 'invalid-timestamp',
  title: 'The time cannot be read',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--since` and `--until` take a time span back from now such as `10m` or `24h`, a date such as `2026-01-31T13:00:00`, or Unix seconds. There are no days, no words and no blank between date and time.',
    references: ['[docker container logs](https://docs.docker.com/reference/cli/docker/container/logs/)'],
  },
  examples: [
    { bad: 'docker logs --since ⟦1d⟧ web', fixed: 'docker logs --since 24h web' },
    { bad: 'docker logs --until "⟦2026-01-31 13:00:00⟧" web', fixed: 'docker logs --until "2026-01-31T13:00:00" web' },
    { bad: 'docker logs --since=⟦yesterday⟧ web' },
  ],
  silent: ['docker logs --since 10m --until 1136073600 web', 'docker logs --since 2026-01-31 web', 'docker logs --since "$START" web'],
});
