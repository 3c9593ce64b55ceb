/** Candidates for the value of a flag, as its grammar suggests them, written with the quoting that the place asks for. */
import type { FlagUse } from '../../command/docker-command.ts';
import { insideQuotes, openQuote, quoteWord, type Quote } from '../../command/quote.ts';
import type { CliVersion } from '../../docker/cli-facts.ts';
import { grammarOf } from '../../docker/values/index.ts';
import type { ValueSuggestion } from '../../docker/values/value-grammar.ts';
import { valueContext } from '../value-context.ts';
import { documentSpan, regionSpan, type CursorWord } from './cursor-word.ts';
import type { OfferedNames } from './offered-names.ts';
import { withoutPlaceholders, type CompletionItem } from './item.ts';
import type { Slot } from './slot.ts';

type ValueSlot = Extract<Slot, { readonly kind: 'value' }>;
type Edit = Pick<CompletionItem, 'span' | 'newText' | 'filterText'>;

/** The suggestion between quotes that stand there; undefined when they cannot hold it. */
function quotedText({ text, snippet }: ValueSuggestion, plain: string, quote: Quote, at: CursorWord): string | undefined {
  const quoted = insideQuotes(plain, quote, at.command.shell.dialect);
  if (snippet !== true) {
    return quoted;
  }
  return quoted === plain ? text : undefined;
}

function takesNoQuotes({ command: { shell }, word }: CursorWord): boolean {
  return shell.nested || word.unquotable === true;
}

function isBare(text: string, at: CursorWord): boolean {
  // Single quotes inside a payload would end the payload's own; braces without a comma are safe bare.
  return quoteWord(text, at.command.shell.dialect) === text || (takesNoQuotes(at) && /^[\w@%+=:,./{}-]+$/.test(text) && !/\{[^{}]*,[^{}]*\}/.test(text));
}

/** The whole value in quotes, with the suggestion in place. */
function requoted(suggestion: ValueSuggestion, value: string, at: CursorWord): string | undefined {
  const { shell } = at.command;
  const whole = value.slice(0, suggestion.start) + suggestion.text + value.slice(suggestion.end);
  if (takesNoQuotes(at) || at.word.source !== at.word.value) {
    return undefined;
  }
  if (suggestion.snippet !== true) {
    return quoteWord(whole, shell.dialect);
  }
  const quote = shell.dialect === 'cmd' ? '"' : "'";
  return whole.includes(quote) ? undefined : quote + whole + quote;
}

function editOf(suggestion: ValueSuggestion, value: string, from: number, at: CursorWord): Edit | undefined {
  const { start, end } = suggestion;
  const plain = suggestion.snippet === true ? withoutPlaceholders(suggestion.text) : suggestion.text;
  const span = documentSpan(at, from + start, from + end);
  const quote = openQuote(at.word, regionSpan(at, from, from).start);
  if (quote !== undefined) {
    const newText = quotedText(suggestion, plain, quote, at);
    return newText === undefined ? undefined : { span, newText, filterText: plain };
  }
  if (isBare(plain, at)) {
    return { span, newText: suggestion.text, filterText: plain };
  }
  const newText = requoted(suggestion, value, at);
  return newText === undefined ? undefined : { span: documentSpan(at, from, from + value.length), newText, filterText: value.slice(0, start) + plain };
}

function itemOf(suggestion: ValueSuggestion, edit: Edit): CompletionItem {
  return {
    label: suggestion.label ?? edit.filterText,
    kind: suggestion.snippet === true ? 'template' : 'value',
    ...(suggestion.detail === undefined ? {} : { detail: suggestion.detail }),
    ...(suggestion.documentation === undefined ? {} : { documentation: suggestion.documentation }),
    ...edit,
    snippet: suggestion.snippet === true,
    deprecated: suggestion.deprecated === true,
    continues: /[=:,]$/.test(edit.newText),
  };
}

/** The suggestions as items; their offsets count from `from` in the word. */
export function suggestedItems(at: CursorWord, from: number, suggestions: readonly ValueSuggestion[]): CompletionItem[] {
  const value = at.value.slice(from);
  return suggestions.flatMap((suggestion) => {
    const edit = suggestion.text === '' ? undefined : editOf(suggestion, value, from, at);
    return edit === undefined ? [] : [itemOf(suggestion, edit)];
  });
}

/** Whether the flag got the suggested value elsewhere already, or a value for the same key where only the last one counts. */
function isGiven({ text, start, snippet }: ValueSuggestion, { facts }: FlagUse, others: readonly string[]): boolean {
  const plain = snippet === true ? withoutPlaceholders(text) : text;
  const key = (value: string): string => (facts.repeat.startsWith('last-per-') ? value.replace(/=.*$/s, '') : value);
  return start === 0 && others.some((other) => key(other) === key(plain));
}

export function valueItems(at: CursorWord, { use, from }: ValueSlot, version: CliVersion, names: OfferedNames): CompletionItem[] {
  const value = at.value.slice(from);
  const cursor = at.cursor - from;
  const suggestions = grammarOf(use.facts.kind).suggest?.(value, cursor, { ...valueContext(at.command, use.facts, version), names: (kind, typed) => names.nearest(kind, typed) }) ?? [];
  const others = use.facts.repeat === 'last-wins' ? [] : at.command.flags.flatMap(({ facts, value: other }) => (facts === use.facts && other.literal && other.word !== at.word ? [other.text] : []));
  const left = suggestions.filter((suggestion) => !isGiven(suggestion, use, others));
  // Right behind a letter a blank makes the value readable: `-p` becomes `-p 8080:80`.
  const blank = use.value.attached === 'joined' && value === '' ? ' ' : '';
  return suggestedItems(at, from, left).map((item) => ({ ...item, newText: blank + item.newText }));
}
