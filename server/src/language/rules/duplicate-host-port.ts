/** Reports two published ports of one command that want the same port of the host. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { parsePortRange } from '../docker/values/scan/port.ts';
import { cutMapping, mappingFailure } from '../docker/values/scan/publish-spec.ts';
import { whole } from '../docker/values/scan/slice.ts';
import { code } from '../text/markdown.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule, RuleContext } from './rule.ts';

interface HostPorts {
  readonly use: FlagUse;
  /** Without brackets; empty for every address. */
  readonly address: string;
  readonly first: number;
  readonly last: number;
  readonly protocol: string;
}

/** The host ports that the mapping takes for sure; none where the engine chooses. */
function hostPorts(use: FlagUse, version: CliVersion): HostPorts[] {
  const { text, literal } = use.value;
  const mapping = cutMapping(whole(text));
  if (!literal || text.includes('=') || mapping.hostPort === undefined || mappingFailure(mapping, version) !== undefined) {
    return [];
  }
  const outside = parsePortRange(mapping.hostPort.text, version);
  const inside = parsePortRange(mapping.containerPort.text, version);
  if (typeof outside === 'string' || typeof inside === 'string' || outside.first === 0 || outside.last - outside.first !== inside.last - inside.first) {
    return [];
  }
  const address = (mapping.address?.text ?? '').replace(/^\[|\]$/g, '');
  return [{ use, address: address === '0.0.0.0' || address === '::' ? '' : address, first: outside.first, last: outside.last, protocol: mapping.protocol?.text.toLowerCase() ?? 'tcp' }];
}

function collide(a: HostPorts, b: HostPorts): boolean {
  const sameAddress = a.address === b.address || a.address === '' || b.address === '';
  return a.protocol === b.protocol && a.first <= b.last && b.first <= a.last && sameAddress;
}

function isWildcardOfOtherFamily(a: FlagUse, b: FlagUse): boolean {
  const family = ({ value }: FlagUse) => (value.text.startsWith('0.0.0.0:') ? 4 : /^\[?::\]?:/.test(value.text) ? 6 : 0);
  return family(a) !== 0 && family(b) !== 0 && family(a) !== family(b);
}

function check(command: DockerCommand, { report, region, version }: RuleContext): void {
  const uses = usesOf(command, 'publish');
  if (command.help || command.facts === undefined || uses.length < 2) {
    return;
  }
  const taken: HostPorts[] = [];
  for (const ports of uses.flatMap((use) => hostPorts(use, version))) {
    const other = taken.find((earlier) => collide(earlier, ports) && !isWildcardOfOtherFamily(earlier.use, ports.use));
    if (other !== undefined && other.use.value.text === ports.use.value.text) {
      report({
        span: ports.use.value.span,
        message: `${code(ports.use.value.text)} is published twice, at which many engines refuse to start the container. Once is enough.`,
        fixes: [{ title: 'Remove the second', safe: true, edits: removeFlags(command, [ports.use], region) }],
        severity: { script: 'warning', markdown: 'warning' },
      });
    } else if (other !== undefined) {
      const port = Math.max(other.first, ports.first);
      report({ span: ports.use.value.span, message: `Port ${port} of the host is already taken by ${code(other.use.value.text)}; the container does not start. Publish on another port.` });
    }
    taken.push(ports);
  }
}

export const duplicateHostPort: Rule = {
  id: 'duplicate-host-port',
  title: 'Two published ports want the same port of the host',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A port of the host can be handed to one container port only, for each address and protocol. The container is created, but does not start: "port is already allocated".',
    references: ['[Port publishing](https://docs.docker.com/engine/network/port-publishing/)'],
  },
  examples: [{ bad: 'docker run -d -p 8080:80 -p ⟦8080:443⟧ nginx:1.27' }, { bad: 'docker run -d -p 80:80 -p ⟦80:80⟧ nginx:1.27', fixed: 'docker run -d -p 80:80 nginx:1.27' }, { bad: 'docker run -d -p 8000-8010:8000-8010 -p ⟦127.0.0.1:8005:80⟧ nginx:1.27' }],
  silent: [
    'docker run -d -p 53:53/tcp -p 53:53/udp coredns:1.11',
    'docker run -d -p 127.0.0.1:80:80 -p 127.0.0.2:80:80 nginx:1.27',
    'docker run -d -p 0.0.0.0:80:80 -p [::]:80:8080 nginx:1.27',
    'docker run -d -p 8000-8010:80 -p 8005:443 nginx:1.27',
    'docker run -d -p 80 -p 80 nginx:1.27',
    'docker run -d -p $A:80 -p $A:443 nginx:1.27',
  ],
  causes: [{ flags: ['publish'] }],
  check,
};
