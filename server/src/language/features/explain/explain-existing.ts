/** Reads aloud the commands that change a container which is already there. */
import { isOn, type DockerCommand } from '../../command/docker-command.ts';
import { parseCpOperand, type CpOperand } from '../../docker/cp-operand.ts';
import type { ShellWord } from '../../shell/shell-command.ts';
import { code } from '../../text/markdown.ts';
import { lastValue, listed, seconds, signalName, someOf, valuesOf } from './phrases.ts';
import { processLine } from './process.ts';

type Reading = (command: DockerCommand, targets: string) => string;

/** More than one, or whatever `$(docker ps -q)` yields. */
function areSeveral({ positionals }: DockerCommand): boolean {
  return positionals.length > 1 || positionals[0]?.kind === 'splat';
}

/** The words that stand for the targets. */
function pronouns(command: DockerCommand): { readonly it: string; readonly its: string } {
  return areSeveral(command) ? { it: 'them', its: 'their' } : { it: 'it', its: 'its' };
}

/** What a stop waits for, from `-t` or `--timeout`. */
function grace(command: DockerCommand): string {
  const given = lastValue(command, 'timeout') ?? lastValue(command, 'time');
  if (given === undefined) {
    return 'and kills what still runs after its grace period, 10 s unless set otherwise';
  }
  if (given.startsWith('-')) {
    return 'and waits for as long as it takes';
  }
  return given === '0' ? `and kills ${pronouns(command).it} at once` : `and kills what still runs after ${seconds(given)}`;
}

function stopSignal(command: DockerCommand): string {
  const signal = lastValue(command, 'signal');
  return signal === undefined ? 'the stop signal' : signalName(signal);
}

function changes(command: DockerCommand): string {
  const settings = command.flags.map(({ facts, value }) => `${code(`--${facts.name}`)} to ${code(value.text)}`);
  return settings.length === 0 ? 'nothing, for no flag is given' : listed(settings);
}

/** A side of a copy, whose path is `of` a container or goes `in` it; `stream` says what it is where it is `-`. */
function side(operand: CpOperand, preposition: 'of' | 'in', stream: string): string {
  switch (operand.side) {
    case 'stream':
      return stream;
    case 'local':
      return code(operand.path);
    case 'container':
      return `${code(operand.path)} ${preposition} the container ${code(operand.container)}`;
  }
}

function copies([source, destination]: readonly ShellWord[]): string {
  if (source?.kind !== 'literal' || destination?.kind !== 'literal') {
    return `copies ${code(source?.value ?? '…')} to ${code(destination?.value ?? '…')}; the side with a container name before the colon is inside that container`;
  }
  const to = parseCpOperand(destination.value);
  const from = side(parseCpOperand(source.value), 'of', 'the tar archive on standard input');
  return `copies ${from}${to.side === 'stream' ? ' as a tar archive' : ''} to ${side(to, 'in', 'standard output')}`;
}

const readings: Readonly<Record<string, Reading>> = {
  start: (command, targets) => {
    const { it, its } = pronouns(command);
    return `starts ${targets} again with the options of ${its} creation${isOn(command, 'attach') || isOn(command, 'interactive') ? `, and attaches your terminal to ${it}` : ''}`;
  },
  stop: (command, targets) => (stopSignal(command) === '`SIGKILL`' ? `kills ${targets} at once with ${stopSignal(command)}` : `sends ${stopSignal(command)} to ${targets} ${grace(command)}`),
  restart: (command, targets) => {
    const { it, its } = pronouns(command);
    return `stops ${targets} with ${stopSignal(command)}, ${grace(command)}, then starts ${it} again with ${its} old options`;
  },
  kill: (command, targets) => {
    const signal = lastValue(command, 'signal');
    return signal === undefined ? `kills ${targets} at once with ${code('SIGKILL')}, which no process can catch` : `sends ${signalName(signal)} to the main process of ${targets}`;
  },
  pause: (_, targets) => `freezes every process of ${targets} where it stands`,
  unpause: (_, targets) => `lets the frozen processes of ${targets} go on`,
  wait: (command, targets) => (areSeveral(command) ? `blocks until ${targets} end, then prints their exit codes` : `blocks until ${targets} ends, then prints the exit code`),
  rename: ({ positionals }) => `gives the container ${code(positionals[0]?.value ?? '…')} the name ${code(positionals[1]?.value ?? '…')}`,
  update: (command, targets) => `sets for ${targets}, while ${areSeveral(command) ? 'they run' : 'it runs'}: ${changes(command)}`,
  rm: (command, targets) =>
    [
      isOn(command, 'link') ? `removes the link ${targets}, not the containers` : `removes ${targets}`,
      ...(isOn(command, 'force') ? ['killing first what runs'] : []),
      ...(isOn(command, 'volumes') ? [`with ${pronouns(command).its} anonymous volumes`] : []),
    ].join(', '),
  prune: (command) => {
    const filters = valuesOf(command, 'filter').map((filter) => code(filter));
    const which = filters.length === 0 ? 'every container that is not running' : `every container that is not running and matches ${listed(filters)}`;
    return `removes ${which}${isOn(command, 'force') ? ', without asking' : ', after asking'}`;
  },
  exec: (command) => {
    const user = lastValue(command, 'user');
    const directory = lastValue(command, 'workdir');
    const hasTerminal = isOn(command, 'tty');
    const terminal = isOn(command, 'detach') ? undefined : isOn(command, 'interactive') ? (hasTerminal ? 'with your terminal attached' : 'fed by standard input') : hasTerminal ? 'with a terminal that takes no input' : undefined;
    return [
      `runs ${command.process.length === 0 ? 'a command' : code(processLine(command))} inside the running container ${code(command.positionals[0]?.value ?? '…')}`,
      ...(user === undefined ? [] : [`as user ${code(user)}`]),
      ...(directory === undefined ? [] : [`in ${code(directory)}`]),
      ...(terminal === undefined ? [] : [terminal]),
      ...(isOn(command, 'detach') ? ['in the background, its output unseen'] : []),
      ...(isOn(command, 'privileged') ? ['with all capabilities'] : []),
    ].join(', ');
  },
  cp: ({ positionals }) => copies(positionals),
  commit: ({ positionals }) =>
    `makes an image${positionals[1] === undefined ? '' : ` ${code(positionals[1].value)}`} from the files of the container ${code(positionals[0]?.value ?? '…')}, without what its volumes hold`,
};

export function explainExisting(id: string, command: DockerCommand): string | undefined {
  const reading = Object.hasOwn(readings, id) ? readings[id] : undefined;
  return reading?.(command, command.positionals.length === 0 ? 'a container' : someOf(command.positionals));
}
