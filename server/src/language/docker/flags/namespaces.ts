/** Flags that share or separate kernel namespaces, and those that set their parameters. */
import type { FlagTheme } from './flag-prose.ts';

export const namespaceFlags: FlagTheme = {
  pid: {
    what: 'Shares process ids with the host (`host`) or another container (`container:NAME`).',
    byDefault: 'by default its own',
    why: 'A debug image with strace or gdb can look at the processes of a slim service that has no tools of its own.',
    mind: 'With `host` the container sees the command lines of all processes, passwords in arguments included, and as root can kill any of them. Your process is no longer PID 1, so zombies go to the init of the other namespace. When the other container ends, yours is killed with it.',
    example: 'docker run --rm -it --pid container:shop-api --cap-add SYS_PTRACE nicolaka/netshoot:v0.13 strace -f -p 1',
    related: ['ipc', 'network', 'cap-add'],
  },
  ipc: {
    what: 'Decides who shares System V memory, semaphores and `/dev/shm` with the container.',
    byDefault: 'by default private, unless the engine is set up otherwise',
    why: 'Two containers that exchange data by shared memory need one `shareable` and the other `container:NAME`; the default, private, keeps them apart.',
    mind: '`host` lets the container read the shared memory of everything on the host, databases included. Joining a container that was started private fails at start. It is often pasted in for PyTorch, where `--shm-size` is all that is needed.',
    example: 'docker run -d --name capture --ipc shareable --shm-size 256m registry.example.com/media/capture:1.1.0',
    related: ['shm-size', 'pid'],
  },
  uts: {
    what: 'With `host`, shares host name and domain name with the host.',
    byDefault: 'by default its own',
    why: 'A monitoring agent then reports the name of the machine, also after it is renamed, instead of a container id.',
    mind: 'It cannot stand beside `--hostname`. A container with SYS_ADMIN can then rename the host, which upsets clusters and mail. For a fixed name, `--hostname "$(hostname)"` is enough.',
    example: 'docker run -d --name node-exporter --uts host --network host prom/node-exporter:v1.9.0',
    related: ['hostname', 'pid', 'network'],
  },
  userns: {
    what: 'With `host`, leaves the remapped user namespace of the engine for this container.',
    byDefault: 'by default as the engine is set up',
    why: 'On an engine with `userns-remap`, privileged containers and those that must write to host files as real root need the way out.',
    mind: 'It takes away the very protection that remapping gives: root inside is root outside again. Without remapping it has no effect. Files written by the other containers belong to ids above 100000, so shared directories give "permission denied" in one or the other direction.',
    example: 'docker run -d --name node-exporter --userns host -v /:/host:ro,rslave prom/node-exporter:v1.8.2',
    related: ['user', 'privileged'],
  },
  cgroupns: {
    what: 'Shows the container its own cgroup tree (`private`) or that of the host (`host`).',
    byDefault: 'by default private on cgroup v2, host on v1',
    why: 'Both systemd in a container and monitoring agents such as cAdvisor need the view that fits them; the wrong one gives no metrics, or those of someone else.',
    mind: 'The default differs: private on cgroup v2, host on v1. An agent that worked for years therefore stops finding the other containers after an upgrade of the distribution.',
    example: 'docker run -d --name cadvisor --cgroupns host -v /sys/fs/cgroup:/sys/fs/cgroup:ro gcr.io/cadvisor/cadvisor:v0.49.2',
    related: ['cgroup-parent', 'pid'],
  },
  'cgroup-parent': {
    what: 'Places the container below another cgroup, whose limits then apply to all in it together.',
    why: 'One ceiling for all CI jobs of a host: each may use what is free, but together they leave room for the services.',
    mind: 'With the systemd driver, the usual one, it must be a slice such as `ci.slice`; a path is refused. The slice needs its own limits in systemd, otherwise it limits nothing. Hitting its limit kills a process of any member, not necessarily the greedy one.',
    example: 'docker run --rm --cgroup-parent ci.slice node:22.14-slim npm --version',
    related: ['memory', 'cpus', 'cgroupns'],
  },
  sysctl: {
    what: 'Sets a kernel parameter in the namespace of the container, such as `net.core.somaxconn=1024`.',
    why: 'A busy web server needs a longer accept queue, a WireGuard client its own routing rules. Ports below 1024 need nothing: since Engine 20.10 `net.ipv4.ip_unprivileged_port_start` is 0 in every container with a network of its own.',
    mind: 'Only `net.*`, `fs.mqueue.*` and some of `kernel.*` exist per container. `vm.max_map_count`, which Elasticsearch wants, is refused here and must be set on the host. `net.*` fails at start with `--network host`, since it would change the host itself.',
    example: 'docker run -d --name edge-proxy --sysctl net.core.somaxconn=4096 -p 443:443 haproxy:3.1.5',
    related: ['ulimit', 'network', 'privileged'],
  },
  runtime: {
    what: 'Runs the container with another OCI runtime that the engine knows, such as `nvidia`, `runsc` or `kata`.',
    byDefault: 'by default that of the engine, mostly runc',
    why: 'Kata or gVisor (`runsc`) put a second wall around code you do not trust; `nvidia` was the way to GPUs before `--gpus`.',
    mind: 'It must be registered in `daemon.json`, and the engine reloaded; otherwise create fails with "unknown or invalid runtime name", typically on the one new host where it was forgotten. gVisor lacks some system calls and is slow on files. `nvidia` shows no card at all unless `NVIDIA_VISIBLE_DEVICES` is set, by the image or by you.',
    example: 'docker run --rm --runtime runsc --network none registry.example.com/judge/sandbox:3.0.1',
    related: ['gpus', 'security-opt', 'annotation'],
  },
};
