/** Tells lines that hold a command somewhere, behind a pipe, in a loop, for another machine, from prose and output; without a parser. */
import { looksLikeCommand, powershellLead } from './looks-like-command.ts';
import { mostWrappers } from './nesting.ts';
import { sshLetters } from './payload-readers.ts';
import { wrappers, type WrapperSyntax } from './wrapper-syntax.ts';
import { afterOption, baseName } from './wrappers.ts';

/** Where commands of a line begin: behind signs, in substitutions, aliases, and in the quotes of a script for a shell or another machine. */
const beginning = /&&|\|\|?|;|\$\(|^\s*\w*alias\s+[\w.-]+=["']?|\s-[a-z]*c\s+["']|^\s*(?:sudo\s+)?(?:ssh|eval|watch)\s(?:[^"'|;&]*\s)?["']/;

/** A condition whose end shows that it is one: `if docker is there` is prose. */
const condition = /^\s*(?:if|elif|while|until)\s(?=.*;\s*(?:then|do)\b)/;
const branch = /^\s*(?:do|then|else)\s/;
const not = /^\s*!\s/;

/** Programs that run another one, besides those that always do. */
const runners: Readonly<Record<string, WrapperSyntax>> = {
  watch: { letters: 'nq', long: ['interval', 'equexit'] },
  ssh: { letters: sshLetters, operands: 1 },
};

/** What stands behind the name of the program in a sentence about it: `ssh into docker host`. */
const sentence = /^(?:an?|and|access|from|in|into|is|on|or|the|through|to|via|with|your)$/i;

/** The line from the program that the one in front of it runs; undefined where that runs none. */
function unwrapped(line: string): string | undefined {
  const words = line.trim().split(/\s+/);
  const name = baseName(words[0] ?? '');
  const syntax = runners[name] ?? wrappers.get(name);
  if (syntax === undefined) {
    return undefined;
  }
  const { letters = '', long = [], operands = 0, inert = '', after } = syntax;
  let at = after === undefined ? 1 : words.findIndex((word) => after.test(word)) + 1;
  for (let word = words[at]; at > 0 && word !== undefined && /^-./.test(word); word = words[at]) {
    if (!word.startsWith('--') && inert !== '' && word.slice(1).split('').some((letter) => inert.includes(letter))) {
      return undefined;
    }
    at = afterOption(word, at, letters, long);
  }
  const isSentence = name === 'ssh' && sentence.test(words[at] ?? '');
  return at > 0 && !isSentence ? words.slice(at + operands).join(' ') : undefined;
}

function runsCommand(part: string, mentions: RegExp): boolean {
  let inner: string | undefined = part;
  for (let count = 0; inner !== undefined && count <= mostWrappers; count++) {
    if (looksLikeCommand(inner, mentions)) {
      return true;
    }
    inner = unwrapped(inner);
  }
  return false;
}

/** Whether the line holds a command that is looked for. */
export function holdsCommand(line: string, mentions: RegExp): boolean {
  if (!mentions.test(line)) {
    return false;
  }
  const plain = line.replace(powershellLead, '').replace(condition, '');
  return looksLikeCommand(line, mentions) || plain.split(beginning).some((part) => runsCommand(part.replace(branch, '').replace(not, ''), mentions));
}
