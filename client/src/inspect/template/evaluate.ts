/** Carries out a template on a value, as Go does: prints actions, decides branches, repeats for elements. */
import type { Edition } from './edition.ts';
import { field } from './fields.ts';
import { functions, type GoFunction, type Parameter } from './functions.ts';
import { bool, floatType, type GoValue, indirect, inside, int, isTrue, keyOf, type Maybe, text } from './go-value.ts';
import { printed } from './print.ts';
import type { Block, Command, Node, Operand, Pipeline } from './syntax.ts';
import { Refusal, type Span, TemplateError } from './template-error.ts';
import { longestText } from './text-functions.ts';

/** What a template may do at most: ranges within ranges grow fast. */
const mostSteps = 200_000;

const none = Symbol('no value from the command before');
type Final = Maybe | typeof none;
type Jump = 'break' | 'continue' | undefined;

function fail(message: string, span: Span, kind: 'mistake' | 'unknown' = 'mistake'): never {
  throw new TemplateError(kind, message, span);
}

/** Adds the place to a refusal by something that knows only values. */
function at<T>(span: Span, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new TemplateError(error.kind, error.message, span) : error;
  }
}

/** A value, and how a version of docker looks at it. */
export interface Reading {
  readonly edition: Edition;
  readonly root: GoValue;
  /** In its second try, without types, docker stops at a key that is missing. */
  readonly missingKeys: 'nothing' | 'mistake';
}

export interface Variable {
  readonly name: string;
  value: Maybe;
}

export class Evaluation {
  readonly #go: number;
  readonly #missingKeys: 'nothing' | 'mistake';
  readonly #variables: Variable[];
  #text = '';
  #steps = 0;

  /** `variables`: `$`, which is the whole value, and what has been declared before. */
  constructor({ edition, missingKeys }: Pick<Reading, 'edition' | 'missingKeys'>, variables: readonly Variable[]) {
    this.#go = edition.go;
    this.#missingKeys = missingKeys;
    this.#variables = variables.map((variable) => ({ ...variable }));
  }

  get text(): string {
    return this.#text;
  }

  get variables(): readonly Variable[] {
    return this.#variables;
  }

  list(nodes: readonly Node[], dot: Maybe): Jump {
    for (const node of nodes) {
      const jump = this.#node(node, dot);
      if (jump !== undefined) {
        return jump;
      }
    }
    return undefined;
  }

