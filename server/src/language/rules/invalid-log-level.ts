/** Reports log levels that the client does not know. */
import { valueRule } from './value-rule.ts';

export const invalidLogLevel = valueRule({
  id: 'invalid-log-level',
  title: 'The log level does not exist',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'In front of the command word `-l` is the log level of the client, which refuses others with `Unable to parse logging level`. What was meant is often the `-l` of a command, which stands behind it: `docker ps -l`, `docker run -l team=web`.',
    references: ['[docker, options](https://docs.docker.com/reference/cli/docker/#options)'],
  },
  examples: [{ bad: 'docker --log-level ⟦debgu⟧ ps', fixed: 'docker --log-level debug ps' }, { bad: 'docker -l ⟦team=web⟧ run nginx:1.27' }],
  silent: ['docker --log-level WARN ps', 'docker -l "$LEVEL" ps', 'docker -l=debug ps', 'docker ps -l', 'podman --log-level foo ps'],
});
