/** The order of flags in a command that is written by hand for production, and where new ones go among those that are there. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { Group } from '../command/layout.ts';

/** Who it is and how it lives; resources; files; privileges; network; environment. */
const themes: readonly (readonly string[])[] = [
  ['detach', 'interactive', 'tty', 'attach', 'rm', 'name', 'hostname', 'restart', 'init', 'pull', 'platform', 'quiet', 'label', 'label-file', 'stop-signal', 'stop-timeout', 'cidfile', 'entrypoint'],
  ['memory', 'memory-swap', 'memory-reservation', 'memory-swappiness', 'cpus', 'cpu-shares', 'cpu-quota', 'cpu-period', 'cpuset-cpus', 'cpuset-mems', 'pids-limit', 'ulimit', 'shm-size', 'gpus', 'oom-score-adj', 'oom-kill-disable', 'blkio-weight', 'log-driver', 'log-opt'],
  ['read-only', 'tmpfs', 'volume', 'mount', 'volumes-from', 'volume-driver', 'storage-opt', 'workdir'],
  ['cap-drop', 'cap-add', 'security-opt', 'privileged', 'user', 'group-add', 'device', 'sysctl', 'userns', 'pid', 'ipc', 'uts', 'cgroupns'],
  ['network', 'network-alias', 'ip', 'ip6', 'publish', 'publish-all', 'expose', 'dns', 'dns-search', 'dns-option', 'add-host', 'link', 'mac-address'],
];

const ranks: ReadonlyMap<string, number> = new Map(themes.flatMap((names, rank) => names.map((name) => [name, rank] as const)));

/** The place of a flag in that order: environment and whatever has no place of its own come last. */
export function rankOf(name: string): number {
  return ranks.get(name) ?? themes.length;
}

/** The group behind which a flag of the rank belongs: the last one that comes before it in the order; -1 for the command word. */
export function anchorFor(rank: number, groups: readonly Group[]): number {
  return groups.findLastIndex(({ uses }) => uses.some(({ facts }) => rankOf(canonicalName(facts)) <= rank));
}
