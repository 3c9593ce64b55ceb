/** Turns the mistakes for which Go refuses a template into problems with fixes. */
import { code } from '../../text/markdown.ts';
import { readTemplate, type Template, type TemplateFailure } from './scan/go-template.ts';
import { nearest } from './scan/nearest.ts';
import { applied } from './scan/sound-fixes.ts';
import { templateFunctions } from './template-functions.ts';
import type { ValueFix, ValueProblem } from './value-grammar.ts';

function messageOf(failure: TemplateFailure): string {
  switch (failure.kind) {
    case 'open-action':
      return '`{{` is never closed by `}}`.';
    case 'open-string':
      return `The text that begins with ${code(failure.text)} never ends.`;
    case 'open-comment':
      return 'A comment in a template ends with `*/}}`.';
    case 'empty-action':
      return 'There is nothing between `{{` and `}}`; name a field, such as `{{.Name}}`.';
    case 'unknown-function':
      return `${code(failure.text)} is not a function; a field begins with a dot: ${code(`.${failure.text}`)}.`;
    case 'unexpected':
      return /[\u2018\u2019\u201c\u201d]/.test(failure.text) ? `${code(failure.text)} is a typographic quote; a template needs plain double quotes.` : `${code(failure.text)} cannot stand in a template here.`;
    case 'stray-end':
      return `\`{{${failure.text}}}\` belongs to no \`if\`, \`range\` or \`with\`.`;
    case 'missing-end':
      return `\`{{${failure.text}}}\` needs an \`{{end}}\`.`;
  }
}

function candidates(value: string, { kind, start, end, text }: TemplateFailure): ValueFix[] {
  switch (kind) {
    case 'open-action': {
      const newText = value.endsWith('}') ? '}' : '}}';
      return [{ title: `Add \`${newText}\``, start: value.length, end: value.length, newText, safe: true }];
    }
    case 'missing-end':
      return [{ title: 'Add `{{end}}`', start: value.length, end: value.length, newText: '{{end}}', safe: true }];
    case 'unknown-function': {
      const guess = nearest(text, templateFunctions.map((word) => word.text));
      const field = { title: `Write \`.${text}\``, start, end, newText: `.${text}`, safe: /^[A-Z]/.test(text) };
      return guess === undefined || /^[A-Z]/.test(text) ? [field] : [{ title: `Write \`${guess}\``, start, end, newText: guess, safe: false }];
    }
    case 'unexpected':
      return [{ title: 'Write plain quotes', newText: value.replace(/[\u201c\u201d]/g, '"'), safe: true }];
    default:
      return [];
  }
}

/** The first mistake in the template; its fixes are kept only when they lead to a template that Go reads. */
export function templateProblem(value: string, template: Template): ValueProblem | undefined {
  const { failure } = template;
  if (failure === undefined) {
    return undefined;
  }
  const fixes = candidates(value, failure).filter((fix) => readTemplate(applied(value, fix)).failure === undefined);
  return { start: failure.start, end: failure.end, code: 'invalid-format', refusedBy: 'cli', message: messageOf(failure), fixes };
}
