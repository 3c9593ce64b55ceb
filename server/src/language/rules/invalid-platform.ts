/** Reports platforms that Docker does not know, or that no image is built for. */
import { valueRule } from './value-rule.ts';

export const invalidPlatform = valueRule({
  id: 'invalid-platform',
  title: 'The platform does not exist',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A platform is `os/architecture`, with a variant if need be: `linux/amd64`, `linux/arm64/v8`. The CLI refuses a single word that it cannot place. Two words it takes whatever they are: `amd64/linux` or `linux/x64` is looked for and not found, with an error that reads as if the image were missing.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Multi-platform builds](https://docs.docker.com/build/building/multi-platform/)'],
  },
  examples: [
    { bad: 'docker run --platform ⟦intel⟧ alpine:3.20' },
    { bad: 'docker run --platform ⟦amd64/linux⟧ alpine:3.20', fixed: 'docker run --platform linux/amd64 alpine:3.20', note: 'The operating system comes first. This one is accepted, and finds no image.' },
    { bad: 'docker run --platform ⟦linux/armv7⟧ alpine:3.20', fixed: 'docker run --platform linux/arm/v7 alpine:3.20' },
  ],
  silent: ['docker run --platform linux/arm64/v8 alpine:3.20', 'docker run --platform amd64 alpine:3.20', 'docker run --platform "$PLATFORM" alpine:3.20'],
});
