/** Kernel protections that a command switches off: seccomp, AppArmor, SELinux, hidden system paths. */
import { isOn, usesOf } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { isImageIn } from './image-lists.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

/** What is lost, by option; the engine takes `:` for `=`. */
const losses: ReadonlyMap<string, string> = new Map([
  ['seccomp=unconfined', 'opens all system calls of the kernel, also the few dozen that containers do not need and that attacks use. Allow single ones in a profile: `seccomp=FILE`'],
  ['apparmor=unconfined', "takes away AppArmor's rules, which keep the container from writing to `/proc` and `/sys` and from mounting. Use a profile of your own: `apparmor=NAME`"],
  ['label=disable', 'takes away SELinux labels: the container may touch files of others. To share a folder, mount it with `:z` or `:Z` instead'],
  ['systempaths=unconfined', 'shows the parts of `/proc` and `/sys` that containers do not see, writable too. Leave it out'],
]);

export const securityProfileDisabled: Rule = {
  id: 'security-profile-disabled',
  title: 'Kernel protection of the container switched off',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'The default profiles of seccomp and AppArmor, and the labels of SELinux, cost nothing and have stopped many attacks on the kernel. Most advice to switch them off is older than the profiles of today: debuggers work with the default one since kernel 4.8.',
    whenToIgnore: 'The program needs a system call that the default profile forbids, and a profile of your own is not worth it.',
    references: ['[Seccomp security profiles](https://docs.docker.com/engine/security/seccomp/)', '[AppArmor security profiles](https://docs.docker.com/engine/security/apparmor/)', owaspSheet],
    standards: [cis('5.22', '5.21'), cis('5.2', '5.1'), cis('5.3', '5.2'), owasp('6')],
  },
  options: {
    images: { description: 'Images that cannot work without it, such as builders that make containers without being root; `*` stands for anything.', default: ['moby/buildkit', 'quay.io/buildah/*', 'buildah/*', 'docker:*dind*'] },
  },
  examples: [
    { bad: 'docker run -it --cap-add SYS_PTRACE ⟦--security-opt seccomp=unconfined⟧ debugger:9\n', fixed: 'docker run -it --cap-add SYS_PTRACE debugger:9\n' },
    { bad: 'docker run -d ⟦--security-opt=label:disable⟧ -v /srv/media:/media media:4.1\n', fixed: 'docker run -d -v /srv/media:/media media:4.1\n' },
  ],
  silent: ['docker run --security-opt seccomp=/etc/docker/audit.json web:3\n', 'docker run --security-opt no-new-privileges web:3\n', 'docker run --security-opt "$PROFILE" web:3\n', 'docker run --privileged --security-opt seccomp=unconfined builder:3\n', 'docker run -d --security-opt seccomp=unconfined moby/buildkit:rootless\n'],
  causes: [{ commands: ['run', 'create'], flags: ['security-opt'] }],
  check: (command, { region, report, options }) => {
    // `--privileged` has switched them off already, which is reported there.
    if (!createsContainer(command) || isOn(command, 'privileged') || isImageIn(command, options['images'] ?? [])) {
      return;
    }
    for (const use of usesOf(command, 'security-opt')) {
      const loss = losses.get(use.value.text.replace(':', '='));
      if (use.value.literal && loss !== undefined) {
        report({
          span: use.span,
          message: `${code(use.value.text)} ${loss}.`,
          fixes: [{ title: `Remove ${code(`${use.spelling} ${use.value.text}`)}`, edits: removeFlags(command, [use], region), safe: false }],
        });
      }
    }
  },
};
