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

function isUnexpected({ message }: { readonly message: string }): boolean {
  return message.startsWith('unexpected token');
}

/** So many times a text is read on behind what no shell understands. */
const mostResumptions = 20;

/** Where the parser gave up, which it does at an operator that nothing stands in front of; undefined where it read to the end. */
function haltedAt({ commands, errors = [] }: ParsedScript): number | undefined {
  const last = errors.findLast(isUnexpected);
  return last !== undefined && commands.every(({ end }) => end <= last.pos) ? last.pos : undefined;
}

/** Where commands begin again: behind a separator, or in the first line that does not continue the one with the mistake. */
function resumption(text: string, halt: number): number {
  const separator = /^(?:\|\||&&|;;?&?)/.exec(text.slice(halt, halt + 3))?.[0];
  if (separator !== undefined) {
    return halt + separator.length;
  }
  let end = text.indexOf('\n', halt);
  while (end > 0 && text.charAt(end - 1) === '\\') {
    end = text.indexOf('\n', end + 1);
  }
  return end < 0 ? text.length : end;
}

/**
 * Parses any text. What is no shell gives a partial tree with errors, and is read on behind: a mistake, or a line that is being
 * typed, does not hide what follows. Offsets in the tree are offsets into the text.
 */
export function parseScript(text: string): ParsedScript {
  const clean = withoutAbyss(text);
  let part = parse(clean);
  let halt = haltedAt(part);
  if (halt === undefined) {
    return part;
  }
  let { commands, errors = [] } = part;
  for (let resumed = 0; resumed < mostResumptions && halt !== undefined; resumed++) {
    const from = resumption(clean, halt);
    part = parse(' '.repeat(from) + clean.slice(from));
    commands = commands.concat(part.commands);
    errors = errors.concat(part.errors ?? []);
    halt = haltedAt(part);
  }
  return { ...part, commands, errors };
}

/** Calls back once for each direct child; nested scripts are parsed when they are reached this way. */
export { forEachChild };

/** Offsets at which a quote or an expansion was opened and never closed. */
export function unclosedAt(script: ParsedScript): readonly number[] {
  return (script.errors ?? []).filter(({ message }) => message.startsWith('unterminated')).map(({ pos }) => pos);
}

/** Offsets of what no shell expects there, such as a parenthesis in a word: the command in front of it is cut off. */
export function unexpectedAt(script: ParsedScript): readonly number[] {
  return (script.errors ?? []).filter(isUnexpected).map(({ pos }) => pos);
}
