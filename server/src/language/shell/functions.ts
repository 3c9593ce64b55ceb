/** Finds the functions of a script that run the words they are called with: `try() { "$@" || exit; }`. */
import { takesPayload } from './payloads.ts';
import { forEachChild, type Statement, type SyntaxNode } from './script.ts';
import { isWrapper } from './wrappers.ts';

const allWords = /^"?\$(?:[@*]|\{[@*](?::\d+)?\})"?$/;

const mentionsWords = /\$\{?[@*]/;

const none: ReadonlySet<string> = new Set();

/** Whether a command in the node is the function's own words, alone or behind a program that runs them. */
function runsWords(node: SyntaxNode): boolean {
  if (node.type === 'Command' && node.name !== undefined) {
    const { name, args } = node;
    if (allWords.test(name.text) || ((isWrapper(name.text) || takesPayload(name.text)) && args.some((word) => word.type === 'Word' && allWords.test(word.text)))) {
      return true;
    }
  }
  let found = false;
  forEachChild(node, (child) => {
    found ||= runsWords(child);
  });
  return found;
}

/** The names of the functions that run their words; those inside of other commands are not looked for. */
export function runningFunctions(text: string, statements: readonly Statement[]): ReadonlySet<string> {
  if (!mentionsWords.test(text)) {
    return none;
  }
  return new Set(statements.flatMap(({ command }) => (command.type === 'Function' && mentionsWords.test(text.slice(command.pos, command.end)) && runsWords(command.body) ? [command.name.text] : [])));
}
