/** Reports `--publish` and `--expose` values that name no port. */
import type { FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { splitFix } from './split-value.ts';
import { valueRule } from './value-rule.ts';

/** `8080:80,8443:443`: several mappings in one value. */
function severalMappings({ value, facts }: FlagUse): string[] | undefined {
  const mappings = value.text.split(/\s*,\s*|\s+/).filter((mapping) => mapping !== '');
  const areMappings = mappings.length > 1 && mappings.every((mapping) => /^[\d.:-]*\d(?:\/(?:tcp|udp|sctp))?$/.test(mapping));
  return facts.name === 'publish' && areMappings ? mappings : undefined;
}

export const invalidPortMapping = valueRule({
  id: 'invalid-port-mapping',
  title: 'A published or exposed port cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A mapping is `[address:][host-port:]container-port[/protocol]`, one for each flag. The address is a number, never a host name; ports go up to 65535; a range of container ports needs a host range of the same size. With anything else the container is not created.',
    references: ['[docker container run, --publish](https://docs.docker.com/reference/cli/docker/container/run/#publish)', '[Port publishing](https://docs.docker.com/engine/network/port-publishing/)'],
  },
  examples: [
    { bad: 'docker run -d -p ⟦localhost⟧:8080:80 nginx:1.27', fixed: 'docker run -d -p 127.0.0.1:8080:80 nginx:1.27' },
    { bad: 'docker run -d -p ⟦8080:80,8443:443⟧ nginx:1.27', fixed: 'docker run -d -p 8080:80 -p 8443:443 nginx:1.27', note: 'One flag publishes one port or range.' },
    { bad: 'docker run -d -p ⟦80800⟧:80 nginx:1.27' },
  ],
  silent: ['```sh\ndocker run -p host_port:container_port -p 80:containerPort nginx:1.27\n```\n', 
    'docker run -d -p 127.0.0.1:8080:80/tcp -p 8000-8010:8000-8010 -p 53:53/UDP nginx:1.27',
    'docker run -d -p published=8080,target=80 nginx:1.27',
    'docker run -d -p "$PORT:80" nginx:1.27',
    '```sh\ndocker run -d -p HOST_PORT:CONTAINER_PORT nginx:1.27\n```',
    'docker run -d -p [::1]:8080:80 nginx:1.27',
  ],
  fixes: (use, _problem, command) => {
    const mappings = severalMappings(use);
    return mappings === undefined ? [] : [splitFix(command, use, mappings, `Publish ${mappings.map((mapping) => code(mapping)).join(' and ')} separately`)];
  },
});
