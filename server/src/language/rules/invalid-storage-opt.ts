/** Reports storage options without a value. */
import { valueRule } from './value-rule.ts';

export const invalidStorageOpt = valueRule({
  id: 'invalid-storage-opt',
  title: 'The storage option lacks its value',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A storage option is `key=value`, in practice `size=10G` to limit what the container may write. Without a value the CLI stops.',
    references: ['[docker container run, --storage-opt](https://docs.docker.com/reference/cli/docker/container/run/#storage-opt)'],
  },
  examples: [{ bad: 'docker run --storage-opt ⟦size⟧ nginx:1.27' }],
  silent: ['docker run --storage-opt size=10G nginx:1.27', 'docker run --storage-opt "$OPT" nginx:1.27'],
});
