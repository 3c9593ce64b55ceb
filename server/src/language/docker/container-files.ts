/** Files that tell something about a container from the inside: its limits and what it used of them, its process, its network. */

/** Version 2 has its files here, version 1 a folder for each controller. */
const cgroup = '/sys/fs/cgroup/';

const files: Readonly<Record<string, string>> = {
  [`${cgroup}memory.max`]: 'The memory limit in bytes, `max` without one: what `--memory` set.',
  [`${cgroup}memory.current`]: 'Memory in use now, in bytes. File cache counts, which the kernel gives back under pressure; `docker stats` leaves out the part that was not used lately.',
  [`${cgroup}memory.peak`]: 'The most memory that was ever in use, in bytes; kernels before 5.19 do not have it.',
  [`${cgroup}memory.events`]: '`oom_kill` counts processes that the kernel killed at the limit, children too: a worker that vanishes leaves its trace here and not in `docker inspect`.',
  [`${cgroup}memory.stat`]: 'What the memory is: `anon` belongs to processes, `file` is cache.',
  [`${cgroup}memory.swap.max`]: 'How much may be swapped out, in bytes: `--memory-swap` less `--memory`.',
  [`${cgroup}memory.high`]: 'From here on the kernel slows processes down instead of killing them; Docker does not set it.',
  [`${cgroup}memory.low`]: 'What the kernel tries to leave to the container, in bytes: `--memory-reservation`.',
  [`${cgroup}cpu.max`]: 'Two numbers in microseconds, `50000 100000` for `--cpus 0.5`: what may be used in each period; `max` without a limit.',
  [`${cgroup}cpu.stat`]: '`nr_throttled` and `throttled_usec` tell how often and how long processes waited because `--cpus` was used up: a slow service on an idle host.',
  [`${cgroup}cpu.weight`]: 'The share of busy processors, from `--cpu-shares` converted to 1 to 10000.',
  [`${cgroup}cpuset.cpus.effective`]: 'The processors that the container may run on: `--cpuset-cpus`, less what the host takes away.',
  [`${cgroup}pids.max`]: 'How many processes and threads there may be, `max` without a limit: what `--pids-limit` set.',
  [`${cgroup}pids.current`]: 'How many processes and threads there are.',
  [`${cgroup}pids.events`]: 'How often a fork failed at the limit.',
  [`${cgroup}io.stat`]: 'Bytes read from and written to each device; what stays in the cache is not there.',
  [`${cgroup}memory/memory.limit_in_bytes`]: 'The memory limit in bytes on cgroup v1; a number near 2⁶³ means none.',
  [`${cgroup}memory/memory.usage_in_bytes`]: 'Memory in use now in bytes, file cache too (cgroup v1).',
  [`${cgroup}memory/memory.max_usage_in_bytes`]: 'The most memory that was ever in use, in bytes (cgroup v1).',
  [`${cgroup}memory/memory.failcnt`]: 'How often the limit was met (cgroup v1); the kernel first took back cache, so a high number alone is no failure.',
  [`${cgroup}memory/memory.oom_control`]: '`oom_kill` counts processes that the kernel killed at the limit (cgroup v1).',
  [`${cgroup}cpu/cpu.cfs_quota_us`]: 'Microseconds of processor time in each period, -1 without a limit (cgroup v1): `--cpus` times the period.',
  [`${cgroup}cpu/cpu.stat`]: '`nr_throttled` counts the periods in which processes waited because `--cpus` was used up (cgroup v1).',
  [`${cgroup}pids/pids.max`]: 'How many processes and threads there may be (cgroup v1): what `--pids-limit` set.',
  '/proc/1/environ': 'The variables that the main process was started with, a zero byte between them: `tr "\\0" "\\n"` makes lines of them. Secrets given by `-e` are among them.',
  '/proc/1/cmdline': 'What the container really runs, a zero byte between the words: a shell here means that signals end at the shell.',
  '/proc/1/status': '`CapEff` holds the capabilities as bits, `NoNewPrivs` and `Seccomp` tell the other two protections.',
  '/proc/1/limits': 'The limits of the main process, such as open files: what `--ulimit` set.',
  '/proc/1/cgroup': 'The place in the cgroup tree; under cgroup v2 just `0::/`, so it no longer tells whether a process is in a container.',
  '/proc/meminfo': 'It shows the memory of the host, not the limit of the container.',
  '/proc/cpuinfo': 'It shows the processors of the host, whatever `--cpus` says.',
  '/proc/mounts': 'All that is mounted in the container: volumes and bind mounts with their options, `ro` among them.',
  '/etc/resolv.conf': 'Written by the engine. On networks of your own it names 127.0.0.11, the DNS of Docker, which knows the other containers by name; on the default bridge the servers of the host.',
  '/etc/hosts': 'Written by the engine: the address of the container, and what `--add-host` added. What is edited here is gone at the next start.',
  '/etc/hostname': 'Written by the engine: what `--hostname` set, otherwise the first digits of the id.',
  '/.dockerenv': 'An empty file that Docker leaves in each container; programs look for it to see that they run in one. Podman has `/run/.containerenv`.',
};

/** What the file tells, by its absolute path in a Linux container. */
function proseOf(path: string): string | undefined {
  // On cgroup v1 two names reach the controller of processors.
  const known = path.replace('/cpu,cpuacct/', '/cpu/');
  return Object.hasOwn(files, known) ? files[known] : undefined;
}

/** The files that the text names and what each tells. */
export function containerFilesIn(text: string): { readonly path: string; readonly tells: string }[] {
  const paths = new Set(text.match(/\/[\w./,]*\w/g));
  return [...paths].flatMap((path) => {
    const tells = proseOf(path);
    return tells === undefined ? [] : [{ path, tells }];
  });
}
