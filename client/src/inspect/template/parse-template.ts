/** Reads a whole Go template into texts, actions and blocks. */
import { commentEnd, readTemplate, type TemplateAction, type TemplateFailure } from '../../../../server/src/language/docker/values/scan/go-template.ts';
import { PipelineReader } from './parse-pipeline.ts';
import type { Block, Node, Pipeline } from './syntax.ts';
import { type Span, TemplateError } from './template-error.ts';

const deepest = 60;

interface Piece {
  /** What stands in front of the action, with comments gone and trimmed as the braces say. */
  readonly text: string;
  readonly action?: TemplateAction;
}

function fail(message: string, span: Span, kind: 'mistake' | 'unknown' = 'mistake'): never {
  throw new TemplateError(kind, message, span);
}

function messageOf({ kind, text }: TemplateFailure): string {
  switch (kind) {
    case 'open-action':
      return '{{ is not closed by }}';
    case 'open-string':
      return `The text that begins with ${text} does not end`;
    case 'open-comment':
      return 'A comment ends with */}}';
    case 'empty-action':
      return 'There is nothing between {{ and }}';
    case 'unknown-function':
      return `${text} is no function; a field begins with a dot`;
    case 'unexpected':
      return `${text} cannot stand here`;
    case 'stray-end':
      return `{{${text}}} belongs to no if, range or with`;
    case 'missing-end':
      return `{{${text}}} needs an {{end}}`;
  }
}

/** What the braces at both ends of an action say about the text beside them. */
function trims(template: string, { start, end }: Span): { readonly left: boolean; readonly right: boolean } {
  return { left: /^-[ \t\r\n]/.test(template.slice(start + 2, start + 4)), right: /[ \t\r\n]-$/.test(template.slice(start + 2, end - 2).slice(-2)) };
}

/** Comments and actions, in their order. */
function bracesIn(template: string, actions: readonly TemplateAction[]): (Span & { readonly action?: TemplateAction })[] {
  const braces: (Span & { readonly action?: TemplateAction })[] = [];
  let position = 0;
  for (const action of [...actions, undefined]) {
    const until = action?.start ?? template.length;
    for (let start = template.indexOf('{{', position); start >= 0 && start < until; start = template.indexOf('{{', position)) {
      position = commentEnd(template, start) ?? template.length;
      braces.push({ start, end: position });
    }
    if (action !== undefined) {
      braces.push({ start: action.start, end: action.end, action });
      position = action.end;
    }
  }
  return braces;
}

function piecesOf(template: string, actions: readonly TemplateAction[]): Piece[] {
  const pieces: Piece[] = [];
  let [position, trimmed, before] = [0, false, ''];
  for (const brace of [...bracesIn(template, actions), undefined]) {
    const { left = false, right = false } = brace === undefined ? {} : trims(template, brace);
    let text = template.slice(position, brace?.start ?? template.length);
    text = trimmed ? text.replace(/^[ \t\r\n]+/, '') : text;
    text = left ? text.replace(/[ \t\r\n]+$/, '') : text;
    before += text;
    if (brace?.action !== undefined) {
      pieces.push({ text: before, action: brace.action });
      before = '';
    }
    [position, trimmed] = [brace?.end ?? template.length, right];
  }
  return [...pieces, { text: before }];
}

class TemplateReader {
  readonly #template: string;
  readonly #pieces: readonly Piece[];
  readonly #go: number;
  #at = 0;
  #ranges = 0;
  #depth = 0;
  readonly #known: string[] = ['$'];

  constructor(template: string, pieces: readonly Piece[], go: number) {
    this.#template = template;
    this.#pieces = pieces;
    this.#go = go;
  }

