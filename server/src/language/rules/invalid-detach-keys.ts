/** Reports key sequences for detaching that cannot be typed. */
import { valueRule } from './value-rule.ts';

export const invalidDetachKeys = valueRule({
  id: 'invalid-detach-keys',
  title: 'The keys for detaching cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Keys are single characters or `ctrl-` and a letter or one of `@`, `[`, `\\`, `]`, `^`, `_`, separated by commas. With anything else the container cannot be attached.',
    references: ['[docker container attach, --detach-keys](https://docs.docker.com/reference/cli/docker/container/attach/#detach-keys)'],
  },
  examples: [{ bad: 'docker attach --detach-keys ⟦ctrl-1⟧ web' }],
  silent: ['docker attach --detach-keys ctrl-p,ctrl-q web', 'docker attach --detach-keys "$KEYS" web', 'docker attach web'],
});
