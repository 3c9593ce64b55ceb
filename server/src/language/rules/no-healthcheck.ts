/** A service of which nobody asks whether it still answers. */
import { lastUse } from '../command/docker-command.ts';
import { runsService } from './containers.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const noHealthcheck: Rule = {
  id: 'no-healthcheck',
  title: 'Service without a health check',
  refusedBy: 'nobody',
  severity: { script: 'off', markdown: 'off' },
  docs: {
    why: 'A process can run and yet answer nobody. A health check asks it from inside, and `docker ps`, monitoring and tools that wait for a service show the answer. Many images bring one, which cannot be seen from the command; so this rule is off unless you switch it on.',
    whenToIgnore: 'The image has a `HEALTHCHECK`, or something outside asks the service.',
    references: ['[docker container run, --health-cmd](https://docs.docker.com/reference/cli/docker/container/run/)', '[HEALTHCHECK](https://docs.docker.com/reference/dockerfile/#healthcheck)'],
    standards: [cis('5.27', '5.26')],
  },
  examples: [{ bad: 'docker run ⟦-d⟧ --restart unless-stopped shop:2.4\n' }],
  silent: ['docker run -dit --name box ubuntu:24.04\n', 'docker run -d --name holder alpine:3.20 sleep infinity\n', "docker run -d --health-cmd 'curl -fsS localhost:8080/health' shop:2.4\n", 'docker run -d --no-healthcheck shop:2.4\n', 'docker run --rm shop:2.4 migrate\n', 'docker run -d "$@" shop:2.4\n'],
  causes: [{ commands: ['run'], flags: ['detach'] }],
  check: (command, context) => {
    const use = lastUse(command, 'detach');
    const decides = command.flags.some(({ facts }) => facts.name.startsWith('health-') || facts.name === 'no-healthcheck');
    if (use !== undefined && !decides && runsService(command, context)) {
      context.report({
        span: use.clustered ? use.word.span : use.span,
        message: 'Unless the image brings a health check, nobody notices when this service stops to answer. Add `--health-cmd`.',
      });
    }
  },
};
