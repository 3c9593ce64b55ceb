/** Reports amounts of processor time and lists of processors that cannot be read. */
import { valueRule } from './value-rule.ts';

export const invalidCpuValue = valueRule({
  id: 'invalid-cpu-value',
  title: 'A number of processors or of processor time is not valid',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--cpus` is a decimal with a dot, such as `1.5`; percentages and commas are refused, and so is less than `0.01`. `--cpuset-cpus` lists processors counted from zero, `0-3` or `0,2`. Periods and quotas are counted in microseconds: a period from 1000 to 1000000, a quota from 1000.',
    references: ['[Resource constraints, CFS scheduler](https://docs.docker.com/engine/containers/resource_constraints/#configure-the-default-cfs-scheduler)'],
  },
  examples: [
    { bad: 'docker run --cpus ⟦1,5⟧ nginx:1.27', fixed: 'docker run --cpus 1.5 nginx:1.27' },
    { bad: 'docker run --cpuset-cpus ⟦3-1⟧ nginx:1.27' },
    { bad: 'docker run --cpus ⟦0.005⟧ nginx:1.27' },
  ],
  silent: ['docker run --cpus 0.5 --cpuset-cpus 0-3,5 nginx:1.27', 'docker run --cpus 1/2 nginx:1.27', 'docker run --cpus "$(nproc)" nginx:1.27', 'docker run --cpu-quota -1 nginx:1.27'],
});
