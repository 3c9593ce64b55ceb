/** Records that cannot be compared word by word, each kind with its reason. */
import type { CorpusRecord } from './corpus-records.ts';

interface Exclusion {
  readonly reason: string;
  applies(record: CorpusRecord): boolean;
}

const exclusions: readonly Exclusion[] = [
  { reason: 'usage line, whose placeholders are no words', applies: ({ synopsis }) => synopsis === true },
];

/** Why the record is left out of the comparison; undefined when it takes part. */
export function isExcluded(record: CorpusRecord): string | undefined {
  return exclusions.find(({ applies }) => applies(record))?.reason;
}
