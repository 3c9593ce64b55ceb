/** Reads aloud the commands that only look. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import { lastValue, listed, someOf, valuesOf } from './phrases.ts';
import { processLine } from './process.ts';

type Reading = (command: DockerCommand, targets: string) => string;

/** How the output looks, from `--format` and `--quiet`. */
function shape(command: DockerCommand): string[] {
  const format = lastValue(command, 'format');
  return [
    ...(isOn(command, 'quiet') ? [listedContainers(command) === newest ? 'only its id' : 'only their ids'] : []),
    // Beside `--quiet` a format is ignored.
    ...(format === undefined || isOn(command, 'quiet') ? [] : [format === 'json' ? 'as JSON' : `printed as ${code(format)}`]),
  ];
}

const newest = 'the newest container';

function listedContainers(command: DockerCommand): string {
  const count = lastValue(command, 'last');
  if (count !== undefined && !/^(?:-|\+?0+$)/.test(count)) {
    return `the ${code(count)} newest containers`;
  }
  if (isOn(command, 'latest') && (count === undefined || count === '-1')) {
    return newest;
  }
  // A filter by status looks at stopped containers too.
  const all = isOn(command, 'all') || valuesOf(command, 'filter').some((filter) => /^\s*status\s*=/i.test(filter));
  return all ? 'running and stopped containers' : 'the running containers';
}

function inspect(command: DockerCommand, targets: string): string {
  const format = lastValue(command, 'format');
  const type = lastValue(command, 'type');
  const of = `${type === undefined ? '' : `the ${code(type)} `}${targets}`;
  return format === undefined || format === 'json' ? `prints everything the engine knows about ${of} as JSON` : `prints ${code(format)}, filled in for ${of}`;
}

/** What ctrl-c does, and how one leaves. */
function attach(command: DockerCommand, targets: string): string {
  const keys = lastValue(command, 'detach-keys');
  const view = `connects your terminal to the main process of ${targets}${isOn(command, 'no-stdin') ? ' without your input' : ''}`;
  if (keys === 'ctrl-c') {
    return `${view}; ${code(keys)} leaves it running`;
  }
  const keepsSignals = valuesOf(command, 'sig-proxy').length > 0 && !isOn(command, 'sig-proxy');
  const interrupt = keepsSignals ? 'the signal of ctrl-c stays with the client' : 'ctrl-c reaches that process';
  return `${view}; ${interrupt}${keys === undefined ? '' : `, ${code(keys)} leaves it running`}`;
}

/** Docker takes whatever is no number of lines for all of them; `N` is a number that the reader knows. */
function howMuch(tail: string | undefined): string {
  if (tail === undefined || tail === 'all') {
    return 'the output';
  }
  if (/^[\w+-]*$/.test(tail) && !/^(?:\+?\d+|[A-Z_]+)$/.test(tail)) {
    return 'the whole output';
  }
  return /^\+?0+$/.test(tail) ? 'nothing of the earlier output' : `the last ${code(tail)} lines of output`;
}

/** `15m` counts back from now. */
function moment(text: string): string {
  return `${code(text)}${/^[\d.]+[a-zµ]/.test(text) ? ' ago' : ''}`;
}

const readings: Readonly<Record<string, Reading>> = {
  attach,
  ps: (command) => {
    const filters = valuesOf(command, 'filter').map((filter) => code(filter));
    return [`lists ${listedContainers(command)}${filters.length === 0 ? '' : ` that match ${listed(filters)}`}`, ...shape(command), ...(isOn(command, 'size') ? ['with the size of their files, which is slow'] : [])].join(', ');
  },
  logs: (command, targets) => {
    const tail = lastValue(command, 'tail');
    const since = lastValue(command, 'since');
    const until = lastValue(command, 'until');
    return [
      `prints ${howMuch(tail)} of ${targets}`,
      ...(since === undefined ? [] : [`since ${moment(since)}`]),
      ...(until === undefined ? [] : [`until ${moment(until)}`]),
      ...(isOn(command, 'timestamps') ? ['each line with its time'] : []),
      ...(isOn(command, 'follow') ? [until === undefined ? 'and goes on with what comes' : 'and ends only when a later line is written'] : []),
    ].join(', ');
  },
  inspect,
  'inspect-any': inspect,
  stats: (command, targets) =>
    [
      `shows CPU, memory and traffic of ${command.positionals.length > 0 ? targets : isOn(command, 'all') ? 'all containers' : 'the running containers'}`,
      isOn(command, 'no-stream') ? 'once' : 'again and again until ctrl-c',
      ...shape(command),
    ].join(', '),
  top: (command) =>
    `lists the processes of ${code(command.positionals[0]?.value ?? '…')} as the host sees them${command.process.length === 0 ? '' : `, with the options ${code(processLine(command))} of ps`}`,
  port: ({ positionals }) =>
    positionals[1] === undefined
      ? `prints the host ports that lead into ${code(positionals[0]?.value ?? '…')}`
      : `prints the host port that leads to ${code(positionals[1].value)} of ${code(positionals[0]?.value ?? '…')}`,
  diff: (_, targets) => `lists the files that changed in ${targets} since it was created: A added, C changed, D deleted`,
  export: (command, targets) => {
    const file = lastValue(command, 'output');
    return `writes all files of ${targets} as one tar archive to ${file === undefined ? 'standard output' : code(file)}, without what its volumes hold`;
  },
};

export function explainView(id: string, command: DockerCommand): string | undefined {
  const reading = Object.hasOwn(readings, id) ? readings[id] : undefined;
  return reading?.(command, command.positionals.length === 0 ? 'a container' : someOf(command.positionals));
}
