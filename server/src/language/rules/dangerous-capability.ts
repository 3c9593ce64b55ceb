/** Capabilities with which a process can leave its container. */
import { isOn, literalValue, usesOf } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { isImageIn } from './image-lists.ts';
import type { Rule } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

/** What the process can do with it; each completes “It lets the process”. */
const powers: Readonly<Record<string, string>> = {
  SYS_ADMIN: 'mount file systems and change much of the kernel, which is close to being root on the host',
  SYS_MODULE: 'load modules into the kernel that it shares with the host',
  SYS_PTRACE: 'read and change the memory of other processes, those of the host too where it can see them',
  DAC_READ_SEARCH: 'open files by their handle, past the container, and so read the disk of the host',
  SYS_RAWIO: 'write to memory and ports of the machine',
  BPF: 'load programs into the kernel that watch the whole host',
  NET_ADMIN: 'change addresses, routes and firewall of its network, and listen in on it',
};

export const dangerousCapability: Rule = {
  id: 'dangerous-capability',
  title: 'Capability that opens the container to the host',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'Capabilities are pieces of what root may do. Most of them end at the border of the container, but some reach through it: with `SYS_ADMIN`, `SYS_MODULE` or `DAC_READ_SEARCH` programs have read and taken over hosts. Grant the smallest one that makes the program work: profilers often need `PERFMON` only.',
    whenToIgnore: 'The program is a debugger, a VPN or another tool whose task this is.',
    references: ['[Runtime privilege and Linux capabilities](https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities)', '[capabilities(7)](https://man7.org/linux/man-pages/man7/capabilities.7.html)', owaspSheet],
    standards: [cis('5.4', '5.3'), owasp('3')],
  },
  options: {
    capabilities: { description: 'Capabilities to report, without `CAP_`.', default: ['ALL', ...Object.keys(powers)] },
    networkImages: {
      description: 'Images that set up networks and so need `NET_ADMIN`; `*` stands for anything.',
      default: ['*vpn*', '*wireguard*', '*wg-*', 'weejewel/wg-easy', '*/gluetun*', '*tailscale*', '*zerotier*', '*netbird*', '*nebula*', '*pihole*', 'pihole/*', '*ipsec*', '*softether*', '*xray*', '*clash*', '*mihomo*', '*sing-box*', '*fail2ban*', '*dnsmasq*', '*dhcp*', '*keepalived*', '*home-assistant*', 'calico/*', 'cilium/*'],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦--cap-add SYS_ADMIN⟧ browser:126\n' },
    { bad: 'docker run -d --cap-drop ALL ⟦--cap-add=cap_sys_module⟧ setup:1\n' },
    { bad: 'docker run -d ⟦--cap-add ALL⟧ setup:1\n' },
  ],
  silent: ['docker run -d --cap-drop ALL --cap-add NET_BIND_SERVICE web:3\n', 'docker run -d --cap-add "$CAPABILITY" web:3\n', 'docker run -d --cap-add NET_ADMIN lscr.io/linuxserver/wireguard:1.0.20210914\n', 'docker run -d --privileged --cap-add SYS_ADMIN setup:1\n', 'docker run -d --cap-drop SYS_ADMIN web:3\n', 'docker run --rm -it --pid container:web --cap-add SYS_PTRACE tools:1.4 strace -p 1\n'],
  causes: [{ commands: ['run', 'create'], flags: ['cap-add'] }],
  check: (command, { report, options }) => {
    if (!createsContainer(command) || isOn(command, 'privileged')) {
      return;
    }
    const isDebugger = literalValue(command, 'pid')?.startsWith('container:') === true;
    const reported = new Set((options['capabilities'] ?? []).map((name) => name.toUpperCase().replace(/^CAP_/, '')));
    for (const use of usesOf(command, 'cap-add')) {
      const name = use.value.text.toUpperCase().replace(/^CAP_/, '');
      // A debugger that joins one container sees the processes of that one only.
      const isExpected = (name === 'SYS_PTRACE' && isDebugger) || (name === 'NET_ADMIN' && isImageIn(command, options['networkImages'] ?? []));
      if (!use.value.literal || !reported.has(name) || isExpected) {
        continue;
      }
      const power = powers[name];
      const message =
        name === 'ALL'
          ? `${code(use.value.text)} adds every capability, close to \`--privileged\`. Add the ones that are needed by name.`
          : `${code(use.value.text)} ${power === undefined ? 'is a capability that your configuration reports' : `lets the process ${power}`}. Leave it out, or add a smaller one.`;
      report({ span: use.span, message, ...(name === 'NET_ADMIN' ? { severity: { script: 'info', markdown: 'info' } } : {}) });
    }
  },
};
