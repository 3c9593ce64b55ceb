/** The factory of grammars for `--format`: Go templates over a known set of fields. */
import type { CliVersion, ValueKind } from '../cli-facts.ts';
import type { TemplateField } from '../inspect-fields.ts';
import { readTemplate, type Template, type TemplateAction } from './scan/go-template.ts';
import type { TemplateToken } from './scan/go-template-tokens.ts';
import { dockerOnly, part, type Word } from './scan/parsed.ts';
import { soundFixes } from './scan/sound-fixes.ts';
import { goneField, misspelledField, unknownField } from './template-field-problems.ts';
import { type Fields, fieldsInFrontOf, namesBehind, namesFromRoot, walk } from './template-fields.ts';
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
  /** Fields of other objects that the command describes too, where it fails on those that no object has. */
  readonly ofOtherObjects?: ReadonlySet<string>;
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
  const { field: found } = walk(fieldsInFrontOf(fields, action, token), namesBehind(token));
  return found === undefined ? [] : [part(token.start, token.end, 'field', found.meaning)];
}

export function templateGrammar(options: TemplateGrammarOptions): ValueGrammar {
  const { kind, form, example, fields, words, ofOtherObjects } = options;
  const fieldProblem = (template: Template, version: CliVersion) =>
    goneField(template, fields, version) ?? (ofOtherObjects && misspelledField(template, fields, ofOtherObjects));
  const judge = (value: string, context: ValueContext): ValueProblem[] => {
    const template = readTemplate(value);
    const known = options.closed?.(context.version);
    const problem = templateProblem(value, template) ?? (known === undefined ? fieldProblem(template, context.version) : unknownField(template, known));
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
