/** The functions that a template can call, with the types of what they take. */
import { equal, less } from './comparison.ts';
import { elementOf, lengthOf, partOf } from './elements.ts';
import { escapeHtml, escapeJs, escapeQuery } from './escape.ts';
import { encodeJson } from './go-json.ts';
import { bool, compareTexts, type GoValue, inside, isTrue, type Maybe, stringsType, text } from './go-value.ts';
import { printable, sprint, sprintln } from './print.ts';
import { sprintf } from './printf.ts';
import { lower, pad, split, title, truncate, upper } from './text-functions.ts';
import { mistake, unknown } from './template-error.ts';

/** `any` takes every value, `text`, `int` and `texts` those of that type only, `joined` texts or, in newer versions, every value. */
export type Parameter = 'any' | 'text' | 'int' | 'texts' | 'joined';

export interface GoFunction {
  readonly parameters: readonly Parameter[];
  /** Of what it takes any number of. */
  readonly rest?: Parameter;
  readonly call: (values: readonly Maybe[], go: number) => Maybe;
}

function textAt(values: readonly Maybe[], at: number): string {
  const value = values[at];
  return value?.kind === 'string' ? value.text : '';
}

function numberAt(values: readonly Maybe[], at: number): number {
  const value = values[at];
  return value?.kind === 'int' ? value.number : 0;
}

/** Elements of a list, and since Docker 29 the values of a map, which are sorted. */
function joinedTexts(value: Maybe): readonly string[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'list':
      return (value.items ?? []).map((item) => sprint([inside(item)]));
    case 'map':
      return [...(value.entries ?? [])].map(([, each]) => sprint([inside(each)])).sort(compareTexts);
    case 'opaque':
      return value.type.name === 'HardwareAddr' ? unknown('The bytes of an address are not evaluated here') : mistake('join takes a list');
    default:
      return mistake('join takes a list');
  }
}

function onText(map: (text: string) => string): GoFunction {
  return { parameters: ['text'], call: (values) => text(map(textAt(values, 0))) };
}

/** One text needs no formatting; other values are printed as an action prints them. */
function onPrinted(map: (text: string) => string): GoFunction {
  return { parameters: [], rest: 'any', call: (values) => text(map(sprint(values.map((value) => printable(value) ?? text('<no value>'))))) };
}

function comparing(compare: (values: readonly Maybe[]) => boolean, rest: Pick<GoFunction, 'rest'> = {}): GoFunction {
  return { parameters: rest.rest === undefined ? ['any', 'any'] : ['any'], ...rest, call: (values) => bool(compare(values)) };
}

function texts(items: readonly string[]): GoValue {
  return { kind: 'list', type: stringsType, items: items.map(text) };
}

/** `and` and `or` are missing: they do not evaluate all that they are given. */
export const functions: Readonly<Record<string, GoFunction>> = {
  json: { parameters: ['any'], call: ([value], go) => text(encodeJson(value, go)) },
  split: { parameters: ['text', 'text'], call: (values) => texts(split(textAt(values, 0), textAt(values, 1))) },
  join: { parameters: ['joined', 'text'], call: (values) => text(joinedTexts(values[0]).join(textAt(values, 1))) },
  title: onText(title),
  lower: onText(lower),
  upper: onText(upper),
  pad: { parameters: ['text', 'int', 'int'], call: (values) => text(pad(textAt(values, 0), numberAt(values, 1), numberAt(values, 2))) },
  truncate: { parameters: ['text', 'int'], call: (values) => text(truncate(textAt(values, 0), numberAt(values, 1))) },
  call: { parameters: ['any'], rest: 'any', call: () => unknown('A description has nothing that call could call') },
  html: onPrinted(escapeHtml),
  js: onPrinted(escapeJs),
  urlquery: onPrinted(escapeQuery),
  index: { parameters: ['any'], rest: 'any', call: elementOf },
  slice: { parameters: ['any'], rest: 'any', call: partOf },
  len: { parameters: ['any'], call: ([value]) => lengthOf(value) },
  not: { parameters: ['any'], call: ([value]) => bool(!isTrue(value)) },
  print: { parameters: [], rest: 'any', call: (values) => text(sprint(values)) },
  println: { parameters: [], rest: 'any', call: (values) => text(sprintln(values)) },
  printf: { parameters: ['text'], rest: 'any', call: ([format, ...values]) => text(sprintf(textAt([format], 0), values)) },
  eq: comparing(equal, { rest: 'any' }),
  ne: comparing((values) => !equal(values)),
  lt: comparing(less),
  le: comparing((values) => less(values) || equal(values)),
  gt: comparing((values) => !(less(values) || equal(values))),
  ge: comparing((values) => !less(values)),
};
