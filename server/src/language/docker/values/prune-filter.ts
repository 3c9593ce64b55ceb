/** Filters of `docker container prune`. */
import { code } from '../../text/markdown.ts';
import { filterGrammar } from './filter-grammar.ts';
import { describeTimestamp, lacksUnit, parseTimestamp } from './scan/timestamp.ts';

function describeTime(value: string): string | undefined {
  const time = parseTimestamp(value);
  return time === undefined ? undefined : `${describeTimestamp(value, time, 'the engine')}.`;
}

export const pruneFilter = filterGrammar({
  kind: 'prune-filter',
  form: '`until=time`, `label=key[=value]` or `label!=key[=value]`',
  example: 'until=24h',
  keys: [
    {
      name: 'until',
      meaning: 'Only containers made before this time. May be given once.',
      sample: '24h',
      expected: 'a time back from now such as `24h`, a date, or Unix seconds',
      accepts: (value) => parseTimestamp(value) !== undefined,
      doubt: (value) =>
        lacksUnit(value) ? { rule: 'time-in-1970', message: `${code(value)} without a unit counts seconds from 1970 on, so nothing is removed. Write ${code(`${value}h`)} for hours.`, meant: `${value}h` } : undefined,
      describe: describeTime,
    },
    { name: 'label', meaning: 'Only containers with the label, or with the label and value.', sample: 'stage=test' },
    { name: 'label!', meaning: 'Only containers without the label, which spares those that have it.', sample: 'keep' },
  ],
});
