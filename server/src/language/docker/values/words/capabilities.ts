/** What each Linux capability allows a process to do. */
import { capabilities } from '../../generated/cli.ts';

type Name = (typeof capabilities.all)[number];

const allows: Readonly<Record<Name, string>> = {
  CAP_CHOWN: 'Give files to another user or group. Entrypoints that prepare a data directory need it.',
  CAP_DAC_OVERRIDE: 'Read, write and run files whatever their permissions say.',
  CAP_DAC_READ_SEARCH: 'Read any file and open files by handle, which has let containers read the host\'s disk.',
  CAP_FOWNER: 'Change permissions of files that belong to others.',
  CAP_FSETID: 'Keep the setuid and setgid bits when a file is changed.',
  CAP_KILL: 'Send signals to processes of other users.',
  CAP_SETGID: 'Switch to other groups. Images that start as root and step down need it.',
  CAP_SETUID: 'Switch to another user. Images that start as root and step down (gosu, su-exec, nginx workers) need it.',
  CAP_SETPCAP: 'Drop capabilities from its own bounding set and hand them on.',
  CAP_LINUX_IMMUTABLE: 'Mark files as immutable or append-only.',
  CAP_NET_BIND_SERVICE: 'Listen on ports below 1024 of the host network. On a network of its own a container may do so without it since Engine 20.10, though some programs ask for it all the same.',
  CAP_NET_BROADCAST: 'Unused by the kernel today.',
  CAP_NET_ADMIN: 'Configure interfaces, routes and firewall of its network: VPN clients, routers. On the host network that is the host\'s own.',
  CAP_NET_RAW: 'Open raw sockets: ping on older kernels, packet capture, and forging packets.',
  CAP_IPC_LOCK: 'Lock memory against swapping: databases, Vault.',
  CAP_IPC_OWNER: 'Use shared memory of others whatever its permissions say.',
  CAP_SYS_MODULE: 'Load kernel modules: full control of the host.',
  CAP_SYS_RAWIO: 'Access I/O ports and raw memory of the host.',
  CAP_SYS_CHROOT: 'Call chroot, as sshd and some mail servers do.',
  CAP_SYS_PTRACE: 'Inspect and change other processes: debuggers, strace, some profilers.',
  CAP_SYS_PACCT: 'Switch process accounting on and off.',
  CAP_SYS_ADMIN: 'Mount file systems and dozens of other things: close to being root on the host.',
  CAP_SYS_BOOT: 'Reboot the host.',
  CAP_SYS_NICE: 'Raise priorities and pin processes: real-time audio, some databases.',
  CAP_SYS_RESOURCE: 'Go beyond resource limits and disk quotas.',
  CAP_SYS_TIME: 'Set the clock, which is the host\'s clock: NTP servers.',
  CAP_SYS_TTY_CONFIG: 'Configure terminals and hang them up.',
  CAP_MKNOD: 'Create device files; the device cgroup still decides whether they can be used.',
  CAP_LEASE: 'Be told when somebody opens a file.',
  CAP_AUDIT_WRITE: 'Write to the kernel\'s audit log, as sshd does.',
  CAP_AUDIT_CONTROL: 'Configure the kernel\'s audit.',
  CAP_SETFCAP: 'Give capabilities to files: package managers do.',
  CAP_MAC_OVERRIDE: 'Ignore the Smack security policy.',
  CAP_MAC_ADMIN: 'Change the Smack security policy.',
  CAP_SYSLOG: 'Read the kernel log and kernel addresses.',
  CAP_WAKE_ALARM: 'Set a timer that wakes the machine.',
  CAP_BLOCK_SUSPEND: 'Keep the machine from going to sleep.',
  CAP_AUDIT_READ: 'Read the kernel\'s audit log.',
  CAP_PERFMON: 'Watch performance counters: profilers, without SYS_ADMIN.',
  CAP_BPF: 'Load BPF programs into the kernel: observability tools.',
  CAP_CHECKPOINT_RESTORE: 'Save and restore processes, as CRIU does.',
};

export interface CapabilityFacts {
  /** Without `CAP_`. */
  readonly name: string;
  readonly allows: string;
  /** Every container has it unless it is dropped. */
  readonly granted: boolean;
}

const granted: readonly string[] = capabilities.defaultGranted;

export const capabilityFacts: readonly CapabilityFacts[] = capabilities.all.map((name) => ({
  name: name.replace('CAP_', ''),
  allows: allows[name],
  granted: granted.includes(name),
}));
