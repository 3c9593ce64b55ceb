/** Logs of a service that grow until the disk is full. */
import { insertFlag } from '../command/edits.ts';
import { lastUse } from '../command/docker-command.ts';
import { runsService } from './containers.ts';
import type { Rule } from './rule.ts';

const rotation = '--log-opt max-size=10m --log-opt max-file=3';

export const unboundedLogs: Rule = {
  id: 'unbounded-logs',
  title: 'Service whose logs grow without limit',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'The default driver `json-file` keeps everything that the service prints in one file, for as long as the container exists. A service that runs for months, or one that fails in a loop, fills the disk of the host, and then all others stop too. `max-size` and `max-file` bound it.',
    whenToIgnore: 'The engine sets a limit for all containers in its `daemon.json`, or uses another driver.',
    references: ['[JSON File logging driver](https://docs.docker.com/engine/logging/drivers/json-file/)', '[Configure logging drivers](https://docs.docker.com/engine/logging/configure/)'],
  },
  examples: [
    { bad: 'docker run ⟦-d⟧ --restart unless-stopped nginx:1.27\n', fixed: `docker run ${rotation} -d --restart unless-stopped nginx:1.27\n` },
    { bad: 'docker run ⟦-d⟧ \\\n  --restart unless-stopped \\\n  nginx:1.27\n', fixed: `docker run -d \\\n  --restart unless-stopped \\\n  ${rotation} \\\n  nginx:1.27\n` },
  ],
  silent: ['docker run -dit --name box ubuntu:24.04\n', 'docker run -d --name holder alpine:3.20 sleep infinity\n', 'docker run -d --log-opt max-size=50m nginx:1.27\n', 'docker run -d --log-driver journald nginx:1.27\n', 'docker run --rm nginx:1.27 nginx -t\n', 'docker run -d "$@" nginx:1.27\n', 'podman run -d nginx:1.27\n'],
  causes: [{ commands: ['run'], flags: ['detach'] }],
  check: (command, context) => {
    const use = lastUse(command, 'detach');
    // Podman writes to the journal, which has a limit.
    if (use === undefined || command.engine === 'podman' || !runsService(command, context) || lastUse(command, 'log-opt') !== undefined || lastUse(command, 'log-driver') !== undefined) {
      return;
    }
    context.report({
      span: use.clustered ? use.word.span : use.span,
      message: `The logs of this service grow until the disk is full, unless the engine is told otherwise. Add \`${rotation}\`.`,
      fixes: () => [{ title: 'Keep three log files of 10 MB', edits: insertFlag(command, context.region, rotation), safe: false }],
    });
  },
};
