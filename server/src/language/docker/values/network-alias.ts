/** A further name of a container on its network: `--network-alias`. */
import { code } from '../../text/markdown.ts';
import { wholePart } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

export const networkAlias: ValueGrammar = {
  kind: 'network-alias',
  form: 'a name; needs a user-defined network',
  example: 'db',
  parse: (value) => ({
    parts: wholePart(value, 'alias', `Other containers on the same user-defined network find this one as ${code(value)}. Several containers may share an alias: lookups then give the addresses of all of them.`),
    problems: [],
  }),
};
