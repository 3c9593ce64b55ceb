/** Finds fields in a tree by the names in a template's path. */
import type { TemplateField } from '../inspect-fields.ts';
import type { TemplateAction } from './scan/go-template.ts';
import type { TemplateToken } from './scan/go-template-tokens.ts';

export type Fields = Readonly<Record<string, TemplateField>>;

/** Where names lead to in a tree of fields. */
export interface Walk {
  /** The field at their end; undefined where the tree does not reach it. */
  readonly field?: TemplateField | undefined;
  /** What a further name is one of; undefined where that is not known, as for the keys of a map. */
  readonly below?: Fields | undefined;
  /** The first name that is none of the fields where it stands, how many stand before it, and those fields. */
  readonly unknown?: { readonly name: string; readonly depth: number; readonly among: Fields };
}

export function walk(fields: Fields, names: readonly string[]): Walk {
  let field: TemplateField | undefined;
  let below: Fields | undefined = fields;
  for (const [depth, name] of names.entries()) {
    if (field?.keyed === true && below === undefined) {
      // The name is a key of a map, such as that of a network.
      below = field.each;
      field = undefined;
    } else if (below === undefined || Object.keys(below).length === 0) {
      return {};
    } else if (!Object.hasOwn(below, name)) {
      return { unknown: { name, depth, among: below } };
    } else {
      field = below[name];
      below = field?.fields;
    }
  }
  return { field, below };
}

/** The names in a path such as `.State.Status` or `$.State.Status`. */
export function namesIn(path: string): string[] {
  return path.replace(/^\$/, '').split('.').filter((name) => name !== '');
}

/** The fields that a leading dot reaches inside `range` and `with`. */
export function fieldsBehindDot(fields: Fields, { dotPath = '' }: TemplateAction): Fields {
  const owner = walk(fields, namesIn(dotPath)).field;
  return owner?.each ?? owner?.fields ?? {};
}

/** The names in a path that starts at the object itself: `.State.Status`, `$.State.Status`. */
export function namesFromRoot(token: TemplateToken, action: TemplateAction): string[] | undefined {
  const rooted = token.text.startsWith('$.') || (token.text.startsWith('.') && !action.dotMoved);
  return token.kind === 'path' && rooted && token.chained !== true ? namesIn(token.text) : undefined;
}

/** What a variable leads to. */
function fieldsOfVariable(fields: Fields, name: string, { variables }: TemplateAction): Fields {
  const variable = variables.get(name);
  const field = variable && walk(fields, namesIn(variable.path)).field;
  return (variable?.isElement === true ? field?.each : field?.fields) ?? {};
}

/** What `(index .Mounts 0)` leads to, which ends in front of the token at the place; `index` may be given the same. */
function fieldsOfGroup(fields: Fields, action: TemplateAction, end: number): Fields {
  const { tokens } = action;
  let depth = 0;
  let open = end - 1;
  for (; open >= 0; open--) {
    depth += tokens[open]?.text === ')' ? 1 : tokens[open]?.text === '(' ? -1 : 0;
    if (depth === 0) {
      break;
    }
  }
  const [call, operand] = tokens.slice(open + 1);
  if (call?.text !== 'index' || operand === undefined) {
    return {};
  }
  if (operand.text !== '(') {
    return operand.kind === 'path' ? (walk(fieldsInFrontOf(fields, action, operand), namesBehind(operand)).field?.each ?? {}) : {};
  }
  let close = open + 2;
  for (let nested = 0; close < end; close++) {
    nested += tokens[close]?.text === '(' ? 1 : tokens[close]?.text === ')' ? -1 : 0;
    if (nested === 0) {
      break;
    }
  }
  return fieldsOfGroup(fields, action, close + 1);
}

/** The names in a path without the variable that it may begin with. */
export function namesBehind({ text }: Pick<TemplateToken, 'text'>): string[] {
  return namesIn(text.replace(/^\$[^.]*/, ''));
}

/** The fields that the first name of a path is one of: those of the object, of an element, of a variable or of a group. */
export function fieldsInFrontOf(fields: Fields, action: TemplateAction, token: TemplateToken): Fields {
  const variable = /^\$[^.]+/.exec(token.text)?.[0];
  if (token.chained === true) {
    return fieldsOfGroup(fields, action, action.tokens.indexOf(token));
  }
  if (variable !== undefined) {
    return fieldsOfVariable(fields, variable, action);
  }
  return token.text.startsWith('.') && action.dotMoved ? fieldsBehindDot(fields, action) : fields;
}
