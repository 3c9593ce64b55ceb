/** Reports links that name no container. */
import { valueRule } from './value-rule.ts';

export const invalidLink = valueRule({
  id: 'invalid-link',
  title: 'The link cannot be read',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A link is the name of a running container, with an alias behind a colon if need be: `db:database`. The CLI refuses anything else. Links are an old mechanism: on a network of their own containers find each other by name.',
    references: ['[Legacy container links](https://docs.docker.com/engine/network/links/)', '[Bridge network driver](https://docs.docker.com/engine/network/drivers/bridge/)'],
  },
  examples: [{ bad: 'docker run --link ⟦db:database:5432⟧ nginx:1.27' }],
  silent: ['docker run --link db:database nginx:1.27', 'docker run --link db nginx:1.27', 'docker run --link "$DB" nginx:1.27'],
});
