/** Finds the fields in a template at which Go stops: the object has none of that name. */
import { code } from '../../text/markdown.ts';
import type { CliVersion } from '../cli-facts.ts';
import { cliVersions } from '../generated/cli.ts';
import type { Template, TemplateAction } from './scan/go-template.ts';
import { nearest } from './scan/nearest.ts';
import { type Fields, fieldsInFrontOf, namesBehind, namesFromRoot, walk } from './template-fields.ts';
import type { ValueProblem } from './value-grammar.ts';

/** Whether Go reaches every field of the action; it skips branches, and what `and` and `or` need not look at. */
function isExecuted({ nested, tokens }: TemplateAction): boolean {
  return !nested && !tokens.some(({ kind, text }) => kind === 'identifier' && ['and', 'or', 'define', 'block', 'else'].includes(text));
}

function noSuchField(name: string, start: number, guess: string | undefined): ValueProblem {
  const end = start + name.length;
  const near = guess === undefined ? '' : ` Did you mean \`.${guess}\`?`;
  const fixes = guess === undefined ? [] : [{ title: `Write \`.${guess}\``, start, end, newText: guess, safe: guess.toLowerCase() === name.toLowerCase() }];
  return { start, end, code: 'invalid-format', refusedBy: 'cli', message: `There is no field ${code(`.${name}`)} here.${near}`, fixes };
}

/** `.CPU` of `.CPUPerc`. */
function onlyBeginning(name: string, fields: ReadonlySet<string>): string | undefined {
  const [only, ...more] = [...fields].filter((field) => name.length > 2 && field.startsWith(name));
  return more.length === 0 ? only : undefined;
}

/** A field that is not among those of the object. */
export function unknownField(template: Template, fields: ReadonlySet<string>): ValueProblem | undefined {
  for (const action of template.actions.filter(isExecuted)) {
    for (const token of action.tokens) {
      const name = namesFromRoot(token, action)?.[0];
      if (name !== undefined && !fields.has(name)) {
        return noSuchField(name, token.start + token.text.indexOf(name), nearest(name, fields) ?? onlyBeginning(name, fields));
      }
    }
  }
  return undefined;
}

/**
 * A name that resembles one of the fields where it stands, and is none. The tree may lack what engines to come will add, so
 * other unknown names are left alone, and so are fields of the objects that the command describes beside containers.
 */
export function misspelledField(template: Template, fields: Fields, ofOtherObjects: ReadonlySet<string>): ValueProblem | undefined {
  for (const action of template.actions) {
    for (const token of action.tokens) {
      const fromRoot = namesFromRoot(token, action);
      const names = token.kind === 'path' ? namesBehind(token) : [];
      const { unknown } = walk(fieldsInFrontOf(fields, action, token), names);
      const guess = unknown && nearest(unknown.name, Object.keys(unknown.among));
      if (unknown === undefined || guess === undefined || (fromRoot !== undefined && unknown.depth === 0 && ofOtherObjects.has(unknown.name))) {
        continue;
      }
      const before = names.slice(0, unknown.depth).join('.').length;
      const start = token.start + token.text.indexOf('.') + 1 + (before === 0 ? 0 : before + 1);
      return noSuchField(unknown.name, start, guess);
    }
  }
  return undefined;
}

/** A field that newer engines have no more. Every container is described without it there, so Go stops at it. */
export function goneField(template: Template, fields: Fields, version: CliVersion): ValueProblem | undefined {
  for (const action of template.actions.filter(isExecuted)) {
    for (const token of action.tokens) {
      const { field } = walk(fields, namesFromRoot(token, action) ?? []);
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

