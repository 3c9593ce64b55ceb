/** The fix for several values in one: each becomes a flag of its own. */
import { replaceValue } from '../command/edits.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { quoteWord } from '../command/quote.ts';
import { insert } from '../text/edit.ts';
import type { Fix } from './rule.ts';

/** Keeps the first value where it stands and repeats the flag behind it for each of the others. */
export function splitFix(command: DockerCommand, use: FlagUse, values: readonly string[], title: string): Fix {
  const [first = '', ...others] = values;
  const { dialect } = command.shell;
  const separator = use.value.attached === 'equals' ? '=' : ' ';
  const repeated = others.map((value) => ` ${use.spelling}${separator}${quoteWord(value, dialect)}`).join('');
  const [edit, ...rest] = replaceValue(command, use.value, first);
  const wordEnd = use.value.word.span.end;
  // Where the value reaches the end of its word, two edits would meet there; one edit says the same.
  const edits =
    edit !== undefined && edit.span.end === wordEnd
      ? [{ ...edit, newText: edit.newText + repeated }, ...rest]
      : [...(edit === undefined ? [] : [edit]), ...rest, insert(wordEnd, repeated)];
  return { title, edits, safe: true };
}
