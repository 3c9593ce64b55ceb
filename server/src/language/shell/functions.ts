/** Finds the functions of a script that run their words, as `"$@"` says where a command stands. */
import type { Statement } from './script.ts';

/** The words of a function where a command begins: behind the end of another one, a keyword, or a program that runs what follows. */
const runsWords =
  /(?:^|[;&|{!\n`]|(?<!=)\(|\b(?:then|do|else|if|elif|while|until|time|exec|command|eval|sudo(?:[ \t]+-\S{1,40})*|timeout(?:[ \t]+-\S{1,40})*[ \t]+\S{1,40})(?=[ \t]))[ \t]*(?:[A-Za-z_]\w{0,60}=\S{0,100}[ \t]+){0,4}"?\$(?:[@*](?!\w)|\{[@*](?::\d+)?\})/;

const holdsWords = /\$\{?[@*]/;

const none: ReadonlySet<string> = new Set();

/** The names of the functions that run what they are called with; those inside of other commands are not looked for. */
export function runningFunctions(text: string, statements: readonly Statement[]): ReadonlySet<string> {
  if (!holdsWords.test(text) || !runsWords.test(text)) {
    return none;
  }
  return new Set(statements.flatMap(({ command }) => (command.type === 'Function' && runsWords.test(text.slice(command.body.pos, command.body.end)) ? [command.name.text] : [])));
}
