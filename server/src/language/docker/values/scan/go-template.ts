/** Reads Go templates far enough to find their actions and fields, and the mistakes for which Go refuses them. */
import { formatFunctions } from '../../generated/cli.ts';
import { lexAction, type TemplateToken } from './go-template-tokens.ts';

export interface TemplateAction {
  /** Braces included. */
  readonly start: number;
  readonly end: number;
  /** Between the braces. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly tokens: readonly TemplateToken[];
  /** Inside `range`, `with`, `define` or `block`: a leading dot is no longer the object itself. */
  readonly dotMoved: boolean;
  /** Inside any block, so that it may not be executed at all. */
  readonly nested: boolean;
  /** The path that the innermost of these blocks moved the dot to or along. */
  readonly dotPath?: string;
  /** What the variables hold that were declared so far, where that is a path from the object itself. */
  readonly variables: ReadonlyMap<string, TemplateVariable>;
}

export interface TemplateVariable {
  readonly path: string;
  /** One element after the other of what the path leads to. */
  readonly isElement: boolean;
}

export interface TemplateFailure {
  readonly kind: 'open-action' | 'open-string' | 'open-comment' | 'empty-action' | 'unknown-function' | 'unexpected' | 'stray-end' | 'missing-end';
  readonly start: number;
  readonly end: number;
  /** The function's name or the character in question. */
  readonly text: string;
}

export interface Template {
  readonly actions: readonly TemplateAction[];
  /** The first mistake, as Go reports one only. */
  readonly failure?: TemplateFailure;
}

const blocks: ReadonlySet<string> = new Set(['if', 'range', 'with', 'define', 'block']);
const movesDot: ReadonlySet<string> = new Set(['range', 'with', 'define', 'block']);
const keywords: ReadonlySet<string> = new Set([...blocks, 'else', 'end', 'template', 'break', 'continue', 'true', 'false', 'nil']);
/** The documentation from which the list was read leaves `js` out; every version of docker has it. */
const functions: ReadonlySet<string> = new Set<string>([...formatFunctions.functions, ...formatFunctions.goBuiltins, 'js']);

/** Where a comment's action ends, -1 when it does not, undefined when the action holds no comment. */
export function commentEnd(text: string, start: number): number | undefined {
  const opening = /^\{\{(?:-\s)?\s*\/\*/.exec(text.slice(start, start + 400));
  if (opening === null || !/^\{\{(?:-\s)?\/\*/.test(opening[0])) {
    return undefined;
  }
  const close = text.indexOf('*/', start + opening[0].length);
  const rest = close < 0 ? null : /^\*\/(?:\s+-)?\}\}/.exec(text.slice(close, close + 400));
  return rest === null ? -1 : close + rest[0].length;
}

function unknownFunction(tokens: readonly TemplateToken[]): TemplateToken | undefined {
  return tokens.find(({ kind, text }) => kind === 'identifier' && !keywords.has(text) && !functions.has(text));
}

/** What the action declares: `range $key, $value := .Mounts`, `$state := .State`; nothing is said of a variable that holds anything else. */
function declared({ tokens, dotMoved }: Pick<TemplateAction, 'tokens' | 'dotMoved'>): Map<string, TemplateVariable | undefined> {
  const at = tokens.findIndex(({ text }) => text === ':=');
  const names = at < 0 ? [] : tokens.slice(0, at).filter(({ kind, text }) => kind === 'path' && text.startsWith('$'));
  const [value, ...others] = tokens.slice(at + 1);
  const isRooted = value?.kind === 'path' && others.length === 0 && (value.text.startsWith('$.') || (value.text.startsWith('.') && !dotMoved));
  const isElement = tokens[0]?.text === 'range';
  return new Map(names.map(({ text }, index) => [text, isRooted && index === names.length - 1 ? { path: value.text, isElement } : undefined]));
}

export function readTemplate(text: string): Template {
  const actions: TemplateAction[] = [];
  let variables: ReadonlyMap<string, TemplateVariable> = new Map();
  const open: { readonly keyword: string; readonly start: number; readonly end: number; readonly dotMoved: boolean; readonly dotPath?: string }[] = [];
  let failure: TemplateFailure | undefined;
  const fail = (kind: TemplateFailure['kind'], start: number, end: number, detail = '') => {
    failure ??= { kind, start, end, text: detail };
  };
  let position = text.indexOf('{{');
  while (position >= 0) {
    const comment = commentEnd(text, position);
    if (comment === -1) {
      fail('open-comment', position, text.length);
      break;
    }
    if (comment !== undefined) {
      position = text.indexOf('{{', comment);
      continue;
    }
    const lexed = lexAction(text, position);
    const { tokens, end, innerStart, innerEnd } = lexed;
    const first = tokens[0];
    const keyword = first?.kind === 'identifier' ? first.text : '';
    const { dotMoved = false, dotPath } = open.at(-1) ?? {};
    const dot = { dotMoved, ...(dotPath === undefined ? {} : { dotPath }) };
    const action = { start: position, end, innerStart, innerEnd, tokens, nested: open.length > 0, variables, ...dot };
    actions.push(action);
    for (const [name, held] of declared(action)) {
      const others = [...variables].filter(([known]) => known !== name);
      variables = new Map(held === undefined ? others : [...others, [name, held]]);
    }
    if (lexed.failure !== undefined) {
      fail(lexed.failure.kind, lexed.failure.start, lexed.failure.end, lexed.failure.text);
    }
    if (lexed.failure?.kind === 'open-action' || lexed.failure?.kind === 'open-string') {
      break;
    }
    const unknown = unknownFunction(tokens);
    if (unknown !== undefined) {
      fail('unknown-function', unknown.start, unknown.end, unknown.text);
    }
    if (tokens.length === 0) {
      fail('empty-action', position, end);
    } else if (blocks.has(keyword)) {
      const path = tokens.findLast(({ kind }) => kind === 'path')?.text;
      open.push({ keyword, start: position, end, ...(movesDot.has(keyword) ? { dotMoved: true, ...(path === undefined ? {} : { dotPath: path }) } : dot) });
    } else if ((keyword === 'end' ? open.pop() : open.at(-1)) === undefined && (keyword === 'end' || keyword === 'else')) {
      fail('stray-end', position, end, keyword);
    }
    position = text.indexOf('{{', end);
  }
  const unclosed = open[0];
  if (unclosed !== undefined) {
    fail('missing-end', unclosed.start, unclosed.end, unclosed.keyword);
  }
  return failure === undefined ? { actions } : { actions, failure };
}

/** The action whose inside the cursor is in. */
export function actionAt(template: Template, cursor: number): TemplateAction | undefined {
  return template.actions.find(({ innerStart, innerEnd }) => innerStart <= cursor && cursor <= innerEnd);
}
