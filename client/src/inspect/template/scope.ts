/** What the dot and the variables stand for at a place of a template that is still being written. */
import type { TemplateAction } from '../../../../server/src/language/docker/values/scan/go-template.ts';
import type { TemplateToken } from '../../../../server/src/language/docker/values/scan/go-template-tokens.ts';
import { Evaluation, type Reading, type Variable } from './evaluate.ts';
import { indirect, int, type Maybe, text } from './go-value.ts';
import { PipelineReader } from './parse-pipeline.ts';
import { TemplateError } from './template-error.ts';

export interface Scope {
  readonly dot: Maybe;
  readonly variables: readonly Variable[];
}

/** Undefined where the tokens have no value, for whatever reason. */
export function valueOf(tokens: readonly TemplateToken[], reading: Reading, scope: Scope): Scope | undefined {
  try {
    const known = scope.variables.map(({ name }) => name);
    const pipeline = new PipelineReader(tokens, { start: 0, end: 0 }, known).read('range');
    const evaluation = new Evaluation(reading, scope.variables);
    return { dot: evaluation.pipeline(pipeline, scope.dot), variables: evaluation.variables };
  } catch (error) {
    if (error instanceof TemplateError) {
      return undefined;
    }
    throw error;
  }
}

/** Inside a range everything is as for its first element. */
function firstElement(value: Maybe): readonly [key: Maybe, element: Maybe] {
  const found = indirect(value);
  if (found?.kind === 'list') {
    return [int(0), found.items?.[0]];
  }
  const [first] = found?.kind === 'map' ? (found.entries ?? []) : [];
  return first === undefined ? [undefined, undefined] : [text(first[0]), first[1]];
}

function inBlock(word: string, tokens: readonly TemplateToken[], reading: Reading, outer: Scope): Scope {
  const found = valueOf(tokens, reading, outer);
  const declared = (found?.variables ?? outer.variables).slice(outer.variables.length);
  if (word === 'if') {
    return { dot: outer.dot, variables: found?.variables ?? outer.variables };
  }
  if (word === 'with') {
    return { dot: found?.dot, variables: found?.variables ?? outer.variables };
  }
  const [key, element] = firstElement(found?.dot);
  const values = declared.length > 1 ? [key, element] : [element];
  return { dot: element, variables: [...outer.variables, ...declared.map(({ name }, index) => ({ name, value: values[index] }))] };
}

/** Behind the actions. */
export function scopeBehind(actions: readonly TemplateAction[], reading: Reading): Scope {
  let scope: Scope = { dot: reading.root, variables: [{ name: '$', value: reading.root }] };
  const outside: Scope[] = [];
  for (const { tokens } of actions) {
    const [word = '', second = ''] = tokens.slice(0, 2).map((token) => (token.kind === 'identifier' ? token.text : ''));
    if (['if', 'with', 'range'].includes(word)) {
      outside.push(scope);
      scope = inBlock(word, tokens.slice(1), reading, scope);
    } else if (word === 'end') {
      scope = outside.pop() ?? scope;
    } else if (word === 'else') {
      const outer = outside.at(-1) ?? scope;
      scope = second === '' ? outer : inBlock(second, tokens.slice(2), reading, outer);
    } else if (tokens.some(({ text: sign }) => sign === ':=' || sign === '=')) {
      scope = { dot: scope.dot, variables: valueOf(tokens, reading, scope)?.variables ?? scope.variables };
    }
  }
  return scope;
}
