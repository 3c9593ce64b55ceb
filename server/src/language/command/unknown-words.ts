/** Guesses what a word stands for whose value is known only at run time. A wrong guess makes us quiet, never loud. */
import type { ShellWord } from '../shell/shell-command.ts';

const flagNames = /opt|arg|flag|param|env|vol|port|mount|extra|label|limit|cap/i;
const operandNames = /ima?ge?|img|tag|name|container|ctr|target|service|id\b/i;

/**
 * Whether the word is more likely a number of flags than the image or container: `$DOCKER_OPTS`, `[OPTIONS]`, `...`.
 * `next` is the word behind it.
 */
export function opensFlags(word: ShellWord, next: ShellWord | undefined): boolean {
  if (word.kind === 'placeholder') {
    return /^(?:\[|\.\.\.|…)/.test(word.value) || /^<?(?:docker[ _-]?)?(?:options|opts|flags|args)\b/i.test(word.value);
  }
  if (word.kind !== 'splat') {
    return false;
  }
  if (operandNames.test(word.value)) {
    return false;
  }
  return next !== undefined && (flagNames.test(word.value) || /[@*]/.test(word.value) || next.value.startsWith('-'));
}
