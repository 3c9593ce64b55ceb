/** Parses flag values and remembers the answers: scripts give the same few values again and again. */
import type { ValueKind } from './cli-facts.ts';
import { grammarOf } from './values/index.ts';
import type { ParsedValue, ValueContext } from './values/value-grammar.ts';

/** So many answers are kept, and only for values of this length: memory stays bounded whatever is in a workspace. */
const mostAnswers = 1_024;
const longestText = 64;

const answers = new Map<string, ParsedValue>();

/** What a value means by itself; what it means beside other values is asked for when the grammar looks at them. */
export type OwnContext = Required<Omit<ValueContext, 'siblings'>>;

/** Parses a value. An answer that depends on the values of other flags holds for this command only, and is not kept. */
export function parseValue(kind: ValueKind, text: string, own: OwnContext, siblings: () => NonNullable<ValueContext['siblings']>): ParsedValue {
  const key = `${own.version} ${own.command} ${own.flag} ${own.podman ? 'podman' : ''}:${text}`;
  const known = answers.get(key);
  if (known !== undefined) {
    return known;
  }
  const looked = { around: false };
  const context: ValueContext = {
    ...own,
    get siblings() {
      looked.around = true;
      return siblings();
    },
  };
  const parsed = grammarOf(kind).parse(text, context);
  if (!looked.around && text.length <= longestText) {
    if (answers.size >= mostAnswers) {
      answers.clear();
    }
    answers.set(key, parsed);
  }
  return parsed;
}
