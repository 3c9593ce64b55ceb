/** Reports requests for graphics cards that cannot be read. */
import { valueRule } from './value-rule.ts';

export const invalidGpuRequest = valueRule({
  id: 'invalid-gpu-request',
  title: 'The request for graphics cards cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--gpus` takes `all`, a number, or keys such as `device=0`. A comma separates keys, so a list of cards needs double quotes that reach Docker: `\'"device=0,1"\'`.',
    references: ['[docker container run, --gpus](https://docs.docker.com/reference/cli/docker/container/run/#gpus)', '[Resource constraints, GPU](https://docs.docker.com/engine/containers/resource_constraints/#gpu)'],
  },
  examples: [{ bad: 'docker run --gpus ⟦device=0,1⟧ cuda:12', fixed: "docker run --gpus '\"device=0,1\"' cuda:12" }, { bad: 'docker run --gpus=⟦some⟧ cuda:12' }],
  silent: ['docker run --gpus all cuda:12', "docker run --gpus '\"device=0,1\"' cuda:12", 'docker run --gpus device=0 cuda:12', 'docker run --gpus "$GPUS" cuda:12'],
});
