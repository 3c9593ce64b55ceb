/** Reports modes and policies that are not in the short list of their flag. */
import { valueRule } from './value-rule.ts';

export const invalidNamespaceMode = valueRule({
  id: 'invalid-namespace-mode',
  title: 'The mode is not one that the flag takes',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--pid`, `--ipc`, `--uts`, `--userns`, `--cgroupns`, `--isolation`, `--pull` and `--attach` each take a few fixed words in lower case; `container:` wants a container behind it. Other words are refused, some of them only when the container starts.',
    references: ['[docker container run, --pid](https://docs.docker.com/reference/cli/docker/container/run/#pid)', '[docker container run, --pull](https://docs.docker.com/reference/cli/docker/container/run/#pull)'],
  },
  examples: [
    { bad: 'docker run --pull ⟦Always⟧ nginx:1.27', fixed: 'docker run --pull always nginx:1.27' },
    { bad: 'docker run --pid ⟦container:⟧ alpine:3.20 ps' },
    { bad: 'docker run --ipc=⟦hosts⟧ nginx:1.27', fixed: 'docker run --ipc=host nginx:1.27' },
  ],
  silent: ['docker run --pid host --ipc shareable --uts host --cgroupns private --pull never nginx:1.27', 'docker run --pid container:web alpine:3.20 ps', 'docker run --pull "$PULL" nginx:1.27', 'podman run --pull newer nginx:1.27'],
});
