/** Options behind a colon in the target of `--mount`: they become part of the path. */
import { valueRule } from './value-rule.ts';

export const mountTargetOption = valueRule({
  id: 'mount-target-option',
  title: 'Colon before an option in the target of --mount',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`--mount` takes `key=value` pairs and knows no colons. With `target=/data:ro` the engine mounts, writable, at a directory named `/data:ro`, and the program finds `/data` empty. Read-only is a key of its own here: `readonly`.',
    references: ['[Bind mounts, options for --mount](https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount)'],
  },
  examples: [
    {
      bad: 'docker run --mount type=bind,source=/srv/site,target=/site⟦:ro⟧ nginx:1.27\n',
      fixed: 'docker run --mount type=bind,source=/srv/site,target=/site,readonly nginx:1.27\n',
    },
  ],
  silent: [
    'docker run --mount type=bind,source=/srv/site,target=/site,readonly nginx:1.27\n',
    'docker run -v /srv/site:/site:ro nginx:1.27\n',
    'docker run --mount type=bind,source=/srv/a:b,target=/site nginx:1.27\n',
  ],
});
