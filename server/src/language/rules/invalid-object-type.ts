/** Reports `docker inspect --type` with a kind of object that Docker does not have. */
import { valueRule } from './value-rule.ts';

export const invalidObjectType = valueRule({
  id: 'invalid-object-type',
  title: 'Docker has no such kind of object',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--type` tells `docker inspect` what kind of object a name stands for: `container`, `image`, `volume`, `network` and a few of Swarm. With any other word the CLI stops.',
    references: ['[docker inspect, --type](https://docs.docker.com/reference/cli/docker/inspect/#type)'],
  },
  examples: [{ bad: 'docker inspect --type ⟦contaner⟧ web', fixed: 'docker inspect --type container web' }],
  silent: ['docker inspect --type image nginx:1.27', 'docker inspect --type "$KIND" web', 'docker inspect web'],
});
