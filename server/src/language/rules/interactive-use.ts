/** Tells whether a container is meant for somebody at the keyboard. */
import { isOn, usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';

const shells = /^(?:.*\/)?(?:(?:ba|z|da|a|k|fi|c|tc)?sh|pwsh|python3?|irb|node|php|erl|iex|R)$/;

/** Clients that ask for commands unless an option brings one. */
const clients = /^(?:.*\/)?(?:psql|mysql|mariadb|cqlsh|mongo|mongosh|redis-cli|sqlplus|influx|rabbitmqadmin|consul|su|top|htop|vim?|nano|less)$/;
const bringsCommand = /^(?:-[A-Za-z]*[cefQ]$|--(?:command|execute|eval|file|query)\b)/;

/** Wrappers that give their command another standard input, or a terminal of its own. */
export const changesInput = /(?:^|\/)(?:ssh|xargs|parallel|entr|script|unbuffer|expect|faketty|socat|tmux|screen|winpty|docker-machine|vagrant|multipass|limactl|colima|wsl(?:\.exe)?|gcloud|kubectl|nohup)$/;

/** Both standard input and a terminal are asked for, as by `-it`. */
export function asksForTerminal(command: DockerCommand): boolean {
  const { facts } = command;
  return (facts?.id === 'run' || facts?.id === 'create' || facts?.id === 'exec') && isOn(command, 'interactive') && isOn(command, 'tty');
}

/** Whether the process is a shell or the like that waits for what is typed, or may be one. */
export function opensShell({ process }: DockerCommand): boolean {
  const [program, ...rest] = process;
  if (program === undefined) {
    return false;
  }
  return (
    program.kind !== 'literal' ||
    (shells.test(program.value) && rest.every(({ value }) => /^-[il]+$|^--login$/.test(value))) ||
    (clients.test(program.value) && !rest.some(({ value }) => bringsCommand.test(value)))
  );
}

export function terminalFlags(command: DockerCommand): { readonly interactive: readonly FlagUse[]; readonly tty: readonly FlagUse[] } {
  return { interactive: usesOf(command, 'interactive'), tty: usesOf(command, 'tty') };
}
