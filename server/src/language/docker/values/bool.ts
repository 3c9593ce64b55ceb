/** Booleans, which take a value only after `=`. */
import { code } from '../../text/markdown.ts';
import { safeFix, wholePart, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

const on = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const off = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

const meant: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['on', 'true'],
  ['true', 'true'],
  ['no', 'false'],
  ['n', 'false'],
  ['off', 'false'],
  ['false', 'false'],
]);

/** What Go's strconv.ParseBool reads in the text; undefined where it refuses. */
export function parseBoolean(text: string): boolean | undefined {
  return on.has(text) ? true : off.has(text) ? false : undefined;
}

/** The spelling that the CLI takes for a word that people use for yes or no. */
export function booleanMeant(text: string): 'true' | 'false' | undefined {
  return meant.get(text.trim().toLowerCase());
}

export const bool: ValueGrammar = {
  kind: 'bool',
  form: '`true` or `false`, only after `=`: `--init=false`',
  example: 'true',
  parse: (value) => {
    const read = parseBoolean(value);
    if (read !== undefined) {
      return { parts: wholePart(value, read ? 'on' : 'off', read ? 'Turns the flag on, as the flag alone does.' : 'Turns the flag off.'), problems: [] };
    }
    const fixed = booleanMeant(value);
    const message = value === '' ? 'A value is missing after `=`. Write `true` or `false`.' : `${code(value)} is not a boolean. Write \`true\` or \`false\`.`;
    return { parts: [], problems: [wholeProblem(value, { code: 'invalid-boolean-value', refusedBy: 'cli', message }, fixed === undefined ? [] : [safeFix(fixed)])] };
  },
  suggest: wordsForWholeValue([
    { text: 'true', meaning: 'Turns the flag on, as the flag alone does.' },
    { text: 'false', meaning: 'Turns the flag off, for instance to undo an earlier one.' },
  ]),
};
