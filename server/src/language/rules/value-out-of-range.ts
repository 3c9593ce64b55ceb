/** Reports numbers outside the range that a flag allows. */
import { valueRule } from './value-rule.ts';

export const valueOutOfRange = valueRule({
  id: 'value-out-of-range',
  title: 'A number lies outside the range that the flag allows',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Some settings are handed to the kernel, which knows fixed ranges: swappiness from 0 to 100, the score of the out-of-memory killer from -1000 to 1000, a block device weight from 10 to 1000. Health checks want positive times and counts. Outside of them the container is refused.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/)', '[proc_pid_oom_score_adj(5)](https://man7.org/linux/man-pages/man5/proc_pid_oom_score_adj.5.html)'],
  },
  examples: [
    { bad: 'docker run --memory-swappiness ⟦101⟧ nginx:1.27' },
    { bad: 'docker run --oom-score-adj=⟦-2000⟧ nginx:1.27' },
    { bad: 'docker run --health-cmd true --health-interval ⟦-5s⟧ nginx:1.27', fixed: 'docker run --health-cmd true --health-interval 5s nginx:1.27' },
  ],
  silent: ['docker run --memory-swappiness -1 nginx:1.27', 'docker run --oom-score-adj -1000 nginx:1.27', 'docker run --blkio-weight 0 nginx:1.27', 'docker run --oom-score-adj $ADJ nginx:1.27'],
});