  #node(node: Node, dot: Maybe): Jump {
    switch (node.kind) {
      case 'text':
        this.#write(node.text, { start: 0, end: 0 });
        return undefined;
      case 'action': {
        const value = this.pipeline(node.pipeline, dot);
        if (node.pipeline.variables.length === 0) {
          this.#write(at(node.pipeline, () => printed(value)), node);
        }
        return undefined;
      }
      case 'break':
      case 'continue':
        return node.kind;
      default:
        return this.#scoped(() => (node.kind === 'range' ? this.#range(node, dot) : this.#branch(node, dot)));
    }
  }

  #write(text: string, span: Span): void {
    this.#text += text;
    if (this.#text.length > longestText) {
      fail('The result is too long to be shown', span, 'unknown');
    }
  }

  /** Everything that can be repeated is counted. */
  #step(count: number, span: Span): void {
    this.#steps += count;
    if (this.#steps > mostSteps) {
      fail('The template does more than is carried out here', span, 'unknown');
    }
  }

  /** Variables end with their block. */
  #scoped<T>(work: () => T): T {
    const count = this.#variables.length;
    const result = work();
    this.#variables.length = count;
    return result;
  }

  #branch(block: Block, dot: Maybe): Jump {
    const value = this.pipeline(block.pipeline, dot);
    const truth = at(block.pipeline, () => isTrue(inside(value)));
    return truth ? this.list(block.body, block.kind === 'with' ? value : dot) : this.list(block.otherwise, dot);
  }

  #range(block: Block, dot: Maybe): Jump {
    const { variables, assigns } = block.pipeline;
    if (assigns) {
      fail('A range that sets variables of the outside is not evaluated here', block, 'unknown');
    }
    const elements = this.#elements(indirect(this.pipeline(block.pipeline, dot)), block.pipeline, variables.length);
    this.#step(elements.length, block);
    if (elements.length === 0) {
      return this.list(block.otherwise, dot);
    }
    const first = this.#variables.length - variables.length;
    for (const [key, element] of elements) {
      const values = variables.length > 1 ? [key, element] : [element];
      this.#variables.splice(first, this.#variables.length, ...variables.map((name, index) => ({ name, value: values[index] })));
      if (this.list(block.body, element) === 'break') {
        break;
      }
    }
    return undefined;
  }

  /** Keys or numbers, with what they stand for. */
  #elements(value: Maybe, span: Span, variables: number): readonly (readonly [GoValue, GoValue])[] {
    if (value === undefined) {
      return [];
    }
    switch (value.kind) {
      case 'list':
        return (value.items ?? []).map((item, index) => [int(index), item] as const);
      case 'map':
        return value.unordered !== undefined ? fail(value.unordered, span, 'unknown') : [...(value.entries ?? [])].map(([key, each]) => [keyOf(value.type, key), each] as const);
      case 'lost':
        return fail(value.reason, span, 'unknown');
      case 'opaque':
        return value.type.name === 'HardwareAddr' ? fail('The bytes of an address are not evaluated here', span, 'unknown') : fail(`There is nothing to range over in ${value.type.name}`, span);
      case 'int':
      case 'uint':
        if (this.#go >= 24 && variables < 2) {
          return value.number > mostSteps ? fail('So many repetitions are not carried out here', span, 'unknown') : Array.from({ length: Math.max(0, value.number) }, (_, number) => [{ ...value, number }, { ...value, number }] as const);
        }
        return fail(variables < 2 ? 'Only newer versions range over a number' : 'A number gives one variable only', span);
      default:
        return fail(`There is nothing to range over in ${value.type.name}`, span);
    }
  }

  pipeline({ variables, assigns, commands }: Pipeline, dot: Maybe): Maybe {
    let final: Final = none;
    for (const command of commands) {
      // What an interface holds is looked at, one level deep.
      final = inside(this.#command(command, dot, final));
    }
    const value = final === none ? undefined : final;
    for (const name of variables) {
      if (assigns) {
        const known = this.#variables.findLast((each) => each.name === name) ?? fail(`${name} has not been declared`, commands[0] ?? { start: 0, end: 0 });
        known.value = value;
      } else {
        this.#variables.push({ name, value });
      }
    }
    return value;
  }

  #command(command: Command, dot: Maybe, final: Final): Maybe {
    this.#step(1, command);
    const [first, ...more] = command.operands;
    if (first.kind === 'function') {
      return this.#function(first.name, more, command, dot, final);
    }
    const hasArguments = more.length > 0 || final !== none;
    const isChain = (first.kind === 'field' || first.kind === 'variable' || first.kind === 'pipeline') && first.names.length > 0;
    if (hasArguments && !isChain) {
      fail('Only a function takes arguments', more[0] ?? first);
    }
    if (first.kind === 'nil') {
      fail('nil alone is no command', first);
    }
    return this.#operand(first, dot, hasArguments);
  }

  #operand(operand: Operand, dot: Maybe, hasArguments = false): Maybe {
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return undefined;
      case 'bool':
        return bool(operand.truth);
      case 'text':
        return text(operand.text);
      case 'number':
        return operand.float ? { kind: 'float', type: floatType, number: operand.number } : int(operand.number);
      case 'function':
        return this.#function(operand.name, [], operand, dot, none);
      case 'field':
        return this.#chain(dot, operand.names, operand, hasArguments);
      case 'variable': {
        const known = this.#variables.findLast(({ name }) => name === operand.variable) ?? fail(`${operand.variable} has no value here`, operand);
        return this.#chain(known.value, operand.names, operand, hasArguments);
      }
      case 'pipeline':
        return this.#chain(this.pipeline(operand.pipeline, dot), operand.names, operand, hasArguments);
    }
  }

  #chain(start: Maybe, names: readonly string[], span: Span, hasArguments: boolean): Maybe {
    return at(span, () => names.reduce<Maybe>((value, name, index) => field(value, name, hasArguments && index === names.length - 1, this.#missingKeys), start));
  }

  #function(name: string, operands: readonly Operand[], span: Span, dot: Maybe, final: Final): Maybe {
    const count = operands.length + (final === none ? 0 : 1);
    if (name === 'and' || name === 'or') {
      return count === 0 ? fail(`${name} takes at least one value`, span) : this.#logic(name, operands, dot, final);
    }
    const known = functions[name] ?? fail(`${name} is no function`, span);
    const { parameters, rest } = known;
    if (count < parameters.length || (rest === undefined && count > parameters.length)) {
      fail(`${name} takes ${rest === undefined ? '' : 'at least '}${parameters.length} ${parameters.length === 1 ? 'value' : 'values'}, and gets ${count}`, span);
    }
    const values = operands.map((operand, index) => this.#argument(operand, this.#parameter(parameterAt(known, index)), dot));
    const all = final === none ? values : [...values, at(span, () => checked(final, this.#parameter(parameterAt(known, values.length)), span))];
    const value = at(span, () => known.call(all, this.#go));
    return value?.kind === 'string' && value.text.length > longestText ? fail('A text is too long to be shown', span, 'unknown') : value;
  }

  /** Stops at the first value that decides. */
  #logic(name: 'and' | 'or', operands: readonly Operand[], dot: Maybe, final: Final): Maybe {
    let value: Maybe;
    for (const operand of operands) {
      value = this.#argument(operand, 'any', dot);
      const truth = at(operand, () => isTrue(inside(value)));
      if (truth === (name === 'or')) {
        return value;
      }
    }
    return final === none ? value : final;
  }

  /** Since Docker 29 everything can be joined. */
  #parameter(parameter: Parameter): Parameter {
    return parameter === 'joined' ? (this.#go >= 26 ? 'any' : 'texts') : parameter;
  }

  #argument(operand: Operand, parameter: Parameter, dot: Maybe): Maybe {
    if (operand.kind === 'nil' && (parameter === 'text' || parameter === 'int')) {
      fail(`nil is no ${parameter === 'text' ? 'text' : 'number'}`, operand);
    }
    if (operand.kind === 'number' && parameter === 'int' && Number.isSafeInteger(operand.number)) {
      return int(operand.number);
    }
    return checked(this.#operand(operand, dot), parameter, operand);
  }
}

function parameterAt({ parameters, rest = 'any' }: GoFunction, index: number): Parameter {
  return parameters[index] ?? rest;
}

const expected: Readonly<Record<Parameter, string>> = { any: '', text: 'a text', int: 'a number', texts: 'a list of texts', joined: 'a list' };

/** Go converts nothing: a function takes values of its own types, or what a pointer to one leads to. */
function checked(given: Maybe, parameter: Parameter, span: Span): Maybe {
  const value = inside(given);
  if (parameter === 'any') {
    return value;
  }
  if (value?.kind === 'lost') {
    return fail(value.reason, span, 'unknown');
  }
  const target = value?.kind === 'pointer' ? value.to : value;
  // No value is an empty list; a nil that something holds is not.
  const fits = target === undefined ? parameter === 'texts' && given === undefined : parameter === 'texts' ? target.kind === 'list' && target.type.literal === '[]string' : target.type.name === (parameter === 'text' ? 'string' : 'int');
  return fits ? target : fail(`This takes ${expected[parameter]}, and gets ${value?.type.name ?? 'nothing'}`, span);
}
