/** Reports networks that cannot be read. */
import { valueRule } from './value-rule.ts';

export const invalidNetwork = valueRule({
  id: 'invalid-network',
  title: 'The network or one of its options cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--network` takes a name, `container:NAME`, or a list of `key=value` with `name=` in it: `name=back,alias=db`. As soon as one `key=value` occurs, all parts must be of that form, with keys that the CLI knows.',
    references: ['[docker container run, --network](https://docs.docker.com/reference/cli/docker/container/run/#network)'],
  },
  examples: [
    { bad: 'docker run --network ⟦back⟧,alias=db postgres:16', fixed: 'docker run --network name=back,alias=db postgres:16' },
    { bad: 'docker run --network ⟦container:⟧ alpine:3.20' },
    { bad: 'docker run --network name=back,⟦aliases⟧=db postgres:16', fixed: 'docker run --network name=back,alias=db postgres:16' },
  ],
  silent: ['docker run --network back postgres:16', 'docker run --network name=back,alias=db,ip=172.30.0.5 postgres:16', 'docker run --network container:web alpine:3.20', 'docker run --network "name=$NET,foo=1" postgres:16'],
});
