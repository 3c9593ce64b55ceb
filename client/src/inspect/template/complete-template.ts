/** What can stand at a place of a template, found in the description itself: fields and keys with their values, variables and functions. */
import { readTemplate, type TemplateAction } from '../../../../server/src/language/docker/values/scan/go-template.ts';
import type { TemplateToken } from '../../../../server/src/language/docker/values/scan/go-template-tokens.ts';
import { templateFunctions } from '../../../../server/src/language/docker/values/template-functions.ts';
import type { Reading } from './evaluate.ts';
import type { Description } from './extract.ts';
import { type GoValue, indirect, type Maybe, type StructValue } from './go-value.ts';
import { sampleOf, typeOf } from './sample.ts';
import { type Scope, scopeBehind, valueOf } from './scope.ts';

export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** What replaces the text between `start` and `end`. */
  readonly text: string;
  readonly label: string;
  readonly type: string;
  /** The beginning of its value. */
  readonly sample: string;
}

type Member = readonly [name: string, value: GoValue];

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Fields as a template names them, those of embedded structs among them. */
function fieldsOf({ type, values }: StructValue): readonly Member[] {
  return type.fields.flatMap((field, index): readonly Member[] => {
    const value = values[index];
    const inner = indirect(value);
    if (field.embedded) {
      return inner?.kind === 'struct' ? fieldsOf(inner) : [];
    }
    return value === undefined || field.type.kind === 'absent' ? [] : [[field.name, value]];
  });
}

function membersOf(value: Maybe): readonly Member[] {
  const found = indirect(value);
  return found?.kind === 'struct' ? fieldsOf(found) : found?.kind === 'map' ? [...(found.entries ?? [])] : [];
}

class Completion {
  readonly #template: string;
  readonly #cursor: number;
  readonly #end: number;
  readonly #reading: Reading;
  readonly #scope: Scope;

  constructor(template: string, cursor: number, reading: Reading, scope: Scope) {
    this.#template = template;
    this.#cursor = cursor;
    this.#end = cursor + (/^\w*/.exec(template.slice(cursor))?.[0].length ?? 0);
    this.#reading = reading;
    this.#scope = scope;
  }

  /** Between two actions: a whole one. */
  outside(): readonly Candidate[] {
    const start = this.#cursor - (/(?<!\{)\{$/.exec(this.#template.slice(0, this.#cursor))?.[0].length ?? 0);
    return this.#named(membersOf(this.#scope.dot), '').map(([name, value]) => this.#candidate(start, `{{.${name}}}`, name, value, this.#cursor));
  }

