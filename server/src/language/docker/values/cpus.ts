/** A number of processors: `1.5`. */
import { code, codeOr } from '../../text/markdown.ts';
import { noLimit, outOfRange } from './integer-grammar.ts';
import { dockerOnly, safeFix, suggestedFix, wholePart, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import { parseRational } from './scan/rational.ts';
import type { ParsedValue, ValueFix, ValueGrammar } from './value-grammar.ts';

const billion = 1_000_000_000n;

function fixesOf(value: string): ValueFix[] {
  if (/^[0-9]+,[0-9]+$/.test(value)) {
    return [safeFix(value.replace(',', '.'))];
  }
  const percent = /^([0-9]+(?:\.[0-9]+)?)\s*%$/.exec(value)?.[1];
  if (percent !== undefined) {
    const part = String(Number((Number(percent) / 100).toFixed(9)));
    return [suggestedFix(part, `Write \`${part}\` (${percent} % of one processor)`)];
  }
  const trimmed = value.trim();
  return trimmed !== value && parseRational(trimmed) !== undefined ? [safeFix(trimmed)] : [];
}

function refused(value: string, message: string, fixes: readonly ValueFix[] = []): ParsedValue {
  return { parts: [], problems: [wholeProblem(value, { code: 'invalid-cpu-value', refusedBy: 'cli', message }, fixes)] };
}

export const cpus: ValueGrammar = {
  kind: 'cpus',
  form: 'a decimal number of processors, at least `0.01`: `0.5`',
  example: '1.5',
  parse: (value, context) => {
    const number = parseRational(value);
    if (number === undefined) {
      return refused(value, `${codeOr(value, 'An empty value')} is not a number of processors. Write a decimal such as \`1.5\`.`, fixesOf(value));
    }
    if ((number.numerator * billion) % number.denominator !== 0n) {
      return refused(value, `${code(value)} has more than nine decimals, which the CLI refuses. Round it, for instance to \`0.01\`.`);
    }
    const nano = (number.numerator * billion) / number.denominator;
    const amount = String(Number(nano) / 1e9);
    if (nano === 0n) {
      return { parts: wholePart(value, 'processors', 'No limit.'), problems: noLimit(value, context, 'Zero sets no limit: the container may use every processor. Name a number such as `1.5`.') };
    }
    const tooLittle = nano < billion / 100n ? [outOfRange(value, 'engine', 'The engine wants at least `0.01` processors.', 'invalid-cpu-value')] : [];
    const meaning = `At most ${amount} ${nano === billion ? 'processor' : 'processors'} of time: ${Number((Number(nano) / 1e7).toFixed(4))} ms in every 100 ms, on any core. The engine refuses more than the host has.`;
    return { parts: wholePart(value, 'processors', meaning), problems: dockerOnly(context, tooLittle) };
  },
  suggest: wordsForWholeValue([
    { text: '0.5', meaning: 'Half a processor.' },
    { text: '1', meaning: 'One processor, spread over any cores.' },
    { text: '1.5', meaning: 'One and a half.' },
    { text: '2', meaning: 'Two processors.' },
  ]),
};
