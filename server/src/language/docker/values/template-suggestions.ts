/** Fields, functions and whole templates for `--format`, wherever the cursor is in a half-written one. */
import { actionAt, readTemplate, type TemplateAction } from './scan/go-template.ts';
import { suggestWords, type Word } from './scan/parsed.ts';
import { templateFunctions } from './template-functions.ts';
import { type Fields, fieldsBehindDot, fieldsInFrontOf, namesBehind, walk } from './template-fields.ts';
import type { TemplateGrammarOptions } from './template-grammar.ts';
import type { ValueSuggestion } from './value-grammar.ts';

/** The fields that a leading dot reaches: those of the object, or of the element inside `range` and `with`. */
function dotFields(fields: Fields, action: TemplateAction): Fields {
  return action.dotMoved ? fieldsBehindDot(fields, action) : fields;
}

function suggestFields(fields: Fields, start: number, end: number, prefix = ''): ValueSuggestion[] {
  const words = Object.entries(fields).flatMap(([name, { meaning, goneFrom, unlisted }]) => (goneFrom === undefined && unlisted === undefined ? [{ text: prefix + name, meaning }] : []));
  return suggestWords(words, start, end, 'field');
}

function suggestInAction(value: string, cursor: number, action: TemplateAction, fields: Fields): ValueSuggestion[] {
  const before = value.slice(action.innerStart, cursor);
  const after = /^\w*/.exec(value.slice(cursor, action.innerEnd))?.[0].length ?? 0;
  const path = /(?:\$\w*)?(?:\.\w*)+$/.exec(before)?.[0];
  if (path !== undefined) {
    const last = path.slice(path.lastIndexOf('.') + 1);
    const names = namesBehind({ text: path.slice(0, path.length - last.length) });
    const start = cursor - path.length;
    // A dot that nothing follows yet is a token of its own.
    const token = action.tokens.find((other) => other.start === start) ?? { kind: 'path', text: path, start, end: cursor };
    return suggestFields(walk(fieldsInFrontOf(fields, action, token), names).below ?? {}, cursor - last.length, cursor + after);
  }
  const word = /\w*$/.exec(before)?.[0] ?? '';
  const functions = suggestWords(templateFunctions, cursor - word.length, cursor + after, 'function');
  return [...suggestFields(dotFields(fields, action), cursor - word.length, cursor + after, '.'), ...functions];
}

function wrapped(fields: Fields): Word[] {
  return Object.entries(fields).map(([name, { meaning }]) => ({ text: `{{.${name}}}`, meaning }));
}

export function suggestInTemplate(value: string, cursor: number, options: TemplateGrammarOptions): readonly ValueSuggestion[] {
  const template = readTemplate(value);
  const action = actionAt(template, cursor);
  if (action !== undefined) {
    return suggestInAction(value, cursor, action, options.fields);
  }
  if (/^\w*$/.test(value)) {
    const whole = [...options.words, ...options.samples].filter(({ text }) => value === '' || text.startsWith(value.slice(0, cursor)));
    return suggestWords(whole, 0, value.length, 'format');
  }
  const brace = value.charAt(cursor - 1) === '{' && value.charAt(cursor - 2) !== '{' ? 1 : 0;
  return suggestWords(wrapped(options.fields), cursor - brace, cursor, 'field');
}
