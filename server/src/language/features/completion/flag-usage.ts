/** Which flags and commands people write most, for the order of lists. Counted over scripts and documentation of public projects. */
import type { FlagFacts } from '../../docker/cli-facts.ts';

const flagsByUse: readonly string[] = [
  ...['name', 'detach', 'volume', 'rm', 'tty', 'publish', 'interactive', 'env', 'network', 'runtime', 'restart', 'shm-size', 'workdir', 'user'],
  ...['entrypoint', 'hostname', 'mount', 'gpus', 'memory', 'cpus', 'platform', 'privileged', 'cap-add', 'env-file', 'read-only', 'cap-drop'],
  ...['security-opt', 'tmpfs', 'add-host', 'label', 'device', 'ulimit', 'health-cmd', 'pids-limit', 'init', 'log-opt', 'log-driver', 'pull'],
  ...['all', 'quiet', 'filter', 'format', 'force', 'follow', 'tail', 'since', 'timestamps', 'volumes', 'no-stream', 'signal', 'timeout', 'time'],
  ...['attach', 'archive', 'message', 'change', 'output', 'last', 'latest', 'no-trunc', 'size', 'type', 'pid', 'ipc', 'dns'],
];

const commandsByUse: readonly string[] = [
  ...['run', 'exec', 'ps', 'logs', 'stop', 'rm', 'start', 'restart', 'inspect-any', 'inspect', 'kill', 'cp', 'stats', 'create', 'prune'],
  ...['top', 'port', 'update', 'wait', 'rename', 'pause', 'unpause', 'attach', 'diff', 'commit', 'export'],
];

const flagRank = new Map(flagsByUse.map((name, index) => [name, index]));
const commandRank = new Map(commandsByUse.map((id, index) => [id, index]));

/** Smaller is nearer to the top; deprecated flags and those of other systems come last. */
function rankOf({ name, deprecated, osType }: FlagFacts): number {
  const late = deprecated === true ? 2_000 : osType === 'windows' ? 1_000 : 0;
  return late + (flagRank.get(name) ?? flagRank.size);
}

export function byFlagUse(a: FlagFacts, b: FlagFacts): number {
  return rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1);
}

export function byCommandUse(a: string, b: string): number {
  return (commandRank.get(a) ?? commandRank.size) - (commandRank.get(b) ?? commandRank.size);
}
