/** A number of log lines that is no number: docker prints the whole log. */
import { valueRule } from './value-rule.ts';

export const logsTailNotANumber = valueRule({
  id: 'logs-tail-not-a-number',
  title: 'Number of log lines that is no number',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`--tail` refuses nothing: whatever is neither a number nor `all`, and any number below zero, means the whole log. On a service that has been up for weeks that is gigabytes.',
    references: ['[docker container logs](https://docs.docker.com/reference/cli/docker/container/logs/)'],
  },
  examples: [{ bad: 'docker logs --tail ⟦100lines⟧ web\n' }, { bad: 'docker logs -n ⟦-5⟧ web\n' }],
  silent: ['docker logs --tail 100 web\n', 'docker logs --tail all web\n', 'docker logs -n0 -f web\n', 'docker logs --tail "$LINES" web\n', '```sh\ndocker logs --tail N web\n```\n', '```sh\ndocker logs --tail ___ web\n```\n'],
});
