/** Finds the grammar that judges and explains a flag's value. */
import type { ValueKind } from '../cli-facts.ts';
import { freeText } from './free-text.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** Every grammar, one per kind; a test compares the list with the kinds of the facts. */
export const grammars: readonly ValueGrammar[] = [
  freeText,
];

const byKind = new Map<ValueKind, ValueGrammar>(grammars.map((grammar) => [grammar.kind, grammar]));

/** The grammar of the kind; a kind that imported facts bring before its grammar is written takes any text. */
export function grammarOf(kind: ValueKind): ValueGrammar {
  return byKind.get(kind) ?? freeText;
}
