/** Judges what the user types into a question by the grammars that the linter uses: one notion of a size or a name. */
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import type { ValueGrammar } from '../../../server/src/language/docker/values/value-grammar.ts';

/** What Docker refuses about the value, in plain text; undefined where it accepts it. */
export function refusalOf({ parse }: ValueGrammar, value: string, flag: string, command: string): string | undefined {
  const problem = parse(value, { version: newestCli, flag, command }).problems.find(({ refusedBy }) => refusedBy !== 'nobody');
  return problem === undefined ? undefined : plainText(problem.message);
}

/** Code spans become quotation marks. */
export function plainText(markdown: string): string {
  const code = /(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/gs;
  return markdown.replace(code, (...[, , text = '']: readonly string[]) => `“${text.replace(/^ (.*) $/s, '$1')}”`).replace(/\\([\\`*_{}[\]()<>#+\-.!|~&])/g, '$1');
}
