/** Flags that people bring along from other programs: why a docker command has none of that name, and what to write. */
import type { DockerCommand } from '../command/docker-command.ts';

export interface Habit {
  readonly commands: readonly string[];
  /** Names and letters without dashes. */
  readonly flags: readonly string[];
  /** Follows "has no flag `-r`:", and says what to do. */
  readonly why: string;
  /** What stands in its place where there is one plausible reading; empty where it is superfluous. */
  readonly write?: string;
  /** The command that has the flag and is meant. */
  readonly useCommand?: string;
}

/** Commands on containers that are there. */
const onContainers = ['attach', 'diff', 'exec', 'inspect', 'inspect-any', 'kill', 'pause', 'port', 'restart', 'rm', 'start', 'stats', 'stop', 'top', 'unpause', 'wait'];

/** Commands on containers whose settings people try to change with them. */
export const settledOnes: readonly string[] = ['attach', 'exec', 'restart', 'start', 'unpause', 'update'];

const habits: readonly Habit[] = [
  { commands: ['run', 'create'], flags: ['n'], why: 'a name is given with `--name`.', write: '--name' },
  { commands: ['create'], flags: ['d', 'detach'], why: 'a created container does not run. Write `docker run -d` to start it in the background.', useCommand: 'run' },
  { commands: ['cp'], flags: ['r', 'R', 'recursive'], why: 'folders are copied with all that is in them. Leave it out.', write: '' },
  { commands: ['cp'], flags: ['f', 'force'], why: 'it replaces what is in the way. Leave it out.', write: '' },
  { commands: ['rm'], flags: ['r', 'R', 'recursive'], why: 'a container holds no others. Leave it out; `-f` removes a container that runs, `-v` its anonymous volumes.' },
  { commands: ['kill'], flags: ['f', 'force'], why: 'it sends SIGKILL without asking. Leave it out.' },
  { commands: ['stop'], flags: ['f', 'force', 'k', 'kill', '9'], why: '`docker kill` ends a container at once; `-t 5` shortens the grace period.' },
  { commands: ['restart'], flags: ['f', 'force', 'k', 'kill'], why: '`-t 0` restarts without a grace period.' },
  { commands: ['start'], flags: ['d', 'detach'], why: 'it returns at once unless `-a` or `-i` attaches. Leave it out.', write: '' },
  { commands: ['start'], flags: ['t', 'tty', 'it'], why: 'whether there is a terminal was settled when the container was made. `docker start -ai` attaches to it.' },
  { commands: ['attach'], flags: ['i', 't', 'interactive', 'tty'], why: 'it attaches to input and terminal as the container was made with them. Leave it out.', write: '' },
  { commands: ['exec'], flags: ['rm'], why: 'the container stays and the process leaves nothing behind. Leave it out.', write: '' },
  { commands: ['wait'], flags: ['t', 'time', 'timeout'], why: 'it waits as long as it takes. `timeout 60 docker wait …` gives up after a minute.' },
  { commands: ['top'], flags: ['a', 'e', 'f', 'o', 'p', 'u', 'x'], why: 'options of `ps` stand behind the container, as in `docker top web -o pid,comm`.' },
  { commands: ['ps'], flags: ['e', 'ef', 'aux'], why: '`-a` shows the containers that are stopped as well.' },
  { commands: ['ps'], flags: ['ancestor', 'health', 'id', 'image', 'label', 'name', 'network', 'status', 'volume'], why: 'a filter asks for it, as in `--filter status=running`.' },
  { commands: ['prune'], flags: ['a', 'all'], why: 'it removes all stopped containers as it is. Leave it out.', write: '' },
  { commands: ['kill', 'pause', 'restart', 'stop', 'unpause'], flags: ['a', 'all'], why: 'each container is named; `$(docker ps -q)` names all that run.' },
  { commands: ['rm', 'start'], flags: ['all'], why: 'each container is named; `$(docker ps -aq)` names them all.' },
  { commands: ['update'], flags: ['name'], why: '`docker rename` changes the name.' },
  { commands: onContainers, flags: ['name', 'container', 'n'], why: 'the container is named without one.', write: '' },
];

/** What is known of the flag, given by its name or letter, on this command. */
export function habitOf({ facts }: DockerCommand, flag: string): Habit | undefined {
  return habits.find(({ commands, flags }) => commands.includes(facts?.id ?? '') && flags.includes(flag));
}
