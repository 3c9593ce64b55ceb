/** Finds fields in a tree by the names in a template's path. */
import type { TemplateField } from '../inspect-fields.ts';
import type { TemplateAction } from './scan/go-template.ts';
import type { TemplateToken } from './scan/go-template-tokens.ts';

export type Fields = Readonly<Record<string, TemplateField>>;

/** The field at the end of the names; undefined when the tree does not reach it. */
export function fieldAt(fields: Fields, names: readonly string[]): TemplateField | undefined {
  let found: TemplateField | undefined;
  let level: Fields | undefined = fields;
  for (const name of names) {
    found = level !== undefined && Object.hasOwn(level, name) ? level[name] : undefined;
    level = found?.fields;
  }
  return found;
}

/** The fields that a leading dot reaches inside `range` and `with`. */
export function fieldsBehindDot(fields: Fields, { dotPath = '' }: TemplateAction): Fields {
  const owner = fieldAt(fields, dotPath.replace(/^\$/, '').split('.').filter((name) => name !== ''));
  return owner?.each ?? owner?.fields ?? {};
}

/** The names in a path that starts at the object itself: `.State.Status`, `$.State.Status`. */
export function namesFromRoot(token: TemplateToken, action: TemplateAction): string[] | undefined {
  const rooted = token.text.startsWith('$.') || (token.text.startsWith('.') && !action.dotMoved);
  return token.kind === 'path' && rooted && token.chained !== true ? token.text.replace(/^\$/, '').split('.').filter((name) => name !== '') : undefined;
}
