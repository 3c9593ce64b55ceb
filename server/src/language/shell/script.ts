/** The adapter over the parser library, so that one file knows which one it is. */
import { forEachChild, parse } from 'unbash';
import type { ParsedScript } from 'unbash';

export type {
  Assignment,
  Command,
  CommandArgument,
  CommandExpansionPart,
  DoubleQuotedChild,
  HereDoc,
  If,
  ParameterExpansionPart,
  ParsedScript,
  Pipeline,
  Redirection,
  Statement,
  SyntaxNode,
  TestExpression,
  Word,
  WordPart,
} from 'unbash';

/** Parses any text; what is no shell gives a partial tree with errors. Offsets in the tree are offsets into the text. */
export function parseScript(text: string): ParsedScript {
  return parse(text);
}

/** Calls back once for each direct child; nested scripts are parsed when they are reached this way. */
export { forEachChild };

/** Offsets at which a quote or an expansion was opened and never closed. */
export function unclosedAt(script: ParsedScript): readonly number[] {
  return (script.errors ?? []).filter(({ message }) => message.startsWith('unterminated')).map(({ pos }) => pos);
}
