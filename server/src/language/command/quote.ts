/** Quotes text for a shell the way a person would write it, bare when it can be, and finds the quotes that stand there. */
import type { Dialect, ShellWord } from '../shell/shell-command.ts';

export type Quote = '"' | "'";

/** Characters that no shell of ours treats specially inside a word; a leading `~` or `#` is excluded by the first class. */
const bare = /^[A-Za-z0-9_@%+=:,./-][A-Za-z0-9_@%+=:,./~#-]*$/;
const bareInCmd = /^[A-Za-z0-9_@+=:,./\\~-]+$/;

/** Words that mean themselves bare and in double quotes alike, in every shell of ours. */
export const meansItself = /^[\w.,:@%+/=~-]+$/;

/** The text as one word of the shell. */
export function quoteWord(text: string, dialect: Dialect): string {
  switch (dialect) {
    case 'posix':
      return bare.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
    case 'powershell':
      return bare.test(text) && !/[@,]/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
    case 'cmd':
      return bareInCmd.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
  }
}

/** The text as it must stand between quotes that are already there; undefined when those quotes cannot hold it. */
export function insideQuotes(text: string, quote: Quote, dialect: Dialect): string | undefined {
  if (quote === "'") {
    return text.includes("'") ? undefined : text;
  }
  if (dialect !== 'posix') {
    return /["$`%]/.test(text) ? undefined : text;
  }
  return text.replace(/["\\$`]/g, String.raw`\$&`);
}

/** The quote of the word that is open at the offset of the region. */
export function openQuote({ source, span }: ShellWord, at: number): Quote | undefined {
  let open: Quote | undefined;
  for (let index = 0; index < at - span.start; index++) {
    const character = source.charAt(index);
    if (character === '\\' && open !== "'") {
      index++;
    } else if ((character === '"' || character === "'") && (open === undefined || open === character)) {
      open = open === undefined ? character : undefined;
    }
  }
  return open;
}
