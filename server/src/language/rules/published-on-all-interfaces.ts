/** Ports that other machines reach, most often without anybody having meant it. */
import { isOn, lastUse, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { usualService, type PortRange } from '../docker/values/scan/port.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { isDerailed } from './derailed.ts';
import { bindToLoopback, isEverywhere, publishedPorts, type PublishedPort } from '../command/published-ports.ts';
import type { Report, Rule, UnsafeFix } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

/** Modes in which nothing is published, or the ports are not the host's. */
function hasNoPorts(command: DockerCommand): boolean {
  return usesOf(command, 'network').some(({ value }) => !value.literal || value.text === 'host' || value.text === 'none' || value.text.startsWith('container:'));
}

function named({ first, last }: PortRange): string {
  return first === last ? `Port ${first}${usualService(first)} of the container is` : `Ports ${first} to ${last} of the container are`;
}

function reportOf(port: PublishedPort, isSensitive: boolean, isPodman: boolean): Omit<Report, 'span' | 'fixes'> {
  const listening = port.address === '' ? 'open on every interface of the host' : `open on every interface by ${code(port.address)}`;
  const advice = isSensitive ? 'It is meant for a few: publish it on `127.0.0.1`, or put the clients on the same network.' : 'To keep it on this host, put `127.0.0.1:` in front.';
  // Without root podman opens the port as any program does.
  const past = isPodman ? '' : ', and past a firewall such as ufw';
  const decided = port.address !== '';
  return {
    message: `${named(port.container)} ${listening}${past}. ${advice}`,
    ...(decided ? { severity: { script: 'hint', markdown: isSensitive ? 'hint' : 'off' } } : isSensitive ? {} : { severity: { script: 'hint', markdown: 'off' } }),
  };
}

export const publishedOnAllInterfaces: Rule = {
  id: 'published-on-all-interfaces',
  title: 'Port published on every interface of the host',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'hint' },
  docs: {
    why: '`-p 5432:5432` listens on all addresses of the host, and the rules that the engine writes come before those of ufw and firewalld: the port is open to the network although the firewall says no. Databases without a password have been emptied that way. `-p 127.0.0.1:5432:5432` keeps it on the host; containers of one network need no published port to reach each other. Ports of databases and of administration are warnings, others only hints.',
    whenToIgnore: 'The service is for other machines, and protects itself.',
    references: ['[Port publishing](https://docs.docker.com/engine/network/port-publishing/)', '[Packet filtering and firewalls](https://docs.docker.com/engine/network/packet-filtering-firewalls/)', owaspSheet],
    standards: [cis('5.14', '5.13'), owasp('5a')],
  },
  options: {
    ports: {
      description: 'Container ports of databases and administration, which are warned about.',
      default: ['2375', '2376', '5432', '3306', '1433', '6379', '27017', '9200', '11211', '5672', '8086', '9042'],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦-p 5432:5432⟧ postgres:17.2\n', fixed: 'docker run -d -p 127.0.0.1:5432:5432 postgres:17.2\n' },
    { bad: 'docker run -d ⟦--publish=8080:80⟧ web:3\n', fixed: 'docker run -d --publish=127.0.0.1:8080:80 web:3\n', note: 'A hint: web servers are often meant for others.' },
    { bad: 'docker run -d ⟦-p published=6379,target=6379⟧ redis:7.4\n', fixed: 'docker run -d -p 127.0.0.1:6379:6379 redis:7.4\n' },
    { bad: 'docker run -d ⟦-P⟧ web:3\n' },
  ],
  silent: ['docker run -d -p 127.0.0.1:5432:5432 postgres:17.2\n', 'docker run -d -p 192.168.1.10:8080:80 web:3\n', 'docker run -d -p [::1]:8080:80 web:3\n', 'docker run -d -p "$PORT":5432 postgres:17.2\n', 'docker run -d --network host -p 8080:80 web:3\n', 'docker run -d -P=false web:3\n', 'docker run -d -p 127.0.0.1::5432 postgres:17.2\n'],
  causes: [{ commands: ['run', 'create'], flags: ['publish', 'publish-all'] }],
  check: (command, context) => {
    if (!createsContainer(command) || hasNoPorts(command) || isDerailed(command, context)) {
      return;
    }
    const sensitive = context.options['ports'] ?? [];
    for (const port of publishedPorts(command, context.version).filter(({ address }) => isEverywhere(address))) {
      const { first, last } = port.container;
      const isSensitive = sensitive.some((text) => Number(text) >= first && Number(text) <= last);
      const fixes = (): UnsafeFix[] => {
        const title = `Publish on ${code(port.address.includes(':') ? '[::1]' : '127.0.0.1')}: only this host reaches it then`;
        return [{ title, edits: bindToLoopback(command, port), safe: false }];
      };
      context.report({ ...reportOf(port, isSensitive, command.engine === 'podman'), span: port.use.span, fixes });
    }
    const all = lastUse(command, 'publish-all');
    if (all?.value.literal === true && isOn(command, 'publish-all')) {
      context.report({
        span: all.span,
        message: `${code(all.spelling)} opens every port that the image exposes, on every interface of the host and a port that changes. Publish the ones that are needed with \`-p\`.`,
        severity: { script: 'hint', markdown: 'off' },
      });
    }
  },
};
