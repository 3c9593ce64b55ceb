/** `--privileged`: a container that can do to the host whatever root can. */
import { lastUse, usesOf } from '../command/docker-command.ts';
import { parseBoolean } from '../docker/values/bool.ts';
import { createsContainer } from './containers.ts';
import { isImageIn } from './image-lists.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

export const privilegedContainer: Rule = {
  id: 'privileged-container',
  title: 'Container with full access to the host',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: '`--privileged` gives every capability and every device, and switches seccomp, AppArmor and SELinux off. Whoever takes over the process can mount the disks of the host or load a kernel module: there is no container any more. Nearly always one device or one capability is what is really needed.',
    whenToIgnore: 'The container runs a container engine or configures the kernel of the host. Images that are made for that can be named in the option `images`.',
    references: ['[Runtime privilege and Linux capabilities](https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities)', owaspSheet],
    standards: [cis('5.5', '5.4'), owasp('3')],
  },
  options: {
    images: {
      description: 'Images that cannot work without it, such as engines inside a container; `*` stands for anything.',
      default: ['docker:*dind*', '*/dind*', 'tonistiigi/binfmt', 'multiarch/qemu-user-static', 'linuxkit/binfmt', 'docker/binfmt', 'moby/buildkit', 'kindest/node', 'rancher/k3s', 'rancher/rancher', 'rancher/k3d*', 'nestybox/*', 'justincormack/nsenter1'],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦--privileged⟧ --device /dev/ttyUSB0 zigbee:2.1\n', fixed: 'docker run -d --device /dev/ttyUSB0 zigbee:2.1\n' },
    { bad: 'docker create \\\n  ⟦--privileged=true⟧ \\\n  builder:3\n', fixed: 'docker create \\\n  builder:3\n' },
  ],
  silent: ['docker run --privileged=false builder:3\n', 'docker run --privileged="$PRIVILEGED" builder:3\n', 'docker run --privileged -d docker:27-dind\n', 'docker run --rm --privileged tonistiigi/binfmt --install all\n', 'docker run builder:3 --privileged\n', 'docker run --privileged <image>\n'],
  causes: [{ commands: ['run', 'create'], flags: ['privileged'] }],
  check: (command, { region, report, options }) => {
    const use = lastUse(command, 'privileged');
    if (!createsContainer(command) || use === undefined || !use.value.literal || parseBoolean(use.value.text) !== true || isImageIn(command, options['images'] ?? [])) {
      return;
    }
    report({
      span: use.span,
      message: '`--privileged` hands the whole host to the container: all capabilities, all devices, no seccomp. Give what is needed instead, with `--device` or `--cap-add`.',
      fixes: [{ title: 'Remove `--privileged`', edits: removeFlags(command, usesOf(command, 'privileged'), region), safe: false }],
    });
  },
};
