/** The engine's API over the network without TLS: root on the host for whoever can connect. */
import { isOn, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import { assignedEndpoints, exportedEndpoints } from './docker-host.ts';
import type { Rule, RuleContext } from './rule.ts';
import { owasp, owaspSheet } from './standards.ts';

interface Endpoint {
  readonly address: string;
  readonly span: Span;
}

const tlsFlags = ['tls', 'tlsverify', 'tlscacert', 'tlscert', 'tlskey'];

/** TLS is asked for: by a flag, or by a variable that is set on the command or anywhere in the region. */
function usesTls({ globals, shell }: DockerCommand, { region }: RuleContext): boolean {
  return globals.some(({ facts }) => tlsFlags.includes(facts.name)) || shell.assignments.some(({ name }) => /^DOCKER_TLS/.test(name)) || /\bDOCKER_TLS(?:_VERIFY)?\b/.test(region.text);
}

/** Where the command is told to connect to, as far as it is literal. */
function endpoints(command: DockerCommand, context: RuleContext): Endpoint[] {
  const flags = usesOf({ ...command, flags: command.globals }, 'host').flatMap(({ value, span }) => (value.literal ? [{ address: value.text, span }] : []));
  const assigned = assignedEndpoints(command).map(({ address, addressSpan }) => ({ address, span: addressSpan }));
  const exported = exportedEndpoints(command, context).map(({ address, statement }) => ({ address, span: statement }));
  return [...assigned, ...flags, ...exported];
}

/** Port 2376 speaks TLS by convention: who uses it has the variables set elsewhere. */
function isOpen(address: string): boolean {
  return /^tcp:\/\//i.test(address) && !/:2376\/?$/.test(address) && !/[<>{}[\]%]|your|x{3}/i.test(address.replace(/\[[\da-f:]+\]/i, ''));
}

export const insecureDaemonEndpoint: Rule = {
  id: 'insecure-daemon-endpoint',
  title: 'Docker API over the network without TLS',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'An engine that listens on `tcp://` without TLS obeys everybody who can connect, and obeying means root on its host. Scanners find port 2375 within hours. The engine warns about it and starts more slowly to make people see it; release 26 deprecated it. `ssh://user@host` needs no open port and no certificates.',
    whenToIgnore: 'The network between is yours alone, or the address is a proxy that lets only harmless requests through.',
    references: ['[Protect the Docker daemon socket](https://docs.docker.com/engine/security/protect-access/)', '[Unauthenticated TCP connections](https://docs.docker.com/engine/deprecated/#unauthenticated-tcp-connections)', owaspSheet],
    standards: [owasp('1')],
  },
  examples: [
    { bad: 'docker ⟦-H tcp://build-1.example.com:2375⟧ ps\n' },
    { bad: 'DOCKER_HOST=⟦tcp://10.0.0.5:2375⟧ docker ps\n' },
    { bad: '⟦export DOCKER_HOST=tcp://10.0.0.5:2375⟧\ndocker ps\n' },
    { bad: 'docker ⟦-H tcp://localhost:2375⟧ ps\n', note: 'Information only: nobody else gets in between, but every local user and every web page in a browser here can reach the port.' },
  ],
  silent: ['docker -H ssh://ops@build-1.example.com ps\n', 'docker -H unix:///var/run/docker.sock ps\n', 'docker --tlsverify -H tcp://build-1.example.com:2376 ps\n', 'DOCKER_TLS_VERIFY=1 DOCKER_HOST=tcp://10.0.0.5:2375 docker ps\n', 'docker -H "tcp://$BUILDER:2375" ps\n', 'export DOCKER_HOST=tcp://10.0.0.5:2376\ndocker ps\n', 'if test -n "$CI"; then\n  export DOCKER_HOST=tcp://docker:2375\nfi\ndocker ps\n', 'docker run -e DOCKER_HOST=tcp://proxy:2375 deployer:1.8\n'],
  causes: [{ flags: ['host'] }, { text: /DOCKER_HOST/ }],
  check: (command, context) => {
    if (command.engine === 'podman' || isOn({ ...command, flags: command.globals }, 'version')) {
      return;
    }
    const open = endpoints(command, context).filter(({ address }) => isOpen(address));
    for (const { address, span } of open.length > 0 && !usesTls(command, context) ? open : []) {
      const isLocal = /^tcp:\/\/(?:localhost|127\.|\[::1\])/i.test(address);
      context.report({
        span,
        message: isLocal
          ? `${code(address)} has no TLS: every user of this machine can reach it, and with it root. The socket \`/var/run/docker.sock\` asks for permission.`
          : `${code(address)} has no TLS: whoever reaches the port is root on that host. Use \`ssh://user@host\`, or TLS with \`--tlsverify\` on port 2376.`,
        ...(isLocal ? { severity: { script: 'info', markdown: 'info' } } : {}),
      });
    }
  },
};
