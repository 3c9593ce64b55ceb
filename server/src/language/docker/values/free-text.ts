/** Values of which any text is right: messages, authors. */
import type { ValueGrammar } from './value-grammar.ts';

export const freeText: ValueGrammar = {
  kind: 'free-text',
  form: 'any text; quote it when it holds blanks',
  example: "'Add curl for the health check'",
  parse: () => ({ parts: [], problems: [] }),
};
