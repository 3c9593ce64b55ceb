/** The factory of grammars for `--format`: Go templates over a known set of fields. */
import { code } from '../../text/markdown.ts';
import type { CliVersion, ValueKind } from '../cli-facts.ts';
import { cliVersions } from '../generated/cli.ts';
import type { TemplateField } from '../inspect-fields.ts';
import { readTemplate, type Template, type TemplateAction } from './scan/go-template.ts';
import type { TemplateToken } from './scan/go-template-tokens.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, type Word } from './scan/parsed.ts';
import { soundFixes } from './scan/sound-fixes.ts';
import { fieldAt, type Fields, fieldsBehindDot } from './template-fields.ts';
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

/** The names in a path that starts at the object itself: `.State.Status`, `$.State.Status`. */
function namesFromRoot(token: TemplateToken, action: TemplateAction): string[] | undefined {
  const rooted = token.text.startsWith('$.') || (token.text.startsWith('.') && !action.dotMoved);
  return token.kind === 'path' && rooted && token.chained !== true ? token.text.replace(/^\$/, '').split('.').filter((name) => name !== '') : undefined;
}

function explainToken(token: TemplateToken, action: TemplateAction, fields: Fields): ValuePart[] {
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
  const found = names === undefined ? fieldAt(fieldsBehindDot(fields, action), token.text.split('.').filter((name) => name !== '')) : fieldAt(fields, names);
  return found === undefined ? [] : [part(token.start, token.end, 'field', found.meaning)];
}

/** Whether Go reaches every field of the action; it skips branches, and what `and` and `or` need not look at. */
function isExecuted({ nested, tokens }: TemplateAction): boolean {
  return !nested && !tokens.some(({ kind, text }) => kind === 'identifier' && ['and', 'or', 'define', 'block', 'else'].includes(text));
}

function unknownField(template: Template, fields: ReadonlySet<string>): ValueProblem | undefined {
  for (const action of template.actions.filter(isExecuted)) {
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

/** A field that newer engines have no more. Every container is described without it there, so Go stops at it. */
function goneField(template: Template, fields: Fields, version: CliVersion): ValueProblem | undefined {
  for (const action of template.actions.filter(isExecuted)) {
    for (const token of action.tokens) {
      const field = fieldAt(fields, namesFromRoot(token, action) ?? []);
      if (field?.goneFrom === undefined || cliVersions.indexOf(version) < cliVersions.indexOf(field.goneFrom)) {
        continue;
      }
      const { instead } = field;
      const isAlone = action.tokens.length === 1;
      const fixes = instead === undefined || !isAlone ? [] : [{ title: `Write \`${instead}\``, start: action.start, end: action.end, newText: instead, safe: false }];
      const advice = instead === undefined ? '' : ` ${code(instead)} prints it on every version, for each network.`;
      return { start: token.start, end: token.end, code: 'removed-inspect-field', refusedBy: 'nobody', message: `Docker ${Number.parseInt(field.goneFrom, 10)} has no ${code(token.text)} any more, and the command fails there.${advice}`, fixes };
    }
  }
  return undefined;
}

export function templateGrammar(options: TemplateGrammarOptions): ValueGrammar {
  const { kind, form, example, fields, words } = options;
  const judge = (value: string, context: ValueContext): ValueProblem[] => {
    const template = readTemplate(value);
    const known = options.closed?.(context.version);
    const problem = templateProblem(value, template) ?? (known === undefined ? goneField(template, fields, context.version) : unknownField(template, known));
    return problem === undefined ? [] : [problem];
  };
  return {
    kind,
    form,
    example,
    parse: (value, context) => {
      const word = words.find(({ text }) => value === text || value.startsWith(`${text} `));
      const first = word === undefined ? [] : [part(0, word.text.length, 'format', word.meaning)];
      const inside = readTemplate(value).actions.flatMap((action) => action.tokens.flatMap((token) => explainToken(token, action, fields)));
      return { parts: [...first, ...inside], problems: dockerOnly(context, soundFixes(value, judge(value, context), (fixed) => judge(fixed, context))) };
    },
    suggest: (value, cursor) => suggestInTemplate(value, cursor, options),
  };
}