  inside({ innerStart, tokens }: TemplateAction, openText: number | undefined): readonly Candidate[] {
    const before = this.#template.slice(innerStart, this.#cursor);
    if (openText !== undefined) {
      return this.#keys(tokens, openText);
    }
    const path = /(?:\$[\p{L}\p{Nd}_]*)?(?:\.[\p{L}\p{Nd}_]*)+$/u.exec(before)?.[0];
    if (path !== undefined) {
      return this.#members(path, before, tokens);
    }
    const word = /\$?\w*$/.exec(before)?.[0] ?? '';
    const start = this.#cursor - word.length;
    const keys = word === '' ? this.#keys(tokens, start) : [];
    const fields = word.startsWith('$') ? [] : this.#named(membersOf(this.#scope.dot), word).map(([name, value]) => this.#candidate(start, `.${name}`, `.${name}`, value));
    const variables = this.#scope.variables.filter(({ name }) => name.startsWith(word) && name !== word).map(({ name, value }) => this.#candidate(start, name, name, value));
    const functions = templateFunctions.filter(({ text }) => text.startsWith(word) && text !== word).map(({ text }) => ({ start, end: this.#end, text, label: text, type: 'function', sample: '' }));
    return [...keys, ...fields, ...variables, ...functions];
  }

  /** Behind a dot. */
  #members(path: string, before: string, tokens: readonly TemplateToken[]): readonly Candidate[] {
    const last = path.slice(path.lastIndexOf('.') + 1);
    const base = path.slice(0, path.length - last.length - 1);
    const pathStart = this.#cursor - path.length;
    // Tokens in front of the path, and those of the parenthesis that it hangs on.
    const earlier = tokens.filter(({ end }) => end <= pathStart);
    const parenthesis = before.charAt(before.length - path.length - 1) === ')' ? lastParenthesis(earlier) : [];
    const start = parenthesis[0]?.start ?? pathStart;
    const words: readonly TemplateToken[] = base === '' ? (parenthesis.length > 0 ? parenthesis : [{ kind: 'path', text: '.', start, end: start + 1 }]) : [...parenthesis, { kind: 'path', text: base, start: pathStart, end: pathStart + base.length }];
    const value = valueOf(words, this.#reading, this.#scope)?.dot;
    const alone = earlier.length === parenthesis.length;
    return this.#named(membersOf(value), last).flatMap(([name, each]) => {
      if (identifier.test(name) && !hasForeignKeys(value)) {
        return [this.#candidate(this.#cursor - last.length, name, name, each)];
      }
      const indexed = `index ${this.#template.slice(start, this.#cursor - last.length - 1) || '.'} ${JSON.stringify(name)}`;
      return [this.#candidate(start, alone ? indexed : `(${indexed})`, name, each)];
    });
  }

  /** Keys and numbers behind `index`. */
  #keys(tokens: readonly TemplateToken[], start: number): readonly Candidate[] {
    const earlier = tokens.filter(({ end }) => end <= start);
    const opening = earlier.findLastIndex(({ text }) => ['(', '|', ':=', '='].includes(text));
    const [word, ...operands] = earlier.slice(opening + 1);
    if (word?.text !== 'index' || operands.length === 0) {
      return [];
    }
    const value = indirect(valueOf(operands.length === 1 ? operands : [word, ...operands], this.#reading, this.#scope)?.dot);
    if (value?.kind === 'list') {
      return (value.items ?? []).slice(0, 20).map((item, index) => this.#candidate(start, String(index), String(index), item));
    }
    const typed = this.#template.slice(start, this.#cursor).replace(/^["`]/, '');
    return value?.kind === 'map' ? this.#named([...(value.entries ?? [])], typed, true).map(([name, each]) => this.#candidate(start, JSON.stringify(name), name, each)) : [];
  }

  /** Those that begin with what is typed, or have it in them. */
  #named(members: readonly Member[], typed: string, whole = false): readonly Member[] {
    const wanted = typed.toLowerCase();
    const fitting = members.filter(([name]) => name.toLowerCase().includes(wanted) && (whole || name !== typed));
    const begins = ([name]: Member) => name.toLowerCase().startsWith(wanted);
    return [...fitting.filter(begins), ...fitting.filter((member) => !begins(member))];
  }

  #candidate(start: number, text: string, label: string, value: Maybe, end = this.#end): Candidate {
    return { start, end, text, label, type: typeOf(value), sample: sampleOf(value) };
  }
}

/** Keys of a type of their own, which only `index` in docker's second try finds. */
function hasForeignKeys(value: Maybe): boolean {
  const found = indirect(value);
  return found?.kind === 'map' && found.type.key.name !== 'string';
}

function lastParenthesis(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    depth += tokens[at]?.text === ')' ? 1 : tokens[at]?.text === '(' ? -1 : 0;
    if (depth === 0) {
      return tokens.slice(at);
    }
  }
  return [];
}

/** The best first. `description` should have no secrets: their values would be shown. */
export function completeTemplate(description: Description, template: string, cursor: number): readonly Candidate[] {
  const { actions, failure } = readTemplate(template.slice(0, cursor));
  const last = actions.at(-1);
  const open = last?.innerEnd === cursor ? last : undefined;
  const closed = open === undefined ? actions : actions.slice(0, -1);
  const openText = open !== undefined && failure?.kind === 'open-string' ? failure.start : undefined;
  // As the newest version of docker sees it, and then as it does without types.
  for (const reading of description.readings.at(-1) ?? []) {
    const completion = new Completion(template, cursor, reading, scopeBehind(closed, reading));
    const candidates = open === undefined ? completion.outside() : completion.inside(open, openText);
    if (candidates.length > 0) {
      return candidates;
    }
  }
  return [];
}
