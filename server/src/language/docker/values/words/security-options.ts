/** What the security options and their values mean. */
import { code } from '../../../text/markdown.ts';
import { securityOpts } from '../../generated/cli.ts';
import { parseBoolean } from '../bool.ts';
import type { Word } from '../scan/parsed.ts';

export const securityOptionKeys: readonly string[] = securityOpts.values.map(({ key }) => key);

export const securityOptionWords: readonly Word[] = [
  { text: 'no-new-privileges', meaning: 'No process can gain rights by a setuid program such as sudo. Cheap and rarely in the way: only programs that become root by `sudo` or `su` break.' },
  { text: 'seccomp=FILE', snippet: 'seccomp=${1:profile.json}', meaning: 'A filter of system calls of your own, as a JSON file beside the command.' },
  { text: 'seccomp=unconfined', meaning: 'Allows every system call. Old kernels, debuggers and nested containers ask for it.' },
  { text: 'seccomp=builtin', meaning: "The engine's own filter, whatever its configuration says; needs CLI 25." },
  { text: 'apparmor=PROFILE', snippet: 'apparmor=${1:docker-default}', meaning: 'An AppArmor profile that is loaded on the host.' },
  { text: 'apparmor=unconfined', meaning: 'No AppArmor: mounts and ptrace inside the container may need it.' },
  { text: 'label=disable', meaning: 'No SELinux separation: bind mounts then need no `:z`.' },
  { text: 'label=type:TYPE', snippet: 'label=type:${1:container_t}', meaning: 'An SELinux type for the process.' },
  { text: 'label=level:LEVEL', snippet: 'label=level:${1:s0:c100,c200}', meaning: 'An SELinux level, to share files between containers.' },
  { text: 'systempaths=unconfined', meaning: 'Shows the masked parts of `/proc` and `/sys`: nested containers ask for it.' },
  { text: 'writable-cgroups=true', meaning: 'Mounts the control groups writable: systemd in a container; needs Engine 28.' },
];

interface Explained {
  readonly option: string;
  readonly value: string;
}

const unconfined = 'Turned off: the protection is gone for this container.';

const labels: Readonly<Record<string, string>> = {
  disable: 'No SELinux separation for this container.',
  user: 'The SELinux user.',
  role: 'The SELinux role.',
  type: 'The SELinux type.',
  level: 'The SELinux level.',
};

/** What an option and its value mean; undefined for an option that is not known. */
export function explainSecurityOption(key: string, value = ''): Explained | undefined {
  switch (key) {
    case 'no-new-privileges':
      return { option: 'Processes cannot gain rights that they were not started with, for instance by sudo.', value: parseBoolean(value) === false ? 'Off, as it is without the option.' : 'On, as it is where no value follows.' };
    case 'seccomp':
      return {
        option: 'The filter of system calls.',
        value: value === 'unconfined' ? unconfined : value === 'builtin' ? "The engine's own filter." : `The profile in ${code(value)} on this machine; the command reads it and sends its content.`,
      };
    case 'apparmor':
      return { option: 'The AppArmor profile.', value: value === 'unconfined' ? unconfined : `The profile ${code(value)}, which must be loaded on the host.` };
    case 'label':
      return { option: 'SELinux labels of the process; without effect where SELinux is off.', value: labels[value.split(':')[0] ?? ''] ?? 'A label that SELinux does not know.' };
    case 'systempaths':
      return { option: 'Parts of `/proc` and `/sys` that are hidden or read-only.', value: 'Shows them and makes them writable.' };
    case 'writable-cgroups':
      return { option: 'Whether the control groups are mounted writable.', value: 'Needs Engine 28 and cgroup v2.' };
    case 'credentialspec':
      return { option: 'A group managed service account, for Windows containers.', value: `Read from ${code(value)}.` };
    default:
      return undefined;
  }
}
