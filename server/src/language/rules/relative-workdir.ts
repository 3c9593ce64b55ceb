/** Reports working directories that are not absolute. */
import { valueRule } from './value-rule.ts';

export const relativeWorkdir = valueRule({
  id: 'relative-workdir',
  title: 'The working directory is not an absolute path',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The working directory lies in the container, where nothing says what a relative path would start from, so the engine wants it to begin with `/` and refuses the container otherwise.',
    whenToIgnore: 'Windows containers have paths such as `C:\\app`, which are not judged.',
    references: ['[docker container run, --workdir](https://docs.docker.com/reference/cli/docker/container/run/#workdir)'],
  },
  examples: [
    { bad: 'docker run --rm -w ⟦app⟧ node:22 npm test', fixed: 'docker run --rm -w /app node:22 npm test' },
    { bad: 'docker exec --workdir=⟦./src⟧ web ls', fixed: 'docker exec --workdir=/src web ls' },
  ],
  silent: ['docker run --rm -w /app node:22 npm test', 'docker run --rm -w "$PWD" node:22 npm test', "docker run --rm -w 'C:\\app' node:22 npm test"],
});
