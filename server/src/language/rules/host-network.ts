/** `--network host`: no network of its own, and no published ports that would say what is open. */
import { usesOf } from '../command/docker-command.ts';
import { createsContainer } from './containers.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const hostNetwork: Rule = {
  id: 'host-network',
  title: 'Container on the network of the host',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'hint' },
  docs: {
    why: 'On the network of the host every port that the process opens is open on the host, on all its addresses. The process also reaches what listens on `localhost` of the host only: databases, administration pages, agents that trust whoever is local. Two such containers cannot use the same port.',
    whenToIgnore: 'The service finds devices by broadcast, opens very many ports, or needs the speed.',
    references: ['[Host network driver](https://docs.docker.com/engine/network/drivers/host/)', '[CIS Docker Benchmark](https://www.cisecurity.org/benchmark/docker)'],
    standards: [cis('5.10', '5.9')],
  },
  examples: [{ bad: 'docker run -d ⟦--network host⟧ media:4.1\n' }, { bad: 'docker run -d ⟦--net=host⟧ media:4.1\n' }],
  silent: ['docker run -d --network home media:4.1\n', 'docker run -d --network "$NETWORK" media:4.1\n', 'docker run -d media:4.1 --network host\n', 'docker network connect host web\n'],
  causes: [{ commands: ['run', 'create'], flags: ['network'] }],
  check: (command, { report }) => {
    const use = createsContainer(command) ? usesOf(command, 'network').find(({ value }) => value.literal && (value.text === 'host' || value.text === 'name=host')) : undefined;
    if (use !== undefined) {
      report({
        span: use.span,
        message: "The container uses the host's own network: all its ports are open there, and it reaches what listens on `localhost` of the host. Publish the ports that are needed with `-p` instead.",
      });
    }
  },
};
