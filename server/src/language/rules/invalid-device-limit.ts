/** Reports limits for block devices that name no device or no rate. */
import { valueRule } from './value-rule.ts';

export const invalidDeviceLimit = valueRule({
  id: 'invalid-device-limit',
  title: 'A limit for a block device names no device or no rate',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Limits of reading and writing belong to one block device each: a path under `/dev/`, a colon and the limit, such as `/dev/sda:10mb`.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[Block I/O constraints](https://docs.docker.com/engine/containers/run/#block-io-bandwidth-blkio-constraint)'],
  },
  examples: [
    { bad: 'docker run --device-read-bps ⟦sda:1mb⟧ alpine:3.20', fixed: 'docker run --device-read-bps /dev/sda:1mb alpine:3.20' },
    { bad: 'docker run --blkio-weight-device=⟦/dev/sda⟧ alpine:3.20' },
  ],
  silent: ['docker run --device-read-bps /dev/sda:1mb --device-write-iops /dev/sda:100 alpine:3.20', 'docker run --device-read-bps "$DISK:1mb" alpine:3.20'],
});
