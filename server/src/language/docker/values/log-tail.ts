/** How many lines of the log to show: `--tail`. */
import { code } from '../../text/markdown.ts';
import { grouped, parseInteger } from './scan/integer.ts';
import { dockerOnly, suggestWords, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

export const logTail: ValueGrammar = {
  kind: 'log-tail',
  form: 'a number of lines, or `all` (the default)',
  example: '100',
  parse: (value, context) => {
    const lines = parseInteger(value, { base: 10, bits: 64, signed: true });
    if (value === 'all' || value === '') {
      return { parts: wholePart(value, 'all lines', 'The whole log, which can be gigabytes where it is not rotated.'), problems: [] };
    }
    if (typeof lines === 'bigint' && lines >= 0n) {
      const meaning = lines === 0n ? 'Nothing that was logged before; with `-f` only what comes from now on.' : `The last ${lines === 1n ? 'line' : `${grouped(lines)} lines`} of the log.`;
      return { parts: wholePart(value, 'lines', meaning), problems: [] };
    }
    const message = `${code(value)} is not a number of lines, so the whole log is shown. Write a number such as \`100\`, or \`all\`.`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'logs-tail-not-a-number', refusedBy: 'nobody', message })]) };
  },
  suggest: (value) =>
    suggestWords(
      [
        { text: '100', meaning: 'The last hundred lines.' },
        { text: '20', meaning: 'The last screenful.' },
        { text: '0', meaning: 'Nothing old: with `-f` only what comes from now on.' },
        { text: 'all', meaning: 'Everything: the default.' },
      ],
      0,
      value.length,
    ),
};
