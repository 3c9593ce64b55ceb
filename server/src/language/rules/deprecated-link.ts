/** `--link`: the old way to let containers find each other. */
import { usesOf, type DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

/** On a network of its own a link is just another name; the default bridge needs the legacy feature. */
function hasOwnNetwork(command: DockerCommand): boolean {
  return usesOf(command, 'network').some(({ value }) => !value.literal || !['default', 'bridge', 'host', 'none'].includes(value.text));
}

export const deprecatedLink: Rule = {
  id: 'deprecated-link',
  title: 'Legacy links between containers',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'deprecated',
  docs: {
    why: 'Links have been deprecated since Docker 1.10, and the engine warns about them since 29.6. Version 29 no longer sets the environment variables that came with them. A link is written into the container when it starts: once the other container is made anew, it leads nowhere. On a network of their own containers find each other by name, always.',
    whenToIgnore: 'The command is about links.',
    references: ['[Legacy container links](https://docs.docker.com/engine/network/links/)', '[Deprecated features](https://docs.docker.com/engine/deprecated/)'],
  },
  examples: [{ bad: 'docker run -d ⟦--link db:database⟧ wiki:1.42\n' }],
  silent: ['docker run -d --network wiki wiki:1.42\n', 'docker rm --link /wiki/db\n', 'docker run -d wiki:1.42 --link db\n', 'podman run -d --link db wiki:1.42\n'],
  causes: [{ commands: ['run', 'create'], flags: ['link'] }],
  check: (command, { report }) => {
    if ((command.facts?.id !== 'run' && command.facts?.id !== 'create') || command.engine === 'podman') {
      return;
    }
    const quiet = hasOwnNetwork(command) ? ({ severity: { script: 'hint', markdown: 'hint' } } as const) : {};
    for (const use of usesOf(command, 'link')) {
      const name = use.value.literal ? code(use.value.text.split(':')[0] ?? '') : 'the other container';
      report({
        span: use.span,
        message: `Links are deprecated. Run \`docker network create\` once, start both containers with \`--network\`, and reach ${name} by its name.`,
        ...quiet,
      });
    }
  },
};
