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
  ['number', /[+-]?\.?[0-9][\w.]*|[+-]/uy],
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

/** Reads the action that begins at `start`, where the text has `{{`. */
export function lexAction(text: string, start: number): LexedAction {
  const innerStart = start + 2;
  const tokens: TemplateToken[] = [];
  let failure: LexedAction['failure'];
  let position = /^-\s/.test(text.slice(innerStart, innerStart + 2)) ? innerStart + 1 : innerStart;
  while (position < text.length) {
    const character = text.charAt(position);
    const closing = /\s/.test(character) && /^\s-\}\}/.test(text.slice(position, position + 4)) ? 4 : text.startsWith('}}', position) ? 2 : 0;
    if (closing > 0) {
      const end = position + closing;
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
    } else if (/["'`]/.test(character)) {
      failure ??= { kind: 'open-string', start: position, end: text.length, text: character };
      return { tokens, innerStart, innerEnd: text.length, end: text.length, failure };
    } else {
      const length = String.fromCodePoint(text.codePointAt(position) ?? 0).length;
      failure ??= { kind: 'unexpected', start: position, end: position + length, text: text.slice(position, position + length) };
      position += length;
    }
  }
  const open = { kind: 'open-action', start, end: text.length, text: '' } as const;
  return { tokens, innerStart, innerEnd: text.length, end: text.length, failure: failure?.text === '}' ? open : (failure ?? open) };
}
