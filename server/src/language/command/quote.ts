/** Quotes text for a shell the way a person would write it: bare when it can be, else in single quotes. */
import type { Dialect } from '../shell/shell-command.ts';

/** Characters that no shell of ours treats specially inside a word; a leading `~` or `#` is excluded by the first class. */
const bare = /^[A-Za-z0-9_@%+=:,./-][A-Za-z0-9_@%+=:,./~#-]*$/;
const bareInCmd = /^[A-Za-z0-9_@+=:,./\\~-]+$/;

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
export function insideQuotes(text: string, quote: '"' | "'", dialect: Dialect): string | undefined {
  if (quote === "'") {
    return text.includes("'") ? undefined : text;
  }
  if (dialect !== 'posix') {
    return /["$`%]/.test(text) ? undefined : text;
  }
  return text.replace(/["\\$`]/g, String.raw`\$&`);
}
