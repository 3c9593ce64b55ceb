/** Reports sizes of memory and disk that the CLI cannot read. */
import { valueRule } from './value-rule.ts';

export const invalidSize = valueRule({
  id: 'invalid-size',
  title: 'A size cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A size is a number and one of `b`, `k`, `m`, `g`, `t` or `p`, with an optional `b` or `ib` behind it: `512m`, `1.5GiB`. The decimal mark is a dot. Without a unit the number counts bytes. Anything else is refused and the container does not start.',
    references: ['[Resource constraints, memory](https://docs.docker.com/engine/containers/resource_constraints/#memory)', '[go-units RAMInBytes](https://pkg.go.dev/github.com/docker/go-units#RAMInBytes)'],
  },
  examples: [
    { bad: 'docker run --memory ⟦1,5g⟧ alpine:3.20', fixed: 'docker run --memory 1.5g alpine:3.20' },
    { bad: 'docker run --shm-size=⟦half⟧ postgres:16' },
  ],
  silent: ['docker run -m 512MiB --shm-size 1.5gb --memory-swap -1 alpine:3.20', 'docker run --memory "512 m" alpine:3.20', 'docker run --memory "$LIMIT" alpine:3.20'],
});
