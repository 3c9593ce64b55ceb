/** Reads what stands between the braces of an action: variables, commands and their operands. */
import type { TemplateToken } from '../../../../server/src/language/docker/values/scan/go-template-tokens.ts';
import { readCharacter, readNumber, readText } from './constants.ts';
import type { Command, Operand, Pipeline } from './syntax.ts';
import { Refusal, type Span, TemplateError } from './template-error.ts';

const deepest = 60;
const keywords: ReadonlySet<string> = new Set(['if', 'range', 'with', 'define', 'block', 'else', 'end', 'template', 'break', 'continue']);

function fail(message: string, span: Span, kind: 'mistake' | 'unknown' = 'mistake'): never {
  throw new TemplateError(kind, message, span);
}

function namesIn(path: string): string[] {
  return path.split('.').slice(1);
}

export class PipelineReader {
  readonly #tokens: readonly TemplateToken[];
  readonly #action: Span;
  /** The variables that are known so far; those that are declared here are added. */
  readonly #known: string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly TemplateToken[], action: Span, known: string[]) {
    this.#tokens = tokens;
    this.#action = action;
    this.#known = known;
  }

  read(context: string): Pipeline {
    const pipeline = this.#pipeline(context);
    const rest = this.#tokens[this.#at];
    return rest === undefined ? pipeline : fail(`Go does not expect ${rest.text} here`, rest);
  }

  #pipeline(context: string): Pipeline {
    const from = this.#tokens[this.#at] ?? this.#action;
    const { variables, assigns } = this.#declared(context);
    const commands: Command[] = [];
    while (this.#tokens[this.#at] !== undefined && this.#tokens[this.#at]?.text !== ')') {
      commands.push(this.#command());
    }
    const span = { start: from.start, end: this.#tokens[this.#at - 1]?.end ?? from.end };
    if (commands.length === 0) {
      fail(`A value is missing for ${context}`, this.#action);
    }
    const constant = commands.slice(1).find(({ operands: [first] }) => ['bool', 'dot', 'nil', 'number', 'text'].includes(first.kind));
    return constant === undefined ? { ...span, variables, assigns, commands } : fail('What stands behind | has to be a function', constant);
  }

  #declared(context: string): Pick<Pipeline, 'variables' | 'assigns'> {
    const variables: string[] = [];
    for (;;) {
      const [token, next] = this.#tokens.slice(this.#at, this.#at + 2);
      if (token === undefined || next === undefined || !/^\$[^.]*$/.test(token.text) || token.kind !== 'path') {
        break;
      }
      const { text, kind } = next;
      if (kind !== 'punctuation' || ![':=', '=', ','].includes(text)) {
        break;
      }
      this.#at += 2;
      variables.push(token.text);
      this.#known.push(token.text);
      if (text !== ',') {
        return { variables, assigns: text === '=' };
      }
      if (context !== 'range' || variables.length > 1) {
        fail(`${context} takes no second variable`, next);
      }
      const following = this.#tokens[this.#at];
      if (following !== undefined && !following.text.startsWith('$')) {
        fail('Only a variable can stand behind the comma', following);
      }
    }
    return { variables, assigns: false };
  }

  #command(): Command {
    const operands: Operand[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.text === ')') {
        break;
      }
      if (token.kind === 'punctuation' && token.text === '|') {
        this.#at++;
        break;
      }
      const before = this.#tokens[this.#at - 1];
      if (operands.length > 0 && before?.end === token.start) {
        fail(`A space is missing in front of ${token.text}`, token);
      }
      operands.push(this.#operand(token));
    }
    const [first, ...rest] = operands;
    return first === undefined ? fail('A command is empty', this.#tokens[this.#at - 1] ?? this.#action) : { start: first.start, end: (rest.at(-1) ?? first).end, operands: [first, ...rest] };
  }

  #operand(token: TemplateToken): Operand {
    this.#at++;
    const { start, end, text } = token;
    const span = { start, end };
    try {
      switch (token.kind) {
        case 'string':
          return text.startsWith("'") ? { ...span, kind: 'number', number: readCharacter(text), float: false } : { ...span, kind: 'text', text: readText(text) };
        case 'number':
          return { ...span, kind: 'number', ...readNumber(text) };
        case 'path':
          return this.#path(token, span);
        case 'identifier':
          return this.#word(text, span);
        case 'punctuation':
          return text === '(' ? this.#parenthesis(start) : fail(`Go does not expect ${text} here`, span);
      }
    } catch (error) {
      throw error instanceof Refusal ? new TemplateError(error.kind, error.message, span) : error;
    }
  }

  #path({ text }: TemplateToken, span: Span): Operand {
    if (text === '.') {
      return { ...span, kind: 'dot' };
    }
    const names = namesIn(text);
    const variable = /^\$[^.]*/.exec(text)?.[0];
    if (variable === undefined) {
      return { ...span, kind: 'field', names };
    }
    return this.#known.includes(variable) ? { ...span, kind: 'variable', variable, names } : fail(`${variable} has not been declared`, span);
  }

  #word(text: string, span: Span): Operand {
    if (text === 'true' || text === 'false') {
      return { ...span, kind: 'bool', truth: text === 'true' };
    }
    if (text === 'nil') {
      return { ...span, kind: 'nil' };
    }
    const next = this.#tokens[this.#at];
    if (next?.start === span.end && next.text.startsWith('.')) {
      fail('A field of what a function returns is written in parentheses', span, 'unknown');
    }
    return keywords.has(text) ? fail(`${text} cannot stand here`, span) : { ...span, kind: 'function', name: text };
  }

  #parenthesis(start: number): Operand {
    if (++this.#depth > deepest) {
      fail('So many parentheses are not evaluated here', { start, end: start + 1 }, 'unknown');
    }
    const pipeline = this.#pipeline('parenthesized pipeline');
    this.#depth--;
    const closing = this.#tokens[this.#at++] ?? fail('A parenthesis is not closed', { start, end: start + 1 });
    const chained = this.#tokens[this.#at];
    const follows = chained?.kind === 'path' && chained.start === closing.end && /^\../.test(chained.text);
    if (follows) {
      this.#at++;
    }
    return { kind: 'pipeline', pipeline, names: follows ? namesIn(chained.text) : [], start, end: follows ? chained.end : closing.end };
  }
}
