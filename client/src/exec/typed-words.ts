/** Words as a user types them where no shell reads them. */
import { parse } from 'shell-quote';

/** The words, or the first sign that means something to a shell alone. */
function wordsOf(line: string): { readonly words: readonly string[] } | { readonly sign: string } {
  const words = parse(line, (variable) => ({ op: `$${variable}` }));
  const odd = words.find((word) => typeof word !== 'string');
  if (odd === undefined) {
    return { words: words as string[] };
  }
  return { sign: 'op' in odd ? (odd.op === 'glob' ? '*' : odd.op) : '#' };
}

/** The words of a command line, or what is wrong with it: no shell reads it, so operators would be mere words. */
export function commandWords(line: string): readonly string[] | string {
  const read = wordsOf(line);
  if ('sign' in read) {
    return `No shell reads this line, so “${read.sign}” means nothing. To use it, write: sh -c '…'`;
  }
  return read.words.length === 0 ? 'Write a command, such as: ls -la /tmp' : read.words;
}

/** `NAME=value` for each variable, or what is wrong with the line. */
export function variableWords(line: string): readonly string[] | string {
  const read = wordsOf(line);
  if ('sign' in read) {
    return `No shell reads this line, so “${read.sign}” means nothing. Put the value in single quotes to keep it as it is: NAME='…'`;
  }
  const odd = read.words.find((word) => !/^[A-Za-z_]\w*=/.test(word));
  return odd === undefined ? read.words : `“${odd}” is no variable. Write NAME=value, with quotes around a value that has blanks.`;
}
