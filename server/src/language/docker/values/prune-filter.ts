/** Filters of `docker container prune`. */
import { filterGrammar } from './filter-grammar.ts';
import { parseTimestamp } from './scan/timestamp.ts';

export const pruneFilter = filterGrammar({
  kind: 'prune-filter',
  form: '`until=time`, `label=key[=value]` or `label!=key[=value]`',
  example: 'until=24h',
  keys: [
    { name: 'until', meaning: 'Only containers made before this time, by the clock of the engine. May be given once.', sample: '24h', expected: 'a time back from now such as `24h`, a date, or Unix seconds', accepts: (value) => parseTimestamp(value) !== undefined },
    { name: 'label', meaning: 'Only containers with the label, or with the label and value.', sample: 'stage=test' },
    { name: 'label!', meaning: 'Only containers without the label, which spares those that have it.', sample: 'keep' },
  ],
});
