/** The parts of a Go template, as they are evaluated. */
import type { Span } from './template-error.ts';

export type Operand = Span &
  (
    | { readonly kind: 'dot' | 'nil' }
    | { readonly kind: 'bool'; readonly truth: boolean }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly number: number; readonly float: boolean }
    | { readonly kind: 'field'; readonly names: readonly string[] }
    | { readonly kind: 'variable'; readonly variable: string; readonly names: readonly string[] }
    | { readonly kind: 'function'; readonly name: string }
    | { readonly kind: 'pipeline'; readonly pipeline: Pipeline; readonly names: readonly string[] }
  );

/** The first operand is carried out, the others are its arguments. */
export interface Command extends Span {
  readonly operands: readonly [Operand, ...Operand[]];
}

export interface Pipeline extends Span {
  readonly variables: readonly string[];
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | (Span & { readonly kind: 'action'; readonly pipeline: Pipeline })
  | (Span & { readonly kind: 'break' | 'continue' })
  | Block;

export interface Block extends Span {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipeline: Pipeline;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
}
