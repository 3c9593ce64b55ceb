/** Commands that a variable holds for later: `RUN="docker run --rm -it"`. */
import type { Assignment } from './script.ts';
import { isWrapper } from './wrappers.ts';

/** So much of a value is looked at to see whether it is a command. */
const lookedAt = 200;

/** Words between the program and its first flag: `container run`. */
const mostCommandWords = 2;

/** Where a command begins whose program a variable names. */
const startOfCommand = /(?:^|[\n;&|({!`]|\b(?:eval|sudo|exec|time|then|do|else|if|while|until)\s)[ \t]*"?\$\{?/.source;

/** Whether the script runs what the variable holds. */
function isRun(name: string, script: string): boolean {
  return new RegExp(`${startOfCommand}${name}\\b(?![\\[:])`).test(script);
}

/**
 * Whether the value is a command and not a sentence that begins with the name of a program: a flag follows its first words,
 * or the script runs it. Wrappers may stand in front.
 */
export function isHeldCommand({ text, name, value }: Assignment, script: string, isProgram: (name: string) => boolean): boolean {
  if (value.type !== 'Word') {
    return false;
  }
  const written = text.slice(text.indexOf('=') + 1, lookedAt).replace(/^["']\s*/, '');
  const words = written.split(/\s+/);
  const at = words.findIndex((word) => !isWrapper(word));
  if (!isProgram(words[at] ?? '')) {
    return false;
  }
  const behind = words.slice(at + 1);
  const flag = behind.findIndex((word) => /^--?[A-Za-z]/.test(word));
  const isClear = flag >= 0 && flag <= mostCommandWords && behind.slice(0, flag).every((word) => /^[a-z]+$/.test(word));
  return isClear || (/^[a-z]+["']?$/.test(behind[0] ?? '') && isRun(name, script));
}
