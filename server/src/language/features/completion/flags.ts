/** Candidates for a flag, long or short, and for one more letter of a cluster. */
import type { CliVersion, CommandFacts, FlagFacts } from '../../docker/cli-facts.ts';
import { grammarOf } from '../../docker/values/index.ts';
import { flagProse } from '../hover/flag-prose-of.ts';
import { documentSpan, type CursorWord } from './cursor-word.ts';
import { byFlagUse } from './flag-usage.ts';
import type { CompletionItem } from './item.ts';

/** The flags that may still be given. */
export function candidates(owner: CommandFacts, given: ReadonlySet<string>, version: CliVersion): FlagFacts[] {
  return owner.flags
    .filter(({ hidden, missingIn, repeat, name }) => hidden !== true && missingIn?.includes(version) !== true && (repeat !== 'last-wins' || !given.has(name)))
    .sort(byFlagUse);
}

/** The blank before the value is written along, except where the flag stands in front of its value already. */
function spelled(flag: FlagFacts, spelling: string, isNew: boolean): string {
  return flag.takesValue && isNew ? `${spelling} ` : spelling;
}

function item(flag: FlagFacts, owner: CommandFacts, label: string, edit: Pick<CompletionItem, 'span' | 'newText' | 'filterText'>): CompletionItem {
  const what = flagProse(flag, owner)?.what;
  return {
    label,
    kind: 'flag',
    ...(what === undefined ? {} : { detail: what.replaceAll('`', '') }),
    topic: { kind: 'flag', owner: owner.id, name: flag.name },
    ...edit,
    snippet: false,
    deprecated: flag.deprecated === true,
    continues: edit.newText.endsWith(' ') && grammarOf(flag.kind).suggest !== undefined,
  };
}

/** The long and, unless two dashes stand there already, the short spellings. */
export function flagItems(at: CursorWord, owner: CommandFacts, given: ReadonlySet<string>, version: CliVersion): CompletionItem[] {
  const { value, cursor, command, word } = at;
  const typed = value.slice(0, cursor);
  const equals = value.indexOf('=');
  const span = documentSpan(at, 0, equals < 0 ? value.length : equals);
  const isComplete = owner.byName.has(value.slice(2)) && command.shell.words.at(-1) !== word;
  const isNew = cursor === value.length && !isComplete;
  const flags = candidates(owner, given, version);
  const long = flags.map((flag) => item(flag, owner, `--${flag.name}`, { span, newText: spelled(flag, `--${flag.name}`, isNew), filterText: `--${flag.name}` }));
  const short = flags.flatMap((flag) =>
    flag.short === undefined ? [] : [item(flag, owner, `-${flag.short}`, { span, newText: spelled(flag, `-${flag.short}`, isNew), filterText: `-${flag.short}` })],
  );
  return typed.startsWith('--') ? long : [...long, ...short];
}

/** The long spellings as a new word in front of what stands at the cursor. */
export function insertedFlagItems(at: CursorWord, owner: CommandFacts, given: ReadonlySet<string>, version: CliVersion): CompletionItem[] {
  const span = { start: at.offset, end: at.offset };
  return candidates(owner, given, version).map((flag) => {
    const spelling = `--${flag.name}`;
    const newText = at.value === '' ? spelled(flag, spelling, true) : `${spelling} `;
    return item(flag, owner, spelling, { span, newText, filterText: spelling });
  });
}

/** The cluster with one more letter: `-it` becomes `-itd`. */
export function letterItems(at: CursorWord, owner: CommandFacts, given: ReadonlySet<string>, version: CliVersion): CompletionItem[] {
  const { value, cursor } = at;
  const span = documentSpan(at, 0, value.length);
  return candidates(owner, given, version).flatMap((flag) => {
    const letter = flag.short;
    const rest = value.slice(cursor);
    if (letter === undefined || value.slice(1).includes(letter) || (flag.takesValue && rest !== '')) {
      return [];
    }
    const cluster = value.slice(0, cursor) + letter + rest;
    return [item(flag, owner, cluster, { span, newText: spelled(flag, cluster, rest === ''), filterText: cluster })];
  });
}
