/** Tells what redirections make of the standard input of a command. */
import type { Command, CommandArgument, Redirection } from './script.ts';
import type { StandardInput } from './shell-command.ts';

/** Words that may name a terminal, or whatever the script itself reads. */
const mayBeTerminal = /tty|\/dev\/(?:stdin|fd\/|console|pts\/)/i;

function isStandardInput({ descriptor }: Redirection): boolean {
  return descriptor === undefined || (descriptor.type === 'FileDescriptor' && descriptor.value === 0);
}

/** What the redirection puts in the place of standard input; undefined where it leaves it alone. */
function replacement(redirection: Redirection): StandardInput | undefined {
  if (!isStandardInput(redirection)) {
    return undefined;
  }
  if (redirection.type !== 'Redirect') {
    return 'given';
  }
  switch (redirection.operator) {
    case '<':
    case '<>':
      return redirection.target === undefined || mayBeTerminal.test(redirection.target.text) ? 'unknown' : redirection.target.text === '/dev/null' ? 'foreign' : 'given';
    case '<&':
      // Another descriptor may be the terminal that was kept aside.
      return 'unknown';
    default:
      return undefined;
  }
}

/** `<address>`, a hole for the reader that the shell takes for two redirections. */
function isAngled({ end }: Redirection, next: CommandArgument | Redirection | undefined): boolean {
  return next?.type === 'Redirect' && next.operator === '>' && next.pos === end;
}

/** What redirections make of a standard input. */
export function inputBehind(parts: readonly (CommandArgument | Redirection)[], before: StandardInput): StandardInput {
  let input = before;
  for (const [index, part] of parts.entries()) {
    if (part.type !== 'Word' && part.type !== 'Assignment') {
      input = isAngled(part, parts[index + 1]) ? input : (replacement(part) ?? input);
    }
  }
  return input;
}

/** The same for commands within the one that it is given to. */
export function inputWithin(input: StandardInput): StandardInput {
  return input === 'given' ? 'foreign' : input;
}

/** `true | program` only ends the input. */
const silentPrograms = new Set(['true', ':', 'false', 'sleep']);

/** What a pipe makes of the standard input of the command behind it. */
export function inputFrom(feeder: Command | undefined): StandardInput {
  return feeder?.name !== undefined && silentPrograms.has(feeder.name.text) ? 'foreign' : 'given';
}
