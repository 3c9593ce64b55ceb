/** Reports limits of the kernel that cannot be set with `--ulimit`. */
import { valueRule } from './value-rule.ts';

export const invalidUlimit = valueRule({
  id: 'invalid-ulimit',
  title: 'The ulimit does not exist or its numbers cannot be read',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A limit is `NAME=SOFT[:HARD]` with whole numbers, `-1` for none, and a soft limit no higher than the hard one. `as`, `chroot`, `maxlogins` and `priority` are suggested by some documentation and by the completion of the CLI, but the CLI refuses them.',
    references: ['[docker container run, --ulimit](https://docs.docker.com/reference/cli/docker/container/run/#ulimit)', '[getrlimit(2)](https://man7.org/linux/man-pages/man2/getrlimit.2.html)'],
  },
  examples: [
    { bad: 'docker run --ulimit ⟦as⟧=1024 fedora:41 bash' },
    { bad: 'docker run --ulimit memlock=⟦unlimited⟧ elasticsearch:8.15.0', fixed: 'docker run --ulimit memlock=-1 elasticsearch:8.15.0' },
    { bad: 'docker run --ulimit ⟦NOFILE⟧=1024 nginx:1.27', fixed: 'docker run --ulimit nofile=1024 nginx:1.27' },
  ],
  silent: ['docker run --ulimit nofile=1024:2048 --ulimit memlock=-1:-1 --ulimit core=0 nginx:1.27', 'docker run --ulimit nofile=$LIMIT nginx:1.27'],
});
