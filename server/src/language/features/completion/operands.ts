/** Candidates for the operand that names a container, an image, a network or a volume. */
import type { NamedOperand } from '../../command/named-operands.ts';
import { suggestNames } from '../../docker/values/scan/parsed.ts';
import type { CliVersion } from '../../docker/cli-facts.ts';
import type { CursorWord } from './cursor-word.ts';
import type { OfferedNames } from './offered-names.ts';
import type { CompletionItem } from './item.ts';
import { suggestedItems } from './values.ts';

export function operandItems(at: CursorWord, { place }: NamedOperand, names: OfferedNames, version: CliVersion): CompletionItem[] {
  const { value, cursor, command } = at;
  const isPath = command.facts?.id === 'cp';
  const colon = isPath ? value.indexOf(':') : -1;
  const end = colon < 0 ? value.length : colon;
  if (cursor > end) {
    return [];
  }
  const given = new Set(command.positionals.filter((word) => word !== at.word).map((word) => word.value));
  const others = (...[kind, typed]: Parameters<OfferedNames['nearest']>) => names.nearest(kind, typed).filter(({ name }) => isPath || !given.has(name));
  const suggestions = place.kinds.flatMap((kind) => suggestNames({ version, names: others }, kind, value.slice(0, cursor), 0, end));
  const behind = isPath && colon < 0 ? ':' : '';
  return suggestedItems(at, 0, suggestions.map((suggestion) => ({ ...suggestion, text: suggestion.text + behind }))).map((item) => ({ ...item, continues: false }));
}
