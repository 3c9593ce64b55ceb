/** Why a template has no result: a mistake for which the CLI stops as well, or a form whose answer only the CLI knows. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly kind: 'mistake' | 'unknown';
  readonly span: Span;

  constructor(kind: 'mistake' | 'unknown', message: string, { start, end }: Span) {
    super(message);
    this.kind = kind;
    this.span = { start, end };
  }
}

/** A mistake whose place is added by whoever evaluates: `fmt` and functions see values only. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: 'mistake' | 'unknown';

  constructor(kind: 'mistake' | 'unknown', message: string) {
    super(message);
    this.kind = kind;
  }
}

export function mistake(message: string): never {
  throw new Refusal('mistake', message);
}

/** For what the CLI answers and nobody else can: better no answer than another one. */
export function unknown(message: string): never {
  throw new Refusal('unknown', message);
}
