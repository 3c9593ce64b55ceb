/** Measures that leave an intruder as little power as the program itself needs: capabilities, setuid programs, the user. */
import { lastUse, usesOf, type DockerCommand } from '../../command/docker-command.ts';
import { parseBoolean } from '../../docker/values/bool.ts';
import { familyOf } from '../image-families.ts';
import { absent, adding, declined, left, present, unknown, type Measure, type Subject } from '../measure.ts';
import { mountsEngineSocket } from '../mount-targets.ts';
import { hasLowPort } from '../../command/published-ports.ts';
import { isPrivileged, startsAsRoot } from '../subject.ts';

const privilegedInstead = declined('`--privileged` gives the container everything');

function named(command: DockerCommand, flag: 'cap-add' | 'cap-drop'): string[] {
  return usesOf(command, flag).map(({ value }) => value.text.toUpperCase().replace(/^CAP_/, ''));
}

/** What the container cannot do without, and the user has not settled: in the order of the alphabet. */
function needed({ command, version }: Subject): string[] {
  const settled = new Set([...named(command, 'cap-add'), ...named(command, 'cap-drop')]);
  const { capabilities = [] } = familyOf(command);
  const all = [...(startsAsRoot(command) ? capabilities : []), ...(hasLowPort(command, version) ? ['NET_BIND_SERVICE'] : [])];
  return [...new Set(all)].filter((capability) => !settled.has(capability)).sort();
}

export const capabilities: Measure = {
  id: 'capabilities',
  name: 'No capabilities but those needed',
  flag: '--cap-drop ALL',
  protects: 'Root in the container loses the powers that most break-outs need.',
  risk: 'programs that change owners, switch users or open raw sockets need theirs back with `--cap-add`',
  core: true,
  state: ({ command }) => {
    if (isPrivileged(command)) {
      return privilegedInstead;
    }
    if (named(command, 'cap-add').includes('ALL')) {
      return declined('all of them were asked for');
    }
    if (named(command, 'cap-drop').includes('ALL')) {
      return present;
    }
    if ([...usesOf(command, 'cap-add'), ...usesOf(command, 'cap-drop')].some(({ value }) => !value.literal)) {
      return unknown;
    }
    return absent;
  },
  offers: (subject) => [adding([{ name: '--cap-drop', value: 'ALL' }, ...needed(subject).map((value) => ({ name: '--cap-add', value }))])],
};

export const noNewPrivileges: Measure = {
  id: 'no-new-privileges',
  name: 'No new privileges',
  flag: '--security-opt no-new-privileges',
  protects: 'Setuid programs such as `su` and `sudo` cannot make an intruder root.',
  risk: 'another user than root cannot become root by `su` or `sudo`, and programs with file capabilities fail',
  core: true,
  state: ({ command }) => {
    if (isPrivileged(command)) {
      return privilegedInstead;
    }
    const uses = usesOf(command, 'security-opt');
    const given = uses.findLast(({ value }) => /^no-new-privileges(?:[:=]|$)/.test(value.text));
    if (given !== undefined) {
      return parseBoolean(given.value.text.split(/[:=]/)[1] ?? 'true') === true ? present : declined('switched off');
    }
    return uses.some(({ value }) => !value.literal) ? unknown : absent;
  },
  offers: () => [adding([{ name: '--security-opt', value: 'no-new-privileges' }])],
};

export const user: Measure = {
  id: 'user',
  name: 'User other than root',
  flag: '--user',
  protects: 'A process that breaks out is nobody on the host, and files of root stay out of its reach.',
  risk: 'files, volumes and folders that belong to root cannot be written',
  core: true,
  state: ({ command }) => {
    const use = lastUse(command, 'user');
    if (use !== undefined) {
      return !use.value.literal ? unknown : startsAsRoot(command) || use.value.text === '' ? declined('root was chosen') : present;
    }
    const { ownUser } = familyOf(command);
    return isPrivileged(command) ? privilegedInstead : ownUser !== undefined ? left(ownUser) : mountsEngineSocket(command) ? left('the socket of the engine is open to root only') : absent;
  },
  offers: ({ values }) => [adding([{ name: '--user', value: values.user, setting: 'user' }])],
};
