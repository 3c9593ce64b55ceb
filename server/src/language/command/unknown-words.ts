/** Guesses what a word stands for whose value is known only at run time. A wrong guess makes us quiet, never loud. */
import { isBareGlob } from '../shell/glob.ts';
import type { ShellWord } from '../shell/shell-command.ts';

const flagNames = /opt|arg|flag|param|env|vol|port|mount|extra|label|limit|cap/i;
const operandNames = /ima?ge?|img|tag|name|container|ctr|target|service|id\b/i;

/** What neither an image nor a container is called. */
const path = /^(?:[/~]|\.{1,2}\/)/;

/** Whether the words from `next` on are those of a process, so that what stands in front of them held the image or container too: `"$@" /bin/sh`. */
export function opensProcess({ kind }: ShellWord, words: readonly ShellWord[], next: number): boolean {
  const behind = words[next];
  return kind === 'splat' && behind?.kind === 'literal' && path.test(behind.value);
}

/** So many variables in a row are looked past. */
const mostInRow = 6;

/** Whether the word at `at`, or the first of those behind it that are no variables without a telling name, begins like a flag. */
function leadsToFlag(words: readonly ShellWord[], at: number): boolean {
  const ahead = words.slice(at, at + mostInRow).find(({ kind, value }) => kind !== 'splat' || operandNames.test(value));
  return ahead?.value.startsWith('-') === true;
}

/**
 * Whether the word in front of `next` is more likely a number of flags than the image or container: `$DOCKER_OPTS`, `[OPTIONS]`,
 * `...`. `perhaps` where nothing but the flag behind it says so, which the process may get as well.
 */
export function opensFlags(word: ShellWord, words: readonly ShellWord[], next: number): 'yes' | 'perhaps' | 'no' {
  if (word.kind === 'placeholder') {
    return /^(?:\[|\.\.\.|…|\(\.)/.test(word.value) || /^<?(?:docker[ _-]?)?(?:options|opts|flags|args)\b/i.test(word.value) ? 'yes' : 'no';
  }
  // Two stars are bold type in a document.
  if (word.kind !== 'splat' || next >= words.length || operandNames.test(word.value) || (isBareGlob(word) && !word.value.includes('**'))) {
    return 'no';
  }
  if (flagNames.test(word.value) || /[@*]/.test(word.value)) {
    return 'yes';
  }
  return leadsToFlag(words, next) ? 'perhaps' : 'no';
}
