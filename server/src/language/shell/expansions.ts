/** How many words an expansion can become when the shell runs. */
import type { DoubleQuotedChild, ParameterExpansionPart, WordPart } from './script.ts';

/**
 * - `one`: exactly one word, or a part of one;
 * - `loose`: split at blanks, and nothing when it is empty: one word only beside other text;
 * - `many`: any number of words, whatever stands beside it.
 */
export type Expands = 'one' | 'loose' | 'many';

type Expansion = Exclude<WordPart | DoubleQuotedChild, { readonly type: 'Literal' | 'SingleQuoted' | 'DoubleQuoted' | 'AnsiCQuoted' | 'LocaleString' }>;
type Pattern = Extract<Expansion, { readonly type: 'Glob' | 'ExtendedGlob' | 'BraceExpansion' }>;

function ofParameter(part: ParameterExpansionPart, quoted: boolean): Expands {
  const { parameter, prefix, index, operation } = part;
  if (prefix === '#') {
    return 'one';
  }
  const all = index?.text ?? parameter;
  if (all === '@' || (operation?.type === 'Names' && operation.operator === '@')) {
    return 'many';
  }
  if (quoted) {
    return 'one';
  }
  return all === '*' ? 'many' : 'loose';
}

function ofSimple(text: string, quoted: boolean): Expands {
  if (text === '$@' || (text === '$*' && !quoted)) {
    return 'many';
  }
  return quoted || /^\$[#?$!-]$/.test(text) ? 'one' : 'loose';
}

/** `[::1]` and the like in front of a port is an address that hardly ever matches a file. */
function isAddress(text: string): boolean {
  return text.includes(':') && /^\[[\da-fA-F:.]*\]$/.test(text);
}

/** What the expansion can become; undefined for a pattern that stands for itself. */
export function expands(part: Exclude<Expansion, Pattern>, quoted: boolean): Expands;
export function expands(part: Expansion, quoted: boolean): Expands | undefined;
export function expands(part: Expansion, quoted: boolean): Expands | undefined {
  switch (part.type) {
    case 'Glob':
      return isAddress(part.text) ? undefined : 'many';
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return 'many';
    case 'SimpleExpansion':
      return ofSimple(part.text, quoted);
    case 'ParameterExpansion':
      return ofParameter(part, quoted);
    case 'CommandExpansion':
      return quoted ? 'one' : 'loose';
    default:
      return 'one';
  }
}
