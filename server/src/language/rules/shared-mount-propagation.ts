/** Mounts made in a container that appear on the host. */
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { hostMounts } from './host-mounts.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const sharedMountPropagation: Rule = {
  id: 'shared-mount-propagation',
  title: 'Mounts of the container that reach the host',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: 'With `shared` and `rshared` what the container mounts below the folder shows up on the host, and so in other containers. A process that may mount can put its own files over those that the host uses. To see mounts that the host makes later, `rslave` is enough.',
    whenToIgnore: 'The container provides storage for the host, as FUSE mounts and storage plugins do.',
    references: ['[Configure bind propagation](https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation)', '[CIS Docker Benchmark](https://www.cisecurity.org/benchmark/docker)'],
    standards: [cis('5.20', '5.19')],
  },
  examples: [
    { bad: 'docker run -d ⟦-v /mnt/cloud:/mnt/cloud:rshared⟧ cloud-mount:1.9\n' },
    { bad: 'docker run -d ⟦--mount type=bind,src=/mnt/cloud,dst=/mnt/cloud,bind-propagation=shared⟧ cloud-mount:1.9\n' },
  ],
  silent: ['docker run -d -v /mnt/cloud:/mnt/cloud:rslave web:3\n', 'docker run -d -v /mnt/cloud:/mnt/cloud:ro web:3\n', 'docker run -d -v /mnt/shared:/shared web:3\n', 'docker run -d -v "$DIR":/mnt/cloud:rshared web:3\n'],
  causes: [{ commands: ['run', 'create'], flags: ['volume', 'mount'] }],
  check: (command, { report, version }) => {
    for (const { use, options } of createsContainer(command) ? hostMounts(command, version) : []) {
      const word = options.find((option) => option === 'shared' || option === 'rshared');
      if (word !== undefined) {
        report({ span: use.span, message: `With ${code(word)} what the container mounts here appears on the host as well. Write \`rslave\` where only mounts of the host shall appear in the container.` });
      }
    }
  },
};
