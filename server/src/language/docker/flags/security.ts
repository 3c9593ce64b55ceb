/** Flags that widen or narrow what a process may do. */
import type { FlagTheme } from './flag-prose.ts';

export const securityFlags: FlagTheme = {
  privileged: {
    what: 'Gives the container all capabilities and all devices of the host, and switches off seccomp and AppArmor.',
    why: 'For software that is part of the host, such as Docker in Docker or a storage driver. For everything else, one `--cap-add` or `--device` does.',
    mind: 'Root inside is root on the host: mounting its disk takes one command. `--cap-drop` next to it has no effect and no message. It is often pasted in to silence a permission error which a device, a group or a mount option causes. Refused with user namespaces remapped unless `--userns host` is given.',
    example: 'docker run -d --name ci-dind --privileged --network ci -v dind-data:/var/lib/docker docker:28.0.1-dind',
    related: ['cap-add', 'device', 'security-opt', 'cap-drop'],
    on: {
      exec: {
        what: 'Runs this one process with all capabilities, in a container that has fewer.',
        why: 'For a look with `strace`, `tcpdump` or `mount` without recreating the service with more rights.',
        mind: 'While it runs, the isolation of that process is gone, although the container looks harmless in `docker inspect`: `HostConfig.Privileged` stays false. Devices that the container did not get are still missing.',
        example: 'docker exec --privileged shop-api tcpdump -c 100 -ni eth0 port 5432',
        related: ['user'],
      },
    },
  },
  'cap-add': {
    what: 'Adds one Linux capability to the 14 that a container has by default.',
    why: 'The small alternative to `--privileged`: a VPN needs NET_ADMIN, a time server SYS_TIME, a profiler SYS_PTRACE, and nothing else.',
    mind: 'SYS_ADMIN, SYS_MODULE, DAC_READ_SEARCH and `ALL` are as good as root on the host. One name per flag, a comma list is refused. A process of a non-root user gets nothing from it unless the program file carries the capability, so `--user 1000 --cap-add …` often seems to have no effect.',
    example: 'docker run -d --name vpn --cap-drop ALL --cap-add NET_ADMIN --device /dev/net/tun registry.example.com/infra/openvpn:2.6.13',
    related: ['cap-drop', 'privileged', 'security-opt', 'device'],
  },
  'cap-drop': {
    what: 'Takes a capability away; `ALL` takes all, and `--cap-add` gives single ones back.',
    why: 'A service on a high port needs none of the 14. Without NET_RAW an intruder cannot forge packets on the bridge, without SETUID a hole in a helper program leads nowhere.',
    mind: 'With `ALL`, images that start as root and change the user (gosu, su-exec) need SETUID and SETGID back, often CHOWN and DAC_OVERRIDE for the first start: "operation not permitted" in the entrypoint is the sign. Ports below 1024 need NET_BIND_SERVICE only with `--network host` and before Engine 20.10. No effect with `--privileged`. A capability in both lists stays.',
    example: 'docker run -d --name shop-api --cap-drop ALL --security-opt no-new-privileges --user 1001:1001 registry.example.com/shop/api:2.4.1',
    related: ['cap-add', 'security-opt', 'user', 'privileged'],
  },
  'security-opt': {
    what: 'Sets a security switch: `no-new-privileges`, a seccomp or AppArmor profile, SELinux labels.',
    why: '`no-new-privileges` takes the effect from every setuid program, so a hole in the service cannot become root by way of `su` or `mount`. It costs nothing for most images.',
    mind: 'It breaks what another user than root starts by sudo or su ("The no new privileges flag is set"); root stepping down, by su or gosu, is not affected. `seccomp=unconfined`, often copied to fix an old image on a new host, opens hundreds of system calls: update the engine instead. A profile is read by the client, so a relative path depends on where the script runs.',
    example: 'docker run -d --name shop-api --security-opt no-new-privileges --cap-drop ALL --read-only --tmpfs /tmp registry.example.com/shop/api:2.4.1',
    related: ['cap-drop', 'read-only', 'user', 'privileged'],
  },
  'use-api-socket': {
    what: 'Gives the container the socket of the engine, and a copy of your registry logins.',
    why: 'For CI tools that start containers of their own, in place of a hand-made socket mount.',
    mind: 'Whoever controls the container controls the host: one API call starts a privileged container. The logins are handed over as well, so a malicious build step can push images in your name. Works with a local unix socket only, in client 28.1 and newer.',
    example: 'docker run --rm --use-api-socket docker:28.2.2-cli docker ps',
    related: ['volume', 'privileged'],
  },
  'disable-content-trust': {
    what: 'Once skipped the check of image signatures by Docker Content Trust; it does nothing since client 29.',
    why: 'Only met in old scripts, mostly copied without need, because the check was off unless `DOCKER_CONTENT_TRUST=1` was set.',
    mind: 'Client 29 prints a warning for it, and no longer verifies anything even with the variable set, so those who relied on the check lost it silently. Pin images by digest and verify them with cosign or a policy in the registry.',
    example: 'docker run --rm --pull always alpine:3.21 cat /etc/alpine-release',
    related: ['pull'],
  },
};
