/** Where Docker's own reference describes a command or flag, so that a hover can end with the way to the full text. */

const base = 'https://docs.docker.com/reference/cli/docker/';

/** Commands whose page is not `container/<id>/`. */
const pages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    docker: '',
    'inspect-any': 'inspect/',
    ps: 'container/ls/',
  }),
);

/** Flags with a section of their own on the command's page; the others stand only in the page's table. */
const sections: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    run: new Set([
      ...['add-host', 'attach', 'cgroup-parent', 'cidfile', 'detach', 'detach-keys', 'device', 'device-cgroup-rule', 'env'],
      ...['gpus', 'init', 'interactive', 'ipc', 'isolation', 'label', 'log-driver', 'memory', 'mount', 'name', 'network'],
      ...['pid', 'privileged', 'publish', 'publish-all', 'pull', 'read-only', 'restart', 'rm', 'security-opt', 'stop-signal'],
      ...['stop-timeout', 'storage-opt', 'sysctl', 'tmpfs', 'tty', 'ulimit', 'userns', 'uts', 'volume', 'volumes-from', 'workdir'],
    ]),
    exec: new Set(['env', 'privileged', 'workdir']),
    stop: new Set(['signal', 'timeout']),
    restart: new Set(['signal', 'timeout']),
    kill: new Set(['signal']),
    update: new Set(['cpu-shares', 'memory', 'restart']),
    attach: new Set(['detach-keys']),
    ps: new Set(['all', 'filter', 'format', 'no-trunc', 'size']),
    rm: new Set(['force', 'link', 'volumes']),
    prune: new Set(['filter']),
    logs: new Set(['details', 'follow', 'since', 'tail', 'timestamps', 'until']),
    'inspect-any': new Set(['format', 'size', 'type']),
    stats: new Set(['format']),
    commit: new Set(['change']),
    docker: new Set(['host']),
  }),
);

/** Flags that the reference explains in another flag's section. */
const sharedSections: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'env-file': 'env',
    'label-file': 'label',
    'log-opt': 'log-driver',
    net: 'network',
    'network-alias': 'network',
    'net-alias': 'network',
    ip: 'network',
    ip6: 'network',
    'link-local-ip': 'network',
    time: 'timeout',
  }),
);

/**
 * The address of the reference for a command, or for one of its flags (long name, without dashes).
 * `docker` stands for the options before the command word. The sections for `create` are those of `run`, which has the same flags.
 */
export function referenceUrl(commandId: string, flagName?: string): string {
  const id = commandId === 'create' && flagName !== undefined ? 'run' : commandId;
  const page = base + (pages.get(id) ?? `container/${encodeURIComponent(id)}/`);
  if (flagName === undefined) {
    return page;
  }
  const known = sections.get(id);
  const anchor = [flagName, sharedSections.get(flagName)].find((name) => name !== undefined && known?.has(name) === true);
  return anchor === undefined ? page : `${page}#${anchor}`;
}
