/** A size for logs without a unit: it counts bytes. */
import { valueRule } from './value-rule.ts';

export const logSizeInBytes = valueRule({
  id: 'log-size-in-bytes',
  title: 'Log size without a unit',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Without a unit the number means bytes. `max-size=10` starts a new log file after every line, and with `max-file=3` next to nothing of the log is kept.',
    references: ['[JSON file logging driver](https://docs.docker.com/engine/logging/drivers/json-file/)'],
  },
  examples: [
    { bad: 'docker run -d --log-opt max-size=⟦10⟧ --log-opt max-file=3 nginx:1.27\n', fixed: 'docker run -d --log-opt max-size=10m --log-opt max-file=3 nginx:1.27\n' },
  ],
  silent: ['docker run -d --log-opt max-size=10m --log-opt max-file=3 nginx:1.27\n', 'docker run -d --log-opt max-size=$SIZE nginx:1.27\n', 'docker run -d --log-opt mode=non-blocking --log-opt max-buffer-size=4m nginx:1.27\n'],
});
