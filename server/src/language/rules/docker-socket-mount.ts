/** The engine's socket inside a container: whoever reaches it rules the host. */
import { isOn, lastUse, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { powerOfSocket } from '../docker/engine-socket.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { hostMounts } from './host-mounts.ts';
import { isImageIn } from './image-lists.ts';
import type { Rule } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

/** Folders in which the socket lies. */
const parents: ReadonlySet<string> = new Set(['/run', '/var/run', '/var']);

function doors(command: DockerCommand, version: CliVersion): { readonly use: FlagUse; readonly message: string }[] {
  const mounts = hostMounts(command, version).flatMap(({ use, source, writable }) => {
    const power = parents.has(source) ? 'root on the host' : powerOfSocket(source);
    if (power === undefined) {
      return [];
    }
    const what = parents.has(source) ? `${code(source)} holds the engine's socket, and whoever` : 'Whoever';
    const readOnly = writable ? '' : ' Mounting it read-only changes nothing about that.';
    return [{ use, message: `${what} can use the socket is ${power}: it can start any container.${readOnly} Put a proxy that lets only some requests through in between.` }];
  });
  const api = lastUse(command, 'use-api-socket');
  const message = '`--use-api-socket` hands the engine and your registry credentials to the container, which makes it root on the host. Leave it out where the process need not start containers.';
  return api !== undefined && api.value.literal && isOn(command, 'use-api-socket') ? [...mounts, { use: api, message }] : mounts;
}

export const dockerSocketMount: Rule = {
  id: 'docker-socket-mount',
  title: 'Socket of the engine inside a container',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'The socket takes every order: start a privileged container, mount the disk of the host, read the environment of all others. A process that may write to it is root on the host, whatever its user and its capabilities. `:ro` protects the file, not what is sent through it.',
    whenToIgnore: 'The container manages others, and you trust it with the host. Images that are made for that can be named in the option `images`; a proxy such as docker-socket-proxy narrows what they can do.',
    references: ['[Protect the Docker daemon socket](https://docs.docker.com/engine/security/protect-access/)', owaspSheet],
    standards: [cis('5.32', '5.31'), owasp('1')],
  },
  options: {
    images: {
      description: 'Images whose purpose is to talk to the engine; `*` stands for anything.',
      default: [
        ...['portainer/*', 'traefik', 'traefik/traefik', 'containrrr/watchtower', 'nickfedor/watchtower', 'beatkind/watchtower', 'v2tec/watchtower', 'centurylink/watchtower', 'pyouroboros/ouroboros', 'crazymax/diun', 'getwud/wud', 'fmartinou/whats-up-docker'],
        ...['tecnativa/docker-socket-proxy', 'linuxserver/socket-proxy', 'wollomatic/socket-proxy', 'amir20/dozzle', 'louislam/dockge', 'lazyteam/lazydocker', 'wagoodman/dive', 'docker', 'docker/*', '*docker-bench-security', 'dockurr/*'],
        ...['jwilder/nginx-proxy', 'nginxproxy/*', 'jwilder/docker-gen', 'jrcs/letsencrypt-nginx-proxy-companion', 'valian/docker-nginx-auto-ssl', 'gliderlabs/*', 'lucaslorentz/caddy-docker-proxy', 'willfarrell/autoheal', 'mcuadros/ofelia', 'spotify/docker-gc', 'meltwater/docker-cleanup'],
        ...['gitlab/gitlab-runner', 'drone/*', 'woodpeckerci/*', 'gitea/act_runner', 'localstack/localstack', 'aquasec/*', 'anchore/*', 'goodwithtech/dockle', 'datadog/agent', 'telegraf', 'google/cadvisor', 'cadvisor/cadvisor', 'netdata/netdata', 'nicolargo/glances', 'grafana/promtail', 'grafana/alloy', 'newrelic/*', 'sysdig/*', 'falcosecurity/*'],
      ],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦-v /var/run/docker.sock:/var/run/docker.sock⟧ deployer:1.8\n' },
    { bad: 'docker run --rm ⟦--mount type=bind,src=/run/docker.sock,dst=/docker.sock,readonly⟧ deployer:1.8\n', note: 'Read-only or not makes no difference.' },
    { bad: 'docker run -d ⟦-v /var/run:/host/run:ro⟧ monitor:4\n' },
    { bad: 'podman run -d ⟦-v /run/user/1000/podman/podman.sock:/run/podman.sock:ro⟧ monitor:4\n', note: 'Without root the socket gives the rights of the user who runs the engine.' },
  ],
  silent: ['docker run -d -v /var/run/docker.sock:/var/run/docker.sock portainer/portainer-ce:2.21.4\n', 'docker run -d -v /run/udev:/run/udev:ro monitor:4\n', 'docker run -d -v "$SOCKET":/var/run/docker.sock deployer:1.8\n', 'docker run -d -v docker.sock:/data deployer:1.8\n', 'docker run --use-api-socket=false deployer:1.8\n'],
  causes: [{ commands: ['run', 'create'], flags: ['volume', 'mount', 'use-api-socket'] }],
  check: (command, { report, version, options }) => {
    const found = createsContainer(command) ? doors(command, version) : [];
    if (found.length > 0 && !isImageIn(command, options['images'] ?? [])) {
      for (const { use, message } of found) {
        report({ span: use.span, message });
      }
    }
  },
};
