/** Reports memory limits below what the engine accepts, which are mostly a forgotten unit. */
import { valueRule } from './value-rule.ts';

export const memoryTooSmall = valueRule({
  id: 'memory-too-small',
  title: 'The memory limit is below the minimum of 6 MiB',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A number without a unit counts bytes, so `--memory 512` asks for 512 bytes. The engine wants at least 6 MiB and refuses the container. Name the unit that was meant.',
    references: ['[Resource constraints, memory](https://docs.docker.com/engine/containers/resource_constraints/#memory)'],
  },
  examples: [
    { bad: 'docker run --memory ⟦512⟧ nginx:1.27', fixed: 'docker run --memory 512m nginx:1.27' },
    { bad: 'docker run -m⟦4m⟧ nginx:1.27' },
  ],
  silent: ['docker run --memory 6m nginx:1.27', 'docker run --memory 0 nginx:1.27', 'docker run --memory 536870912 nginx:1.27', 'docker run --memory $LIMIT nginx:1.27', 'docker run nginx:1.27 --memory 512'],
});
