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

/** No script nests substitutions so deep; the parser takes the square of their number. */
const deepest = 200;

/** The text, as long as before, without the openings of substitutions that lie deeper. */
function withoutAbyss(text: string): string {
  if (text.split('$(', deepest + 2).length <= deepest + 1) {
    return text;
  }
  let depth = 0;
  return text.replace(/\$\(|\)/g, (mark) => {
    depth = mark === ')' ? Math.max(0, depth - 1) : depth + 1;
    return mark !== ')' && depth > deepest ? '  ' : mark;
  });
}

/** Parses any text; what is no shell gives a partial tree with errors. Offsets in the tree are offsets into the text. */
export function parseScript(text: string): ParsedScript {
  return parse(withoutAbyss(text));
}

/** Calls back once for each direct child; nested scripts are parsed when they are reached this way. */
export { forEachChild };

/** Offsets at which a quote or an expansion was opened and never closed. */
export function unclosedAt(script: ParsedScript): readonly number[] {
  return errorsAt(script, 'unterminated');
}

/** Offsets of what no shell expects there, such as a parenthesis in a word: the command in front of it is cut off, and the rest of the text is not read. */
export function unexpectedAt(script: ParsedScript): readonly number[] {
  return errorsAt(script, 'unexpected token');
}

function errorsAt(script: ParsedScript, message: string): number[] {
  return (script.errors ?? []).filter((error) => error.message.startsWith(message)).map(({ pos }) => pos);
}
