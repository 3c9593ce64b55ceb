/** Reads user, capabilities and the doors to the host aloud. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import type { Clause } from './clause.ts';
import { lastValue, listed, valuesOf } from './phrases.ts';

const bare = (capability: string): string => capability.toUpperCase().replace(/^CAP_/, '');

function capabilities(command: DockerCommand): string | undefined {
  const added = valuesOf(command, 'cap-add').map(bare);
  const dropped = valuesOf(command, 'cap-drop').map(bare);
  const some = (list: readonly string[]): string => listed(list.map((name) => code(name)));
  const addsAll = added.includes('ALL');
  if (dropped.includes('ALL') && !addsAll) {
    return added.length === 0 ? 'without any capability' : `with no capability but ${some(added)}`;
  }
  // What is added stays, except beside ALL.
  const without = dropped.filter((name) => name !== 'ALL' && (addsAll || !added.includes(name)));
  const phrases = [
    ...(addsAll ? ['with every capability'] : added.length > 0 ? [`with the extra ${added.length === 1 ? 'capability' : 'capabilities'} ${some(added)}`] : []),
    ...(without.length > 0 ? [`without ${some(without)}`] : []),
  ];
  return phrases.length === 0 ? undefined : phrases.join(' and ');
}

const namespaces = { pid: 'process list', ipc: 'shared memory', uts: 'name', userns: 'user ids' } as const;

/** The namespaces that the container has in common with the host. */
function shared(command: DockerCommand): [flag: string, what: string][] {
  return Object.entries(namespaces).filter(([flag]) => lastValue(command, flag) === 'host');
}

export const privileges: Clause = {
  flags: (command) => ['user', 'privileged', 'cap-add', 'cap-drop', 'security-opt', ...shared(command).map(([flag]) => flag)],
  say(command) {
    const user = lastValue(command, 'user');
    const options = valuesOf(command, 'security-opt');
    const open = shared(command).map(([, what]) => what);
    const phrases = [
      user === undefined ? undefined : `as user ${code(user)}`,
      isOn(command, 'privileged') ? 'privileged, which makes root inside as powerful as root on the host' : capabilities(command),
      options.length === 0 ? undefined : `under ${listed(options.map((option) => code(option)))}`,
      open.length === 0 ? undefined : `sharing the host's ${listed(open)}`,
    ].filter((phrase) => phrase !== undefined);
    return phrases.length === 0 ? undefined : `it runs ${phrases.join(', ')}`;
  },
};
