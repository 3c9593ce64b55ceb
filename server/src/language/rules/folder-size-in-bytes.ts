/** A size for a folder in memory without a unit: it counts bytes. */
import { valueRule } from './value-rule.ts';

export const folderSizeInBytes = valueRule({
  id: 'folder-size-in-bytes',
  title: 'Size of a folder in memory without a unit',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Without a unit the number means bytes, and the kernel rounds it up to one page: `--shm-size 64` leaves 4 KiB of shared memory, where the default is 64 MiB. The container starts, and browsers, PostgreSQL and machine learning crash later with `Bus error` or `No space left on device`.',
    references: ['[docker container run, --shm-size](https://docs.docker.com/reference/cli/docker/container/run/)', '[tmpfs mounts](https://docs.docker.com/engine/storage/tmpfs/)'],
  },
  examples: [
    { bad: 'docker run -d --shm-size ⟦256⟧ postgres:16.4\n', fixed: 'docker run -d --shm-size 256m postgres:16.4\n' },
    { bad: 'docker run -d --tmpfs /run:mode=755,size=⟦16⟧ nginx:1.27\n', fixed: 'docker run -d --tmpfs /run:mode=755,size=16m nginx:1.27\n' },
    { bad: 'docker run -d --mount type=tmpfs,dst=/run,tmpfs-size=⟦64⟧ nginx:1.27\n', fixed: 'docker run -d --mount type=tmpfs,dst=/run,tmpfs-size=64m nginx:1.27\n' },
  ],
  silent: ['docker run -d --shm-size 1g postgres:16.4\n', 'docker run -d --shm-size 268435456 postgres:16.4\n', 'docker run -d --tmpfs /run:size=10% nginx:1.27\n', 'docker run -d --tmpfs /run:size=$SIZE nginx:1.27\n'],
});
