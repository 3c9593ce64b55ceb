/** Reports devices that cannot be handed to a container. */
import { valueRule } from './value-rule.ts';

export const invalidDevice = valueRule({
  id: 'invalid-device',
  title: 'The device or its permissions cannot be read',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A device is an absolute path on the host, then optionally its path in the container and the permissions out of `r`, `w` and `m`: `/dev/ttyUSB0:/dev/tty0:rw`. A rule for device numbers is written `c 188:* rmw`.',
    references: ['[docker container run, --device](https://docs.docker.com/reference/cli/docker/container/run/#device)', '[docker container run, --device-cgroup-rule](https://docs.docker.com/reference/cli/docker/container/run/#device-cgroup-rule)'],
  },
  examples: [
    { bad: 'docker run --device ⟦ttyUSB0⟧ alpine:3.20', fixed: 'docker run --device /dev/ttyUSB0 alpine:3.20' },
    { bad: 'docker run --device /dev/snd:/dev/snd:⟦rx⟧ alpine:3.20' },
  ],
  silent: ['docker run --device /dev/snd --device=/dev/a:/dev/b:rw alpine:3.20', 'docker run --device nvidia.com/gpu=all cuda:12', 'docker run --device-cgroup-rule "c 188:* rmw" alpine:3.20', 'docker run --device "$TTY" alpine:3.20'],
});