  /** Until `end`, `else`, or the end of the template. */
  list(): { readonly nodes: readonly Node[]; readonly closing?: TemplateAction } {
    const nodes: Node[] = [];
    for (;;) {
      const piece = this.#pieces[this.#at++];
      if (piece === undefined) {
        return { nodes };
      }
      if (piece.text !== '') {
        nodes.push({ kind: 'text', text: piece.text });
      }
      const { action } = piece;
      if (action !== undefined) {
        const word = this.#word(action);
        if (word === 'end' || word === 'else') {
          return { nodes, closing: action };
        }
        nodes.push(this.#node(action, word));
      }
    }
  }

  #word({ tokens: [first] }: TemplateAction): string {
    return first?.kind === 'identifier' ? first.text : '';
  }

  #node(action: TemplateAction, word: string): Node {
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        return this.#block(action, word, 1);
      case 'break':
      case 'continue':
        this.#nothingBehind(action, 1);
        return this.#ranges > 0 ? { kind: word, start: action.start, end: action.end } : fail(`{{${word}}} has a meaning only inside {{range}}`, action);
      case 'define':
      case 'block':
      case 'template':
        return fail(`{{${word}}} is not evaluated here`, action, 'unknown');
      default:
        return { kind: 'action', start: action.start, end: action.end, pipeline: this.#pipeline(action, 0, 'command') };
    }
  }

  #block(action: TemplateAction, kind: Block['kind'], words: number): Block {
    if (++this.#depth > deepest) {
      fail('Blocks as deep as this one are not evaluated here', action, 'unknown');
    }
    const variables = this.#known.length;
    const pipeline = this.#pipeline(action, words, kind);
    this.#ranges += kind === 'range' ? 1 : 0;
    const body = this.list();
    this.#ranges -= kind === 'range' ? 1 : 0;
    const block = { kind, start: action.start, end: action.end, pipeline, body: body.nodes, otherwise: this.#otherwise(kind, body.closing ?? action) };
    this.#known.length = variables;
    this.#depth--;
    return block;
  }

  #otherwise(kind: Block['kind'], closing: TemplateAction): readonly Node[] {
    if (this.#word(closing) === 'end') {
      this.#nothingBehind(closing, 1);
      return [];
    }
    const second = closing.tokens[1];
    if (second?.kind === 'identifier' && second.text === kind && kind !== 'range') {
      return kind === 'if' || this.#go >= 23 ? [this.#block(closing, kind, 2)] : fail('{{else with}} is known to newer versions only', closing);
    }
    this.#nothingBehind(closing, 1);
    const { nodes, closing: end } = this.list();
    if (end === undefined || this.#word(end) !== 'end') {
      fail('Only {{end}} can follow the branch of {{else}}', end ?? closing);
    }
    this.#nothingBehind(end, 1);
    return nodes;
  }

  #nothingBehind({ tokens }: TemplateAction, words: number): void {
    const rest = tokens[words];
    if (rest !== undefined) {
      fail(`Go does not expect ${rest.text} here`, rest);
    }
  }

  #pipeline(action: TemplateAction, words: number, context: string): Pipeline {
    const { tokens, innerStart, innerEnd } = action;
    const gaps = [...tokens, { start: innerEnd, end: innerEnd }].map(({ start }, index) => ({ start: tokens[index - 1]?.end ?? innerStart, end: start }));
    // The left trim marker stands in the first gap.
    const stray = gaps.find(({ start, end }, index) => /[^ \t\r\n]/.test(this.#template.slice(start, end).replace(index === 0 ? /^-/ : /^(?!)/, '')));
    if (stray !== undefined) {
      fail('This kind of blank is none to Go', stray);
    }
    return new PipelineReader(tokens.slice(words), action, this.#known).read(context);
  }
}

/** Throws a `TemplateError` for what Go refuses, and for what is not evaluated here. `go`: the minor version of Go. */
export function parseTemplate(template: string, go: number): readonly Node[] {
  const { actions, failure } = readTemplate(template);
  if (failure !== undefined) {
    fail(messageOf(failure), failure);
  }
  const reader = new TemplateReader(template, piecesOf(template, actions), go);
  const { nodes, closing } = reader.list();
  return closing === undefined ? nodes : fail('There is nothing to close', closing);
}
