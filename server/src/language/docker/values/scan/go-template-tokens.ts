/** Splits one action of a Go template into tokens, from `{{` to `}}` or as far as the text goes. */

export interface TemplateToken {
  /** `path`: a field or variable with what hangs on it: `.State.Status`, `$x.Name`, `.`. */
  readonly kind: 'path' | 'identifier' | 'string' | 'number' | 'punctuation';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A path that hangs on a parenthesis: `(index .Mounts 0).Source`. */
  readonly chained?: boolean;
}

export interface LexedAction {
  readonly tokens: readonly TemplateToken[];
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly failure?: { readonly kind: 'open-action' | 'open-string' | 'unexpected'; readonly start: number; readonly end: number; readonly text: string };
}

const patterns: readonly (readonly [kind: TemplateToken['kind'], pattern: RegExp])[] = [
  ['path', /(?:\$[\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*|(?:\.[\p{L}_][\p{L}\p{Nd}_]*)+)/uy],
  ['number', /[+-]?\.?[0-9](?:[eEpP][+-]|[\w.])*|[+-]/uy],
  ['path', /\./uy],
  ['identifier', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`|'(?:[^'\\\n]|\\[^\n])*'/uy],
  ['punctuation', /:=|[=|(),]/uy],
];

function tokenAt(text: string, position: number): TemplateToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) {
      const end = position + match[0].length;
      return { kind, text: match[0], start: position, end, ...(kind === 'path' && text.charAt(position - 1) === ')' ? { chained: true } : {}) };
    }
  }
  return undefined;
}

const numberPattern = /^[+-]?(?:0[xX][0-9a-fA-F_.]+(?:[pP][+-]?[0-9]+)?|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?)i?$/;

/** Where Go stops at a token although it could be cut: a malformed number, or a name that runs into something else. */
function strayAfter(text: string, token: TemplateToken): { readonly start: number; readonly end: number } | undefined {
  if (token.kind === 'number') {
    return numberPattern.test(token.text) ? undefined : token;
  }
  const next = text.charAt(token.end);
  const named = token.kind === 'identifier' || (token.kind === 'path' && token.text !== '.');
  const ends = /^[\s.,|:()]?$/.test(next) || text.startsWith('}}', token.end);
  return named && !ends ? { start: token.end, end: token.end + 1 } : undefined;
}

/** Reads the action that begins at `start`, where the text has `{{`. */
export function lexAction(text: string, start: number): LexedAction {
  const innerStart = start + 2;
  const tokens: TemplateToken[] = [];
  const parentheses: number[] = [];
  let failure: LexedAction['failure'];
  const unexpected = (from: number, to: number) => {
    failure ??= { kind: 'unexpected', start: from, end: to, text: text.slice(from, to) };
  };
  let position = /^-\s/.test(text.slice(innerStart, innerStart + 2)) ? innerStart + 1 : innerStart;
  while (position < text.length) {
    const character = text.charAt(position);
    const closing = /\s/.test(character) && /^\s-\}\}/.test(text.slice(position, position + 4)) ? 4 : text.startsWith('}}', position) ? 2 : 0;
    if (closing > 0) {
      const end = position + closing;
      const unclosed = parentheses.at(-1);
      if (unclosed !== undefined) {
        unexpected(unclosed, unclosed + 1);
      }
      return { tokens, innerStart, innerEnd: position, end, ...(failure === undefined ? {} : { failure }) };
    }
    if (/\s/.test(character)) {
      position++;
      continue;
    }
    const token = tokenAt(text, position);
    if (token !== undefined) {
      tokens.push(token);
      position = token.end;
      const stray = strayAfter(text, token);
      if (stray !== undefined) {
        unexpected(stray.start, stray.end);
      }
      if (token.text === '(') {
        parentheses.push(token.start);
      } else if (token.text === ')' && parentheses.pop() === undefined) {
        unexpected(token.start, token.end);
      }
    } else if (/["'`]/.test(character)) {
      failure ??= { kind: 'open-string', start: position, end: text.length, text: character };
      return { tokens, innerStart, innerEnd: text.length, end: text.length, failure };
    } else {
      const length = String.fromCodePoint(text.codePointAt(position) ?? 0).length;
      unexpected(position, position + length);
      position += length;
    }
  }
  const open = { kind: 'open-action', start, end: text.length, text: '' } as const;
  return { tokens, innerStart, innerEnd: text.length, end: text.length, failure: failure?.text === '}' ? open : (failure ?? open) };
}
