/** Commands that a variable holds for later: `RUN="docker run --rm -it"`. */
import { cursorMark } from './cursor-mark.ts';
import type { Assignment } from './script.ts';
import { isWrapper } from './wrappers.ts';

/** So much of a value is looked at to see whether it is a command. */
const lookedAt = 200;

/** Words between the program and its first flag: `container run`. */
const mostCommandWords = 2;

/** A flag, or the cursor where one is about to be written. */
function opensFlags(word: string, index: number): boolean {
  return /^--?[A-Za-z]/.test(word) || (index > 0 && word.replace(/^--?/, '').startsWith(cursorMark));
}

/**
 * Whether the value is a command and not a sentence that begins with the name of a program: a flag follows its first words.
 * Wrappers may stand in front.
 */
export function isHeldCommand({ text, value }: Assignment, isProgram: (name: string) => boolean): boolean {
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
  const flag = behind.findIndex(opensFlags);
  return flag >= 0 && flag <= mostCommandWords && behind.slice(0, flag).every((word) => /^[a-z]+$/.test(word));
}
