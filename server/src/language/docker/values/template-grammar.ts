/** The factory of grammars for `--format`: Go templates over a known set of fields. */
import { code } from '../../text/markdown.ts';
import type { CliVersion, ValueKind } from '../cli-facts.ts';
import type { TemplateField } from '../inspect-fields.ts';
import { readTemplate, type Template, type TemplateAction } from './scan/go-template.ts';
import type { TemplateToken } from './scan/go-template-tokens.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, type Word } from './scan/parsed.ts';
import { templateFunctions } from './template-functions.ts';
import { templateProblem } from './template-problems.ts';
import { suggestInTemplate } from './template-suggestions.ts';
import type { ValueContext, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

export interface TemplateGrammarOptions {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  readonly fields: Readonly<Record<string, TemplateField>>;
  /** Words that stand for a format of their own, such as `table` and `json`. */
  readonly words: readonly Word[];
  /** Whole templates worth having. */
  readonly samples: readonly Word[];
  /** The fields that this CLI knows, when another one makes it fail. */
  closed?(version: CliVersion): ReadonlySet<string>;
}

type Fields = Readonly<Record<string, TemplateField>>;

/** The names in a path that starts at the object itself: `.State.Status`, `$.State.Status`. */
function namesFromRoot(token: TemplateToken, action: TemplateAction): string[] | undefined {
  const rooted = token.text.startsWith('$.') || (token.text.startsWith('.') && !action.dotMoved);
  return token.kind === 'path' && rooted && token.chained !== true ? token.text.replace(/^\$/, '').split('.').filter((name) => name !== '') : undefined;
}

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

/** Fields of elements that are walked with `range`, by name, for paths whose dot has moved. */
function elementField(fields: Fields, template: Template, action: TemplateAction, name: string): TemplateField | undefined {
  const opener = template.actions.findLast(({ start, tokens }) => start < action.start && ['range', 'with'].includes(tokens[0]?.text ?? ''));
  const path = opener?.tokens.findLast(({ kind }) => kind === 'path');
  const owner = path === undefined ? undefined : fieldAt(fields, path.text.replace(/^\$/, '').split('.').filter((part) => part !== ''));
  const members = owner?.each ?? owner?.fields ?? {};
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function explainToken(token: TemplateToken, action: TemplateAction, template: Template, fields: Fields): ValuePart[] {
  if (token.kind === 'identifier') {
    const known = templateFunctions.find(({ text }) => text === token.text);
    return known === undefined ? [] : [part(token.start, token.end, 'function', known.meaning)];
  }
  if (token.kind !== 'path') {
    return [];
  }
  const names = namesFromRoot(token, action);
  if (names?.length === 0) {
    return [part(token.start, token.end, 'object', 'Everything that is known; print it with `{{json .}}` to see the fields.')];
  }
  const found = names === undefined ? elementField(fields, template, action, token.text.replace(/^\./, '')) : fieldAt(fields, names);
  return found === undefined ? [] : [part(token.start, token.end, 'field', `${code(token.text)}: ${found.meaning}`)];
}

function unknownField(template: Template, fields: ReadonlySet<string>): ValueProblem | undefined {
  for (const action of template.actions) {
    for (const token of action.tokens) {
      const name = namesFromRoot(token, action)?.[0];
      if (name !== undefined && !fields.has(name)) {
        const start = token.start + token.text.indexOf(name);
        const guess = nearest(name, fields);
        const near = guess === undefined ? '' : ` Did you mean \`.${guess}\`?`;
        const fixes = guess === undefined ? [] : [{ title: `Write \`.${guess}\``, start, end: start + name.length, newText: guess, safe: guess.toLowerCase() === name.toLowerCase() }];
        return { start, end: start + name.length, code: 'invalid-format', refusedBy: 'cli', message: `There is no field ${code(`.${name}`)} here.${near}`, fixes };
      }
    }
  }
  return undefined;
}

export function templateGrammar(options: TemplateGrammarOptions): ValueGrammar {
  const { kind, form, example, fields, words } = options;
  return {
    kind,
    form,
    example,
    parse: (value, context: ValueContext) => {
      const template = readTemplate(value);
      const word = words.find(({ text }) => value === text || value.startsWith(`${text} `));
      const parts = word === undefined ? [] : [part(0, word.text.length, 'format', word.meaning)];
      parts.push(...template.actions.flatMap((action) => action.tokens.flatMap((token) => explainToken(token, action, template, fields))));
      const known = options.closed?.(context.version);
      const problem = templateProblem(value, template) ?? (known === undefined ? undefined : unknownField(template, known));
      return { parts, problems: dockerOnly(context, problem === undefined ? [] : [problem]) };
    },
    suggest: (value, cursor) => suggestInTemplate(value, cursor, options),
  };
}
