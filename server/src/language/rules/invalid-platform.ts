/** Reports platforms that Docker does not know. */
import { valueRule } from './value-rule.ts';

export const invalidPlatform = valueRule({
  id: 'invalid-platform',
  title: 'The platform does not exist',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A platform is `os/architecture`, with a variant if need be: `linux/amd64`, `linux/arm64/v8`. The CLI refuses what it cannot place before it looks for the image.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Multi-platform builds](https://docs.docker.com/build/building/multi-platform/)'],
  },
  examples: [{ bad: 'docker run --platform ⟦intel⟧ alpine:3.20' }],
  silent: ['docker run --platform linux/arm64/v8 alpine:3.20', 'docker run --platform amd64 alpine:3.20', 'docker run --platform "$PLATFORM" alpine:3.20'],
});
