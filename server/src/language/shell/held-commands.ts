/** Commands that a variable holds for later: `RUN="docker run --rm -it"`. */
import type { Assignment } from './script.ts';
import { isWrapper } from './wrappers.ts';

/** So much of a value is looked at to see whether it is a command. */
const lookedAt = 200;

/** Words between the program and its first flag: `container run`. */
const mostCommandWords = 2;

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
  const flag = behind.findIndex((word) => /^--?[A-Za-z]/.test(word));
  return flag >= 0 && flag <= mostCommandWords && behind.slice(0, flag).every((word) => /^[a-z]+$/.test(word));
}
