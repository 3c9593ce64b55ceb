/** Tells what redirections make of the standard input of a command. */
import type { CommandArgument, Redirection } from './script.ts';

/** Words that may name a terminal, or whatever the script itself reads. */
const mayBeTerminal = /tty|\/dev\/(?:stdin|fd\/|console|pts\/)/i;

function isStandardInput({ descriptor }: Redirection): boolean {
  return descriptor === undefined || (descriptor.type === 'FileDescriptor' && descriptor.value === 0);
}

/** Whether the redirection puts a file or a text in the place of standard input; undefined where it leaves it alone. */
function replaces(redirection: Redirection): boolean | undefined {
  if (!isStandardInput(redirection)) {
    return undefined;
  }
  if (redirection.type !== 'Redirect') {
    return true;
  }
  switch (redirection.operator) {
    case '<':
    case '<>':
      return redirection.target !== undefined && !mayBeTerminal.test(redirection.target.text);
    case '<&':
      // Another descriptor may be the terminal that was kept aside.
      return false;
    default:
      return undefined;
  }
}

/** `<address>`, a hole for the reader that the shell takes for two redirections. */
function isAngled({ end }: Redirection, next: CommandArgument | Redirection | undefined): boolean {
  return next?.type === 'Redirect' && next.operator === '>' && next.pos === end;
}

/** Whether the standard input is a file, a pipe or a text for sure, where `before` says so of the surroundings. */
export function inputIsRedirected(parts: readonly (CommandArgument | Redirection)[], before: boolean): boolean {
  let redirected = before;
  for (const [index, part] of parts.entries()) {
    if (part.type !== 'Word' && part.type !== 'Assignment') {
      redirected = isAngled(part, parts[index + 1]) ? redirected : (replaces(part) ?? redirected);
    }
  }
  return redirected;
}
