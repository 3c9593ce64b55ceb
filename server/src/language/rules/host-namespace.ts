/** Namespaces of the host: a wall of the container that is not there. */
import { lastUse } from '../command/docker-command.ts';
import { createsContainer } from './containers.ts';
import { isImageIn } from './image-lists.ts';
import type { Rule } from './rule.ts';
import { cis, owaspSheet } from './standards.ts';

/** What sharing the namespace means, by flag. */
const meanings: Readonly<Record<string, string>> = {
  pid: 'The container sees all processes of the host, their command lines and environments, and its root can end them. Leave `--pid` out, or join one container: `--pid container:NAME`.',
  ipc: "The container shares the host's shared memory, and what other programs keep there. For more shared memory write `--shm-size 1g` instead.",
  uts: 'The container has the host name of the host, and with the right capability changes it. Leave `--uts` out.',
  userns: 'This switches user remapping off: root in the container is root on the host. Leave `--userns` out.',
  cgroupns: 'The container sees the whole cgroup tree of the host. Leave `--cgroupns` out.',
};

export const hostNamespace: Rule = {
  id: 'host-namespace',
  title: 'Container shares a namespace of the host',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'Namespaces are the walls of a container. With `--pid host` it sees and signals the processes of the host, with `--ipc host` it reads their shared memory, with `--userns host` its root is the real one. Programs that ask for `--ipc host`, such as PyTorch, need a larger `/dev/shm` only: `--shm-size` gives it to them alone.',
    whenToIgnore: 'The container watches or debugs the host. Images that are made for that can be named in the option `images`.',
    references: ['[PID settings](https://docs.docker.com/reference/cli/docker/container/run/#pid)', '[Isolate containers with a user namespace](https://docs.docker.com/engine/security/userns-remap/)', owaspSheet],
    standards: [cis('5.16', '5.15'), cis('5.17', '5.16'), cis('5.21', '5.20'), cis('5.31', '5.30')],
  },
  options: {
    images: {
      description: 'Images whose purpose is to watch the host; `*` stands for anything.',
      default: ['netdata/netdata', 'datadog/agent', 'prom/node-exporter', 'google/cadvisor', 'cadvisor/cadvisor', 'newrelic/*', 'sysdig/*', 'falcosecurity/*', 'nicolargo/glances', '*docker-bench-security', 'justincormack/nsenter1', 'elastic/*beat*', 'beats/*'],
    },
  },
  examples: [
    { bad: 'docker run -it ⟦--pid=host⟧ tools:1.4 htop\n' },
    { bad: 'docker run --gpus all ⟦--ipc host⟧ trainer:2.3\n' },
  ],
  silent: ['docker run --pid container:web tools:1.4\n', 'docker run --ipc private --uts "$UTS" tools:1.4\n', 'docker run -d --pid host prom/node-exporter:v1.8.2\n', 'podman run --userns host tools:1.4\n', 'docker run tools:1.4 --pid host\n'],
  causes: [{ commands: ['run', 'create'], flags: Object.keys(meanings) }],
  check: (command, { report, options }) => {
    if (!createsContainer(command) || isImageIn(command, options['images'] ?? [])) {
      return;
    }
    for (const [flag, message] of Object.entries(meanings)) {
      const use = lastUse(command, flag);
      // Podman has these two by default.
      const isUsual = command.engine === 'podman' && (flag === 'userns' || flag === 'cgroupns');
      if (use?.value.literal === true && use.value.text === 'host' && !isUsual) {
        report({ span: use.span, message });
      }
    }
  },
};
