/** Finds characters of a word that stand outside its quotes, where the shell could have given them a meaning. */
import type { ShellWord } from '../shell/shell-command.ts';

/** Offsets in the region of every match that no ASCII quotes enclose. */
export function unquotedMatches({ source, span }: ShellWord, pattern: RegExp): number[] {
  const found: number[] = [];
  let quote = '';
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\' && quote !== "'") {
      at += pattern.test(source.charAt(at + 1)) ? 0 : 1;
    } else if (character === '"' || character === "'") {
      quote = quote === '' ? character : quote === character ? '' : quote;
    } else if (quote === '' && pattern.test(character)) {
      found.push(span.start + at);
    }
  }
  return found;
}
